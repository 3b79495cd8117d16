"""A license that somebody shows to prove which company they belong to (COM-10)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.aws.tables import Key
from chalicelib.aws.transactions import Transaction
from chalicelib.base.errors import KontorError
from chalicelib.licenses import finding
from chalicelib.licenses.model.license import ClaimState, License, Status
from chalicelib.licenses.rules import claims
from chalicelib.licenses.rules.status import status
from chalicelib.licenses.store import licenses as store

if TYPE_CHECKING:
    from chalicelib.licenses.schemas.licenses import KeyFileIn


@dataclass(frozen=True, slots=True)
class ShownLicense:
    """A license by which somebody shows where they belong, and the company that it proves."""

    license_id: str
    public_id: str
    code_start: str
    by: str
    company_id: str | None


def find_shown(
    activation_code: str | None, key_file: "KeyFileIn | None", now: datetime
) -> ShownLicense:
    """The license that somebody shows (COM-10); exactly one of the two must be given.

    An expired one will do; one that is blocked, or whose claim still waits for its check, proves
    nothing. Raises Invalid as `finding.find`, or license_blocked, license_merged.
    """
    field, license_ = finding.find(activation_code, key_file)
    reason = claims.unusable(license_, now)
    if reason not in {None, claims.EXPIRED}:
        raise finding.refuse(field, str(reason))
    proven = license_.claim == ClaimState.ACTIVE
    return ShownLicense(
        license_id=license_.pk,
        public_id=license_.public_id,
        code_start=license_.code_start,
        by=field,
        company_id=license_.company_id if proven else None,
    )


def license_key(license_id: str) -> Key:
    """Where a license stands, for who reads it along with other things."""
    return (License, license_id, store.KIND)


def shows(license_: License, company_id: str, now: datetime) -> bool:
    """Whether the license proves this company now: held, accepted, not blocked nor merged."""
    held = license_.claim == ClaimState.ACTIVE and license_.company_id == company_id
    return held and claims.unusable(license_, now) in {None, claims.EXPIRED}


def demand_shown(
    change: Transaction, license_id: str, company_id: str, now: datetime, *, lost: KontorError
) -> None:
    """Let the change happen only while the license proves this company."""
    store.demand_shown(change, license_id, company_id, now, lost=lost)


def status_of(license_: License, now: datetime) -> Status:
    """The status that staff see beside it."""
    return status(license_, now)
