"""The product's clock can be moved forward, by every process at once, and never back."""

from datetime import timedelta
from pathlib import Path

import pytest

from local.clock import Offset, parse


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("8d", timedelta(days=8)),
        ("1d12h", timedelta(days=1, hours=12)),
        ("90m", timedelta(minutes=90)),
        ("45s", timedelta(seconds=45)),
    ],
)
def test_a_duration_is_read(text: str, by: timedelta) -> None:
    assert parse(text) == by


@pytest.mark.parametrize("text", ["", "8", "d", "-8d", "8 days", "8d x", "1.5d"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="duration"):
        parse(text)


def test_all_who_follow_the_file_move_together(tmp_path: Path) -> None:
    """SCH-1: what makes links die without waiting for a week."""
    mover, follower = Offset(tmp_path / "clock"), Offset(tmp_path / "clock")
    assert follower() == timedelta()
    mover.move(timedelta(days=7))
    mover.move(timedelta(hours=1))
    assert follower() == timedelta(days=7, hours=1)
    assert Offset(tmp_path / "clock")() == timedelta(days=7, hours=1)


def test_time_does_not_go_back(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="forward"):
        Offset(tmp_path / "clock").move(timedelta(seconds=-1))
