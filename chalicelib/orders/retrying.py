"""Deciding anew when the same line came in twice, or a drawn name was taken."""

from collections.abc import Callable
from typing import TypeVar

from chalicelib.base.errors import Conflict
from chalicelib.licenses.errors import ChangedMeanwhile
from chalicelib.licenses.issuing import PublicIdTaken
from chalicelib.orders.errors import LineTaken

ATTEMPTS = 5
_T = TypeVar("_T")


def decide_anew(attempt: Callable[[], _T]) -> _T:
    """Load, decide and write; once more from the start when what was loaded has changed."""
    for _ in range(ATTEMPTS):
        try:
            return attempt()
        except (LineTaken, PublicIdTaken, ChangedMeanwhile):
            continue
    raise Conflict
