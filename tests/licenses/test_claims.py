"""LIC-2, LIC-3: whether a license can be claimed, and how a claim moves on."""

from datetime import timedelta
from itertools import product
from typing import Any

import pytest

from chalicelib.licenses.model.license import ClaimState
from chalicelib.licenses.rules.claims import first_state, holder_of, may_move, refusal, unusable
from tests.licenses.builders import NOON, TODAY, a_license, held_by

DAY = timedelta(days=1)
OVER: dict[str, Any] = {"expires_on": TODAY - DAY}
HELD = [ClaimState.PENDING, ClaimState.ACTIVE]


def test_a_free_license_can_be_claimed() -> None:
    assert refusal(a_license(), "us", NOON) is None
    assert refusal(a_license(activated_on=None), None, NOON) is None


def test_an_expired_or_blocked_license_cannot() -> None:
    assert refusal(a_license(**OVER), "us", NOON) == "license_expired"
    assert refusal(a_license(blocked_at=NOON), "us", NOON) == "license_blocked"


@pytest.mark.parametrize("state", HELD)
def test_a_held_license_cannot_whether_checked_or_not(state: ClaimState) -> None:
    assert refusal(held_by("us", state), "us", NOON) == "license_already_here"
    assert refusal(held_by("them", state), "us", NOON) == "license_elsewhere"
    assert refusal(held_by("them", state), None, NOON) == "license_elsewhere"


def test_what_is_wrong_with_the_license_goes_before_who_else_holds_it() -> None:
    assert refusal(held_by("them", **OVER), "us", NOON) == "license_expired"
    assert refusal(held_by("us", **OVER), "us", NOON) == "license_already_here"


@pytest.mark.parametrize("company_id", ["us", "them"])
def test_a_refused_claim_holds_nothing(company_id: str) -> None:
    license_ = held_by(company_id, ClaimState.REFUSED)
    assert holder_of(license_) is None
    assert refusal(license_, "us", NOON) is None


def test_a_claim_waits_where_the_vendor_looks_first() -> None:
    """LIC-3."""
    assert first_state(a_license(needs_check=True), "us") == ClaimState.PENDING
    assert first_state(a_license(needs_check=False), "us") == ClaimState.ACTIVE


def test_whom_the_vendor_accepted_once_is_not_checked_again() -> None:
    """LIC-7: undoing a removal is adding the license again."""
    checked = a_license(needs_check=True, checked_for="us")
    assert first_state(checked, "us") == ClaimState.ACTIVE
    assert first_state(checked, "them") == ClaimState.PENDING


def test_a_merged_license_cannot_be_claimed() -> None:
    """LIC-14."""
    assert refusal(a_license(merged_into="other"), "us", NOON) == "license_merged"


def test_claims_move_by_their_table_alone() -> None:
    everything = set(product([None, *ClaimState], [None, *ClaimState]))
    allowed = {move for move in everything if may_move(*move)}
    assert allowed == {
        (None, ClaimState.PENDING),
        (None, ClaimState.ACTIVE),
        (ClaimState.PENDING, ClaimState.ACTIVE),
        (ClaimState.PENDING, ClaimState.REFUSED),
        (ClaimState.REFUSED, ClaimState.PENDING),
        (ClaimState.REFUSED, ClaimState.ACTIVE),
        (ClaimState.PENDING, None),
        (ClaimState.ACTIVE, None),
        (ClaimState.REFUSED, None),
    }


def test_a_planned_block_does_not_stop_a_claim_yet() -> None:
    """LIC-13: a block takes effect at its time."""
    assert unusable(a_license(blocked_at=NOON + DAY), NOON) is None
