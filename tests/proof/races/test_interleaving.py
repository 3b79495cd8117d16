"""The walker itself: it runs all orders, each once, and leaves out only what comes to the same."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import pairwise
from math import comb

import pytest

from chalicelib.aws import dynamo
from chalicelib.aws.together import read_together
from tests.proof.calls import Taps
from tests.proof.races.interleaving import Choice, HelpersCall, interleave, walk

QUIET = Taps(lambda send, operation, body: send(operation, body))
TABLE = "kontor-accounts"


def _calls(count: int, key: Callable[[int], str], verb: str) -> Callable[[], int]:
    """So many calls, one after the other."""

    def act() -> int:
        for number in range(count):
            item = {"pk": {"S": key(number)}, "sk": {"S": "x"}}
            part = {"Item": item} if verb == "PutItem" else {"Key": item}
            dynamo.client().call(verb, {"TableName": TABLE, **part})
        return count

    return act


def _orders(
    acts: Sequence[Callable[[], int]], most_switches: int | None = None
) -> list[tuple[int, ...]]:
    seen: list[tuple[int, ...]] = []

    def run(wanted: Sequence[int]) -> list[Choice]:
        interleaved, choices = interleave(acts, wanted, most_switches, QUIET)
        assert interleaved.results == (acts[0](), acts[1]())
        if not interleaved.again:
            seen.append(interleaved.order)
        return choices

    for _ in walk(run):
        pass
    return seen


@pytest.mark.usefixtures("cloud")
@pytest.mark.parametrize(("first", "second"), [(1, 1), (2, 3), (4, 4)])
def test_all_orders_are_run_each_once(first: int, second: int) -> None:
    """Two operations of four calls that depend on each other have 70."""
    acts = [_calls(count, lambda _: "same", "PutItem") for count in (first, second)]
    orders = _orders(acts)
    assert len(orders) == len(set(orders)) == comb(first + second, first)


@pytest.mark.usefixtures("cloud")
def test_what_commutes_is_run_in_one_order() -> None:
    """Two that write to different places, and two that only read."""
    apart = [_calls(3, f"{lane} {{}}".format, "PutItem") for lane in "AB"]
    assert _orders(apart) == [(0, 0, 0, 1, 1, 1)]
    assert _orders([_calls(3, lambda _: "same", "GetItem")] * 2) == [(0, 0, 0, 1, 1, 1)]


@pytest.mark.usefixtures("cloud")
def test_a_reader_sees_a_writer_between_any_two_of_its_reads() -> None:
    """One write among three reads has four places."""
    reader, writer = (
        _calls(count, lambda _: "same", verb) for count, verb in ((3, "GetItem"), (1, "PutItem"))
    )
    assert len(_orders([reader, writer])) == 4


@pytest.mark.usefixtures("cloud")
def test_calls_of_a_helper_can_not_be_put_in_order_and_are_refused() -> None:
    """Whatever the operation makes of it."""
    read = _calls(1, lambda _: "same", "GetItem")

    def together() -> int:
        with suppress(HelpersCall):
            read_together(read, read)
        return 1

    with pytest.raises(HelpersCall):
        _orders([together, read])


@pytest.mark.usefixtures("cloud")
def test_switches_can_be_bounded() -> None:
    """At most one: each runs through, or is left once for the whole of the other."""
    acts = [_calls(3, lambda _: "same", "PutItem")] * 2
    orders = _orders(acts, 1)
    assert len(orders) == len(set(orders))
    assert max(sum(a != b for a, b in pairwise(o)) for o in orders) == 2
