"""SCH-3, LIC-13: when a license's holder has to be told something next."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from chalicelib.licenses.model.license import ClaimState
from chalicelib.licenses.rules.due import (
    Prospect,
    block_is_due,
    next_due,
    notice_due,
    notices_missed,
)
from tests.licenses.builders import NOON, held_by

DAYS = (30, 7)
LAST = date(2026, 12, 31)


def of(**facts: Any) -> Prospect:
    return Prospect.of(held_by("us", expires_on=LAST), **facts)


def at(day: date, hour: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def before(days: int, hour: int = 0) -> datetime:
    """That many days before the last one."""
    return at(LAST - timedelta(days=days), hour)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (before(31, 23), None),
        (before(30), 30),
        (before(8, 23), 30),
        (before(7), 7),
        (at(LAST, 23), 7),
        (before(-1), None),
    ],
)
def test_of_several_notices_that_are_due_the_latest_counts(now: datetime, due: int | None) -> None:
    """A job that comes late speaks once."""
    assert notice_due(of(), DAYS, now) == due


@pytest.mark.parametrize(("told", "due"), [(30, 7), (7, None)])
def test_what_was_told_is_not_told_again(told: int, due: int | None) -> None:
    told_of = of(expiry_told=told, expiry_told_for=LAST)
    assert notice_due(told_of, DAYS, before(5)) == due


def test_another_last_day_is_told_of_anew() -> None:
    """An extension starts over."""
    extended = of(expiry_told=7, expiry_told_for=LAST - timedelta(days=365))
    assert notice_due(extended, DAYS, before(20)) == 30
    assert next_due(extended, DAYS, before(60)) == before(30)


def test_what_is_blocked_is_not_announced() -> None:
    assert notice_due(of(blocked_at=before(40)), DAYS, before(20)) is None
    planned = of(blocked_at=before(10))
    assert notice_due(planned, DAYS, before(20)) == 30


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ({"blocked_at": None}, False),
        ({"blocked_at": NOON}, True),
        ({"blocked_at": NOON, "block_told": NOON}, False),
        ({"blocked_at": NOON, "block_told": NOON - timedelta(days=1)}, True),
        ({"blocked_at": NOON + timedelta(seconds=1)}, False),
    ],
)
def test_a_planned_block_is_told_of_when_it_has_taken_effect(
    facts: dict[str, Any], due: bool
) -> None:
    assert block_is_due(of(**facts), NOON) is due


@pytest.mark.parametrize(
    ("facts", "now", "then"),
    [
        ({}, before(60), before(30)),
        ({"expiry_told": 30, "expiry_told_for": LAST}, before(20), before(7)),
        ({"expiry_told": 7, "expiry_told_for": LAST}, before(5), None),
        ({"blocked_at": before(50)}, before(60), before(50)),
        ({"blocked_at": before(10)}, before(60), before(30)),
        ({"blocked_at": before(70), "block_told": before(70)}, before(60), None),
        ({"claim": ClaimState.PENDING}, before(60), None),
        ({"claim": ClaimState.REFUSED}, before(60), None),
        ({"claim": None}, before(60), None),
        ({}, before(-1), None),
    ],
)
def test_the_job_looks_again_at_the_next_moment(
    facts: dict[str, Any], now: datetime, then: datetime | None
) -> None:
    """Never at what nobody holds for certain, has ended, or has all been told."""
    assert next_due(of(**facts), DAYS, now) == then


@pytest.mark.parametrize(("now", "missed"), [(before(31), None), (before(29), 30), (before(3), 7)])
def test_who_adds_a_license_late_is_not_told_what_is_past(
    now: datetime, missed: int | None
) -> None:
    """The page says when it ends; the next notice is the next one."""
    assert notices_missed(of(), DAYS, now) == missed
