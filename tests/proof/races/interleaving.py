"""Runs two operations at the same time, in an order of their calls that is given.

Each operation has a thread of its own that stops before every call to AWS until it is let go on.
`walk` goes through all orders: it runs one, looks where it could have chosen otherwise, and goes
there the next time. Two calls that commute are not tried in both orders: two that read, or two
that touch nothing in common, come to the same either way.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tests.proof.calls import Send, Sent, Taps, tapped
from tests.proof.races.footprint import Footprint, of_dynamo, of_other

PATIENCE_SECONDS = 300
Act = Callable[[], Any]


class Stuck(Exception):
    """An operation neither came to its next call nor to its end."""


class HelpersCall(Exception):
    """An operation reads two things together (aws/together.py): which is first is left to chance.

    Only calls of the operation's own thread can be put in order, so none like it can be raced.
    """


@dataclass
class _Lane:
    """One operation: where it stands, and what came of it."""

    act: Act
    next: Footprint | None = None
    result: Any = None
    failure: BaseException | None = None
    over: bool = False
    go: threading.Event = field(default_factory=threading.Event)
    stands: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None

    def start(self) -> None:
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
        self.wait()

    def _run(self) -> None:
        try:
            self.result = self.act()
        except BaseException as failure:  # noqa: BLE001 - raised again where the two are joined
            self.failure = failure
        self.over, self.next = True, None
        self.stands.set()

    def stop_before(self, call: Footprint) -> None:
        """Called by the operation's own thread."""
        self.next = call
        self.stands.set()
        if not self.go.wait(PATIENCE_SECONDS):
            raise Stuck
        self.go.clear()

    def step(self) -> Footprint:
        """Let the next call happen, up to the one after it."""
        made = self.next
        assert made is not None
        self.stands.clear()
        self.go.set()
        self.wait()
        return made

    def wait(self) -> None:
        if not self.stands.wait(PATIENCE_SECONDS):
            raise Stuck


@dataclass(frozen=True)
class Interleaved:
    """What came of a run: both results, and which operation made each call.

    `again` marks an order that turned out to come to the same as another one.
    """

    results: tuple[Any, Any]
    order: tuple[int, ...]
    calls: tuple[str, ...]
    again: bool


@dataclass(frozen=True)
class Choice:
    """A place where both operations waited; `other_is_open`: the other order is still to be run."""

    taken: int
    other_is_open: bool


@dataclass
class _Driver:
    """Lets one operation go on at a time, and notes who did what."""

    lanes: Sequence[_Lane]
    wanted: Sequence[int]
    most_switches: int | None
    order: list[int] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    switches: int = 0
    last: Footprint | None = None
    again: bool = False

    def drive(self) -> None:
        while not all(lane.over for lane in self.lanes):
            taken = self._choose()
            self.last = self.lanes[taken].step()
            self.order.append(taken)
            self.calls.append(f"{'AB'[taken]} {self.last.name}")

    def _choose(self) -> int:
        over = [lane.over for lane in self.lanes]
        if any(over):
            self.again = self.again or (not over[0] and self._options() == [1])
            return over.index(False)
        options = self._options()
        running = self.order[-1] if self.order else 0
        first = running if running in options else options[0]
        place = len(self.choices)
        taken = self.wanted[place] if place < len(self.wanted) else first
        may_switch = self.most_switches is None or self.switches < self.most_switches
        self.choices.append(Choice(taken, taken == first and len(options) > 1 and may_switch))
        self.switches += bool(self.order) and taken != running
        return taken

    def _options(self) -> list[int]:
        """Who may go on. After a call of the second's that commutes with the first's next one,
        the first may not: it would come to the same as the first going on before that call.
        """
        ahead = self.lanes[0].next
        after_second = bool(self.order) and self.order[-1] == 1
        if after_second and self.last and ahead and self.last.commutes_with(ahead):
            return [1]
        return [0, 1]


def interleave(
    acts: Sequence[Act], wanted: Sequence[int], most_switches: int | None, taps: Taps
) -> tuple[Interleaved, list[Choice]]:
    """Run both, choosing as wanted while that lasts; after that whoever runs goes on.

    `most_switches` bounds how often one that could go on is left for the other. `taps` get to see
    what leaves; they must not disturb.
    """
    lanes = [_Lane(act) for act in acts]
    helpers: list[str] = []

    def stop(call: Callable[[], Footprint]) -> None:
        current = threading.current_thread()
        mine = next((lane for lane in lanes if lane.thread is current), None)
        if mine is not None:
            mine.stop_before(call())
        elif current is not threading.main_thread():
            helpers.append(current.name)
            raise HelpersCall(current.name)

    def dynamo(send: Send, operation: str, body: bytes) -> Sent:
        stop(lambda: of_dynamo(operation, body))
        return send(operation, body)

    def before(name: str) -> None:
        stop(lambda: of_other(name))

    driver = _Driver(lanes, wanted, most_switches)
    with tapped(replace(taps, dynamo=dynamo, before=before)):
        for lane in lanes:
            lane.start()
        driver.drive()
    _raise_what_failed(lanes, helpers)
    results = (lanes[0].result, lanes[1].result)
    calls = tuple(driver.calls)
    return Interleaved(results, tuple(driver.order), calls, driver.again), driver.choices


def _raise_what_failed(lanes: Sequence[_Lane], helpers: Sequence[str]) -> None:
    if helpers:  # an operation answers whatever is raised in it with a 500, and says no more
        raise HelpersCall(helpers[0])
    for lane in lanes:
        if lane.failure is not None:
            raise lane.failure


def walk(run: Callable[[Sequence[int]], list[Choice]]) -> Iterator[list[int]]:
    """Run every order once; `run` is given the choices to take and answers those it met.

    Yields the choices of each.
    """
    wanted: list[int] = []
    while True:
        choices = run(wanted)
        yield [choice.taken for choice in choices]
        while choices and not choices[-1].other_is_open:
            choices.pop()
        if not choices:
            return
        wanted = [choice.taken for choice in choices]
        wanted[-1] = 1 - wanted[-1]
