"""Whether a company may claim a license (LIC-2), and how a claim moves on (LIC-3)."""

from collections.abc import Mapping
from datetime import datetime

from chalicelib.licenses.model.license import ClaimState, License, Status
from chalicelib.licenses.rules.status import status

EXPIRED = "license_expired"
BLOCKED = "license_blocked"
ALREADY_HERE = "license_already_here"
ELSEWHERE = "license_elsewhere"
MERGED = "license_merged"

# Every move of a claim there is; None is a license that nobody holds, and a company may take
# any off its list (LIC-7). A refused claim holds nothing: the license may be claimed again, by
# anybody.
MOVES: Mapping[ClaimState | None, frozenset[ClaimState | None]] = {
    None: frozenset({ClaimState.PENDING, ClaimState.ACTIVE}),
    ClaimState.PENDING: frozenset({ClaimState.ACTIVE, ClaimState.REFUSED, None}),
    ClaimState.ACTIVE: frozenset({None}),
    ClaimState.REFUSED: frozenset({ClaimState.PENDING, ClaimState.ACTIVE, None}),
}


def claim_state(license_: License) -> ClaimState | None:
    """Where the license's claim is; None when nobody ever held it."""
    return ClaimState(license_.claim) if license_.claim else None


def may_move(from_: ClaimState | None, to: ClaimState | None) -> bool:
    """Whether a claim may go from one state to the other."""
    return to in MOVES[from_]


def first_state(license_: License, company_id: str) -> ClaimState:
    """What a company's new claim on it is: pending where the vendor wants to look first.

    Once is enough: a company whose claim was accepted before may take the license off its list
    and add it again.
    """
    check = license_.needs_check and license_.checked_for != company_id
    return ClaimState.PENDING if check else ClaimState.ACTIVE


def holder_of(license_: License) -> str | None:
    """The company that holds it; a claim that waits for its check holds, a refused one doesn't."""
    if claim_state(license_) in {ClaimState.PENDING, ClaimState.ACTIVE}:
        return license_.company_id
    return None


def refusal(license_: License, company_id: str | None, now: datetime) -> str | None:
    """Why the license can't be claimed for the company (None: one yet to be made), or None.

    What is wrong with the license itself goes before who else holds it.
    """
    holder = holder_of(license_)
    if holder is not None and holder == company_id:
        return ALREADY_HERE
    return unusable(license_, now) or (ELSEWHERE if holder else None)


def unusable(license_: License, now: datetime) -> str | None:
    """As `refusal`, as far as it is about the license itself."""
    if license_.merged_into is not None:
        return MERGED
    return {Status.BLOCKED: BLOCKED, Status.EXPIRED: EXPIRED}.get(status(license_, now))


def mailable(license_: License | None, now: datetime) -> str | None:
    """Why its key files are not mailed to who has its code (LIC-9), or None.

    Nobody who is being checked gets them in this way sooner.
    """
    if license_ is None:
        return "unknown"
    reason = {Status.BLOCKED: "blocked", Status.EXPIRED: "expired"}.get(status(license_, now))
    unchecked = license_.needs_check and license_.claim != ClaimState.ACTIVE
    return reason or ("unchecked" if unchecked else None)
