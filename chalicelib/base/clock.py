"""The only place that reads the time. Services and rules are handed `now`."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

_offset: Callable[[], timedelta] = timedelta


def shift_by(offset: Callable[[], timedelta]) -> None:
    """Add `offset()` to every later reading: how the local stack lets time pass."""
    global _offset  # noqa: PLW0603 - one clock per process is the point
    _offset = offset


def now() -> datetime:
    """The time in UTC, with microseconds."""
    return machine_now() + _offset()


def machine_now() -> datetime:
    """The machine's own time, wherever `now` was put: for what others compare with theirs."""
    return datetime.now(UTC)
