"""Which licenses can be made one, and when (LIC-14)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from chalicelib.licenses.model.license import ClaimState, License, Status
from chalicelib.licenses.rules.status import status


def renewal_opens_on(expires_on: date, ahead: timedelta) -> date:
    """From when on a license is at its renewal."""
    return expires_on - ahead


def may_renew(license_: License, ahead: timedelta, now: datetime) -> bool:
    """Whether it ends soon enough, or has ended."""
    return now.date() >= renewal_opens_on(license_.expires_on, ahead)


def unfit(license_: License, other: License | None, now: datetime) -> str | None:
    """Why the other can't be merged into the license, or None."""
    if other is None or other.pk == license_.pk or other.merged_into is not None:
        return "license_unknown"
    held = license_.claim == ClaimState.ACTIVE == other.claim
    if not held or other.company_id != license_.company_id:
        return "other_holder"
    if sorted(other.products) != sorted(license_.products):
        return "other_product"
    return "other_blocked" if status(other, now) == Status.BLOCKED else None


def own_seats(license_: License, merged: Iterable[License]) -> int:
    """How many of a license's seats did not come from those that were merged into it.

    `merged` may hold others, too. What was merged away keeps count of what it brought along.
    """
    brought = (int(other.nodes) for other in merged if other.merged_into == license_.pk)
    return int(license_.nodes) - sum(brought)
