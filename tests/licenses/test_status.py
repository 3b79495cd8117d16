"""LIC-0: the status is computed from facts and the time."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from chalicelib.base.actor import Actor, Right
from chalicelib.licenses.model.license import ClaimState, Status
from chalicelib.licenses.rules.status import gives_support, opens_for, status, visible_to
from tests.licenses.builders import NOON, TODAY, a_license, held_by

DAY = timedelta(days=1)
MANAGER = Actor(account_id="a", company_id="us", rights=frozenset({Right.MANAGE_LICENSES}))
MEMBER = Actor(account_id="b", company_id="us")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, Status.ACTIVE),
        ({"activated_on": None}, Status.NOT_ACTIVATED),
        ({"expires_on": TODAY}, Status.ACTIVE),
        ({"expires_on": TODAY - DAY}, Status.EXPIRED),
        ({"expires_on": TODAY - DAY, "activated_on": None}, Status.EXPIRED),
        ({"blocked_at": NOON}, Status.BLOCKED),
        ({"blocked_at": NOON + DAY}, Status.ACTIVE),
        ({"blocked_at": NOON - DAY, "expires_on": TODAY - DAY}, Status.BLOCKED),
        ({"blocked_at": NOON - DAY, "activated_on": None}, Status.BLOCKED),
    ],
)
def test_facts_make_the_status(facts: dict[str, Any], expected: Status) -> None:
    assert status(a_license(**facts), NOON) == expected


def test_the_last_day_counts_to_its_end_by_utc() -> None:
    license_ = a_license(expires_on=date(2026, 12, 31))
    assert status(license_, datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)) == Status.ACTIVE
    assert status(license_, datetime(2027, 1, 1, tzinfo=UTC)) == Status.EXPIRED


def test_a_license_that_was_never_activated_gives_support() -> None:
    assert gives_support(held_by("us", activated_on=None), NOON)


@pytest.mark.parametrize("state", [ClaimState.PENDING, ClaimState.REFUSED])
def test_an_unproven_claim_gives_no_support(state: ClaimState) -> None:
    """LIC-3."""
    assert not gives_support(held_by("us", state), NOON)


def test_only_the_company_sees_its_license() -> None:
    assert visible_to(MEMBER, held_by("us"))
    assert not visible_to(MEMBER, held_by("them"))
    assert not visible_to(Actor(account_id="c"), a_license())


def test_the_code_is_for_those_who_manage_licenses() -> None:
    """LIC-0."""
    assert opens_for(MANAGER, held_by("us"))
    assert not opens_for(MEMBER, held_by("us"))
    assert not opens_for(MANAGER, held_by("them"))


@pytest.mark.parametrize("state", [ClaimState.PENDING, ClaimState.REFUSED])
def test_the_code_stays_closed_until_the_claim_is_proven(state: ClaimState) -> None:
    """LIC-3: a found key file must not lead to the code."""
    assert not opens_for(MANAGER, held_by("us", state))
