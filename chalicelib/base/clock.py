"""The only place that reads the time. Services and rules are handed `now`."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def machine_now() -> datetime:
    """The machine's own time, wherever `now` was put: for what others compare with theirs."""
    return datetime.now(UTC)


_read: Callable[[], datetime] = machine_now


def shift_by(offset: Callable[[], timedelta]) -> None:
    """Add `offset()` to every later reading: how the local stack lets time pass."""
    read_from(lambda: machine_now() + offset())


def read_from(source: Callable[[], datetime]) -> None:
    """Take every later reading from there: how tests let the time stand still."""
    global _read  # noqa: PLW0603 - one clock per process is the point
    _read = source


def now() -> datetime:
    """The time in UTC, with microseconds."""
    return _read()
