"""What other features ask of licenses: whose one is, and which products it gives support for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, KontorError
from chalicelib.licenses import finding
from chalicelib.licenses.changing import due_fields, notice_days
from chalicelib.licenses.errors import LicenseElsewhere, LicenseNotActive
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import ClaimState, License
from chalicelib.licenses.model.lineage import Removal
from chalicelib.licenses.noting import note
from chalicelib.licenses.rules import claims
from chalicelib.licenses.rules.due import Prospect, notices_missed
from chalicelib.licenses.rules.status import gives_support
from chalicelib.licenses.store import desk, removals
from chalicelib.licenses.store import licenses as store

if TYPE_CHECKING:
    from chalicelib.licenses.schemas.licenses import KeyFileIn


LOOKED_AT = 25


@dataclass(frozen=True, slots=True)
class ClaimableLicense:
    """A license that a code or key file named. It can be claimed unless somebody holds it."""

    license_id: str
    needs_check: bool
    holder_company_id: str | None


@dataclass(frozen=True, slots=True)
class LicensedProduct:
    """A product that a company has support for, by its license that lasts longest."""

    product_id: str
    license_id: str
    public_id: str


def find_for_registration(
    activation_code: str | None, key_file: "KeyFileIn | None", now: datetime
) -> ClaimableLicense:
    """The license that somebody wants to register with; exactly one of the two must be given.

    Raises Invalid on `activation_code` or `key_file`: what `finding.find` says, license_expired,
    license_blocked or license_merged. That another company holds it is in the answer, for the
    caller to refuse: that company is to be told.
    """
    field, license_ = finding.find(activation_code, key_file)
    if reason := claims.unusable(license_, now):
        raise finding.refuse(field, reason)
    return ClaimableLicense(license_.pk, license_.needs_check, claims.holder_of(license_))


def claim(
    change: Transaction, license_id: str, company_id: str, now: datetime, *, by: str
) -> ClaimState:
    """Write a company's claim into the change; `by` is the account that makes it.

    Raises LicenseElsewhere or LicenseNotActive at once where that is plain already; the change
    raises them where it becomes so before the commit.
    """
    license_ = store.find_license(license_id)
    if license_ is None:
        raise LicenseNotActive
    if reason := claims.refusal(license_, company_id, now):
        raise _conflict(reason)
    return put_claim(change, license_, company_id, now, by=by, refused=_conflict)


def put_claim(
    change: Transaction,
    license_: License,
    company_id: str,
    now: datetime,
    *,
    by: str,
    refused: Callable[[str], KontorError],
) -> ClaimState:
    """As `claim`, for a license that was just read and found free.

    `refused` makes the error that the change raises where it is not free any more, out of the
    reason that `claims.refusal` gives then.
    """
    state = claims.first_state(license_, company_id)

    def lost() -> KontorError:
        found = store.find_license(license_.pk)
        reason = claims.refusal(found, company_id, now) if found else None
        return refused(reason) if reason else Conflict()

    store.put_claim(
        change, license_, _claimed(license_, company_id, state, by, now), now, lost=lost
    )
    who, told = Actor(account_id=by), {"claim": state}
    note(change, license_, What.CLAIMED, who, now, company_id=company_id, details=told)
    return state


def _claimed(
    license_: License, company_id: str, state: ClaimState, by: str, now: datetime
) -> dict[str, Any]:
    missed = notices_missed(Prospect.of(license_), notice_days(), now)
    new: dict[str, Any] = {
        "company_id": company_id,
        "claim": state,
        "claimed_at": now,
        "claimed_by": by,
        "check": desk.CHECK if state == ClaimState.PENDING else None,
        "refused_because": None,
        "expiry_told": missed,
        "expiry_told_for": license_.expires_on if missed is not None else None,
    }
    return {**new, **due_fields(license_, now, **new)}


def _conflict(reason: str) -> KontorError:
    if reason == claims.ELSEWHERE:
        return LicenseElsewhere()
    return LicenseNotActive() if reason in {claims.EXPIRED, claims.BLOCKED} else Conflict()


def holder(license_id: str) -> str | None:
    """The company that holds the license, a claim that waits for its check included."""
    license_ = store.find_license(license_id)
    return claims.holder_of(license_) if license_ else None


def holder_of_public_id(public_id: str) -> str | None:
    """The company that holds the license of this public id. Two reads, one after the other."""
    found = store.owners_of([public_id])
    return holder(found[public_id]) if found else None


def count_licenses(company_id: str, most: int) -> int:
    """How many licenses a company claims; counting stops at `most`. One query."""
    return store.count_licenses(company_id, most)


def active_products(company_id: str, now: datetime) -> list[LicensedProduct]:
    """The products that the company may ask for help with, each once. One query.

    By an index, which may be a moment behind: what is decided on it is made sure in the
    transaction, by `demand_active`.
    """
    found: dict[str, LicensedProduct] = {}
    living = store.living_licenses(company_id, now.date())
    for product in _supported(living, now):
        found.setdefault(product.product_id, product)
    return list(found.values())


def active_product(company_id: str, product_id: str, now: datetime) -> LicensedProduct | None:
    """The same for one product, by the license that lasts longest; reads no further than that."""
    living = store.living_licenses(company_id, now.date(), at_a_time=LOOKED_AT)
    products = _supported(living, now)
    return next((product for product in products if product.product_id == product_id), None)


def _supported(living: Iterator[License], now: datetime) -> Iterator[LicensedProduct]:
    for license_ in living:
        if gives_support(license_, now):
            for product_id in license_.products:
                yield LicensedProduct(product_id, license_.pk, license_.public_id)


def demand_active(change: Transaction, license_id: str, company_id: str, now: datetime) -> None:
    """Let the change happen only if the company holds this license and it is active then.

    Raises LicenseNotActive at the commit; the license is not written.
    """
    store.demand_claim(change, license_id, company_id, now, lost=LicenseNotActive())


def note_block_request(
    change: Transaction,
    actor: Actor,
    license_: License,
    ticket: tuple[str, str],
    at: datetime | None,
    now: datetime,
) -> None:
    """Write into the license's history that its holder asked for a block (LIC-13).

    `ticket` is the request's id and number; `at` when it is to be blocked, None: at once.
    """
    details: dict[str, object] = {"ticket_id": ticket[0], "ticket_number": ticket[1]}
    if at is not None:
        details["planned_for"] = at.isoformat()
    note(change, license_, What.BLOCK_REQUESTED, actor, now, details=details)
    record(change, actor, "license.block_requested", license_.pk, now, details=details)


def holds(license_id: str, company_id: str) -> bool:
    """Whether the company's claim on the license is active now."""
    license_ = store.find_license(license_id)
    active = license_ is not None and license_.claim == ClaimState.ACTIVE
    return active and license_ is not None and license_.company_id == company_id


def due_removals(now: datetime, most: int) -> Iterator[tuple[str, str]]:
    """Removals of licenses whose grace is over, as (license's id, key)."""
    return removals.due_removals(now, most)


def find_removal(license_id: str, key: str) -> Removal | None:
    """One of them, or None when it is dealt with."""
    return removals.find_removal(license_id, key)


def end_removal(change: Transaction, removal: Removal) -> None:
    """Nothing is left to do about it; Conflict when somebody noted that already."""
    removals.end_removal(change, removal, lost=Conflict())


def demand_let_go(change: Transaction, license_id: str, company_id: str) -> None:
    """Let the change happen only while the company's claim on the license is not active.

    Raises Conflict at the commit; the license is not written.
    """
    store.demand_let_go(change, license_id, company_id, lost=Conflict())
