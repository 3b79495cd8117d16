"""A license in memory, for the rules; what the tests say nothing about is good and plain."""

from datetime import UTC, date, datetime
from typing import Any

from chalicelib.licenses.model.license import ClaimState, License

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOON.date()


def a_license(**facts: Any) -> License:
    """Activated, unblocked, good to the end of 2027, and held by nobody."""
    plain: dict[str, Any] = {
        "pk": "01KAEX5H0M5Y7R3W9V2C4D6F8G",
        "public_id": "LIC-7F3K-9QXD",
        "products": ["guard-business"],
        "issued_on": date(2026, 1, 15),
        "starts_on": date(2026, 2, 1),
        "expires_on": date(2027, 12, 31),
        "activated_on": date(2026, 2, 3),
    }
    return License(**(plain | facts))


def held_by(company_id: str, state: ClaimState = ClaimState.ACTIVE, **facts: Any) -> License:
    """As `a_license`, claimed by a company."""
    return a_license(company_id=company_id, claim=state, **facts)
