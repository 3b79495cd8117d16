"""Four ways to disturb one write of an operation, below everything of ours.

killed before    the process dies, and the write was not sent
killed after     the process dies, and the write was carried out
lost             the write was carried out and its answer got lost: once, so that the client sends
                 the same bytes again, or for good
refused          AWS throttles or conflicts: once, or from there on to the end of the run
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from botocore.exceptions import ReadTimeoutError

from chalicelib.aws.dynamo import LostAnswer
from tests.proof.calls import Send, Sent, Taps, is_write, letter_in, tapped
from tests.proof.wordings import (
    ON_S3,
    ON_SES,
    ON_SINGLE_WRITES,
    ON_TRANSACTIONS,
    SES_CALLS,
    Refusal,
    Wording,
)


class Killed(BaseException):
    """The process has ended. No `except Exception` of the product's may catch it."""


class How(StrEnum):
    """The four modes."""

    KILLED_BEFORE = "killed before"
    KILLED_AFTER = "killed after"
    LOST = "answer lost"
    REFUSED = "refused"


@dataclass(frozen=True)
class Fault:
    """What happens at a write: how, in AWS's words, and whether it goes on like that."""

    how: How
    words: Wording | Refusal | None = None
    for_good: bool = False

    def __str__(self) -> str:
        words = f" ({self.words.name})" if self.words else ""
        return f"{self.how}{words}{' for good' if self.for_good else ''}"


def faults_at(call: str) -> Iterator[Fault]:
    """Every fault that this write can meet."""
    yield Fault(How.KILLED_BEFORE)
    yield Fault(How.KILLED_AFTER)
    yield Fault(How.LOST)
    yield Fault(How.LOST, for_good=True)
    for words in _wordings(call):
        yield Fault(How.REFUSED, words)
        yield Fault(How.REFUSED, words, for_good=True)


def _wordings(call: str) -> Sequence[Wording | Refusal]:
    if call == "TransactWriteItems":
        return ON_TRANSACTIONS
    if call.endswith("Item"):
        return ON_SINGLE_WRITES
    return ON_SES if call in SES_CALLS else ON_S3


@dataclass
class Disturbance:
    """A fault at the `at`th write; without one it only listens.

    `writes` are the names of the writes that were begun, `handed_over` the letters that SES was
    handed, each as often as it was.
    """

    at: int = 0
    fault: Fault | None = None
    writes: list[str] = field(default_factory=list)
    handed_over: list[str] = field(default_factory=list)
    struck: bool = False
    _dead: bool = False
    _resend: bool = False
    _lose: bool = False

    @contextmanager
    def active(self) -> Iterator[None]:
        """Disturb this process's calls while the block runs."""
        taps = Taps(self._dynamo, self._before, self._again, self._after, self._leaving)
        with tapped(taps):
            yield

    def _strikes(self, name: str) -> bool:
        """Whether the fault is due at this call; a call that is sent again is no new write."""
        if self._dead:
            raise Killed
        if not is_write(name):
            return False
        self.writes.append(name)
        due = self.fault is not None and len(self.writes) >= self.at > 0
        if not due or (self.struck and not (self.fault and self.fault.for_good)):
            return False
        self.struck = True
        return True

    def _dynamo(self, send: Send, operation: str, body: bytes) -> Sent:
        first = not self.struck
        if not self._strikes(operation) or self.fault is None:
            return send(operation, body)
        match self.fault.how:
            case How.KILLED_BEFORE:
                self._die()
            case How.KILLED_AFTER:
                send(operation, body)
                self._die()
            case How.LOST:
                if first:
                    send(operation, body)
                raise LostAnswer(error="Read timed out.")
            case How.REFUSED:
                assert isinstance(self.fault.words, Wording)
                return self.fault.words.answer(body)
        raise AssertionError(self.fault)

    def _die(self) -> None:
        self._dead = True
        raise Killed

    def _before(self, name: str) -> Any:
        if not self._strikes(name) or self.fault is None:
            return None
        match self.fault.how:
            case How.KILLED_BEFORE:
                self._die()
            case How.LOST:
                self._resend, self._lose = not self.fault.for_good, self.fault.for_good
            case How.REFUSED:
                assert isinstance(self.fault.words, Refusal)
                return self.fault.words.parsed()
            case How.KILLED_AFTER:
                self._lose = True
        return None

    def _again(self, _name: str) -> bool:
        resend, self._resend = self._resend, False
        return resend

    def _after(self, _name: str) -> None:
        lose, self._lose = self._lose, False
        if lose and self.fault and self.fault.how is How.KILLED_AFTER:
            self._die()
        if lose:
            raise ReadTimeoutError(endpoint_url="https://aws.example")

    def _leaving(self, name: str, body: bytes) -> None:
        if name in SES_CALLS:
            self.handed_over.append(letter_in(body))
