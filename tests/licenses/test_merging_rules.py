"""LIC-14: which licenses can be made one, and when."""

from datetime import date, timedelta
from typing import Any

import pytest

from chalicelib.licenses.model.license import ClaimState, License
from chalicelib.licenses.rules.merging import may_renew, renewal_opens_on, unfit
from tests.licenses.builders import NOON, TODAY, held_by

AHEAD = timedelta(days=90)
OTHER = "01KAEX5H0M5Y7R3W9V2C4D6F8H"


def ours(**facts: Any) -> License:
    return held_by("us", **facts)


def other(**facts: Any) -> License:
    return held_by(facts.pop("by", "us"), facts.pop("state", ClaimState.ACTIVE), pk=OTHER, **facts)


@pytest.mark.parametrize(("days", "may"), [(91, False), (90, True), (0, True), (-400, True)])
def test_the_renewal_opens_some_days_before_the_end(days: int, may: bool) -> None:
    """And stays open after it."""
    license_ = ours(expires_on=TODAY + timedelta(days=days))
    assert may_renew(license_, AHEAD, NOON) is may


def test_the_day_it_opens_can_be_told() -> None:
    assert renewal_opens_on(date(2026, 12, 31), AHEAD) == date(2026, 10, 2)


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (None, "license_unknown"),
        (ours(), "license_unknown"),
        (other(merged_into="another"), "license_unknown"),
        (other(by="them"), "other_holder"),
        (other(state=ClaimState.PENDING), "other_holder"),
        (other(state=ClaimState.REFUSED), "other_holder"),
        (other(products=["vault-server"]), "other_product"),
        (other(products=["guard-business", "vault-server"]), "other_product"),
        (other(blocked_at=NOON), "other_blocked"),
        (other(blocked_at=NOON + timedelta(days=1)), None),
        (other(expires_on=TODAY - timedelta(days=20)), None),
        (other(activated_on=None), None),
        (other(), None),
    ],
)
def test_only_what_one_company_holds_of_one_product_fits(
    found: License | None, reason: str | None
) -> None:
    assert unfit(ours(), found, NOON) == reason


def test_products_count_and_not_their_order() -> None:
    both = ["guard-business", "vault-server"]
    assert unfit(ours(products=both), other(products=both[::-1]), NOON) is None


def test_what_the_company_itself_does_not_hold_for_certain_takes_nothing_in() -> None:
    pending = held_by("us", ClaimState.PENDING)
    assert unfit(pending, other(), NOON) == "other_holder"
