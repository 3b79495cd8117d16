"""What a race is, and how one is run in every order of its calls."""

import re
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from chalicelib.entry.http import ALL_ROUTES
from chalicelib.entry.openapi import errors_of
from chalicelib.mail.model import Letter
from local.testing import Cloud, Machine
from tests.checks.invariant import Violated
from tests.checks.store import Store, read_store
from tests.invariants import check_all
from tests.proof.calls import Taps, letter_in, tapped
from tests.proof.operation import Outcome, Perform
from tests.proof.races.interleaving import Act, Choice, Interleaved, interleave, walk
from tests.proof.stage import Set, Stage
from tests.proof.sweep import settle
from tests.proof.wordings import SES_CALLS

Judge = Callable[[Outcome, Outcome], Iterator[str]]
Acts = tuple[Act, Act]
Scene = Callable[[Cloud], Acts]


@dataclass(frozen=True)
class Race:
    """Two operations at the same time, and what may come of it.

    `scene` sets the scene and answers both; `judge` tells what is wrong with the two outcomes,
    asked after the jobs have run. Invariants are checked in any case.
    """

    name: str
    scene: Scene
    judge: Judge

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


def once(perform: Perform, key: str = "") -> Act:
    """The operation as one act, under a key of its own or, given one, under that."""
    return lambda: perform(key or str(uuid.uuid4()))


def one_wins(won: int, *refusals: str) -> Judge:
    """Exactly one succeeds; the other gets one of these declared refusals."""

    def judge(first: Outcome, second: Outcome) -> Iterator[str]:
        winners = [outcome for outcome in (first, second) if outcome.status == won]
        if len(winners) != 1:
            yield f"{len(winners)} of two won: {first}, {second}"
        for loser in (outcome for outcome in (first, second) if outcome.status != won):
            yield from refused_clearly(loser, *refusals)

    return judge


def both(first_status: int, second_status: int) -> Judge:
    """The two go together: whichever is first, both succeed."""

    def judge(first: Outcome, second: Outcome) -> Iterator[str]:
        for outcome, status in ((first, first_status), (second, second_status)):
            if outcome.status != status:
                yield f"answered {outcome}, and not {status}"

    return judge


def first_may_come_late(won: int, second_status: int, *refusals: str) -> Judge:
    """The second succeeds in any case; the first does when it comes before."""

    def judge(first: Outcome, second: Outcome) -> Iterator[str]:
        if second.status != second_status:
            yield f"answered {second}, and not {second_status}"
        if first.status != won:
            yield from refused_clearly(first, *refusals)

    return judge


def refused_clearly(outcome: Outcome, *refusals: str) -> Iterator[str]:
    """One of these, and one that the route declares."""
    if outcome.refusal not in refusals:
        yield f"refused with {outcome}, and not with one of {refusals}"
    if outcome.asked and not _is_declared(outcome):
        yield f"{outcome.asked} does not declare {outcome.status} {outcome.text}"


def _is_declared(outcome: Outcome) -> bool:
    method, _, path = outcome.asked.partition(" ")
    for route in ALL_ROUTES:
        pattern = re.sub(r"\{\w+\}", "[^/]+", route.path)
        if route.method == method and re.fullmatch(pattern, path.partition("?")[0]):
            return any(error.status == outcome.status for error in errors_of(route))
    return False


def run(
    stage: Stage[Acts], race: Race, wanted: Sequence[int], most_switches: int | None
) -> tuple[Interleaved, list[Choice], list[str]]:
    """One order, from the scene to the check."""
    with stage.play() as scene:
        return _run(scene, race, wanted, most_switches)


def _run(
    scene: Set[Acts], race: Race, wanted: Sequence[int], most_switches: int | None
) -> tuple[Interleaved, list[Choice], list[str]]:
    cloud, before = scene.cloud, scene.before
    handed: list[str] = []

    def leaving(name: str, body: bytes) -> None:
        if name in SES_CALLS:
            handed.append(letter_in(body))

    quiet = Taps(lambda send, name, body: send(name, body), leaving=leaving)
    raced, choices = interleave(scene.made, wanted, most_switches, quiet)
    if raced.again:
        return raced, choices, []
    with tapped(quiet):
        settle(cloud)
    found = [f"{r['job']}: {r['failure']}" for r in cloud.worker.runs.as_json() if r["failure"]]
    try:
        store = check_all(cloud, before)
    except Violated as violated:
        found += violated.found
        store = read_store(cloud)
    found += list(race.judge(*raced.results))
    return raced, choices, found + _twice(store, handed)


def _twice(store: Store, handed: list[str]) -> list[str]:
    """Letters that SES was handed more than once while nothing failed."""
    names = {letter.pk: letter.template for letter in store.of(Letter)}
    return [f"letter {names[pk]} went out {n} times" for pk, n in Counter(handed).items() if n > 1]


@cache
def _declared() -> None:
    import app

    assert app.app, "it declares the routes"


def run_all(
    machine: Machine, race: Race, most_switches: int | None = None
) -> Iterator[tuple[str, list[str]]]:
    """Every order of the race, each with what it broke."""
    _declared()
    last: list[tuple[Interleaved, list[str]]] = []

    def run_one(stage: Stage[Acts], wanted: Sequence[int]) -> list[Choice]:
        raced, choices, found = run(stage, race, wanted, most_switches)
        last[:] = [(raced, found)]
        return choices

    with Stage(machine, race.scene) as stage:
        for _ in walk(lambda wanted: run_one(stage, wanted)):
            ((raced, found),) = last
            if not raced.again:
                yield " → ".join(raced.calls), found
