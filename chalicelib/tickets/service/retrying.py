"""Deciding anew when somebody else's change came in between."""

from collections.abc import Callable
from typing import TypeVar

from chalicelib.base.errors import Conflict
from chalicelib.tickets.errors import MovedMeanwhile, NumberTaken

ATTEMPTS = 5
_T = TypeVar("_T")


def decide_anew(attempt: Callable[[], _T]) -> _T:
    """Load, decide and write; once more from the start when what was loaded has changed.

    So a reply that comes at the same moment as the job that closes either goes first, or is told
    that the request is over; it is never lost and never half written.
    """
    for _ in range(ATTEMPTS):
        try:
            return attempt()
        except (MovedMeanwhile, NumberTaken):
            continue
    raise Conflict
