"""When a letter is tried again (NOT-2)."""

from datetime import UTC, datetime, timedelta

from chalicelib.mail.rules import is_hopeless, next_attempt

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def _pause(attempts: int) -> timedelta:
    return next_attempt(NOW, attempts) - NOW


def test_each_pause_is_twice_the_one_before() -> None:
    """NOT-2"""
    assert [_pause(n) for n in (1, 2, 3, 8)] == [timedelta(minutes=m) for m in (1, 2, 4, 128)]


def test_no_pause_is_longer_than_six_hours() -> None:
    assert _pause(10) == _pause(10_000) == timedelta(hours=6)


def test_a_letter_is_given_up_with_its_last_attempt() -> None:
    """NOT-2"""
    assert not is_hopeless(7, most=8)
    assert is_hopeless(8, most=8)
