"""What everything that the license desk does with a license has in common (STF-5)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.licenses import letters
from chalicelib.licenses.errors import LicenseMerged
from chalicelib.licenses.model.license import License
from chalicelib.licenses.model.lineage import FIRST
from chalicelib.licenses.rules.claims import holder_of
from chalicelib.licenses.rules.status import status_of
from chalicelib.licenses.schemas.desk import LicenseChanged
from chalicelib.licenses.store import licenses as store


def demand_alive(license_id: str) -> License:
    """The license, to be changed. Raises NotFound, or LicenseMerged when another took its place."""
    license_ = store.find_license(license_id)
    if license_ is None:
        raise NotFound
    if license_.merged_into is not None:
        raise LicenseMerged
    return license_


def tell_holder(
    change: Transaction, license_: License, template: str, now: datetime, **params: object
) -> None:
    """A letter to those who look after the license in its company, if any holds it."""
    if company_id := holder_of(license_):
        letters.tell(change, license_, letters.keepers(company_id), template, now, **params)


def log(
    change: Transaction,
    actor: Actor,
    license_: License,
    action: str,
    now: datetime,
    details: Mapping[str, object] | None = None,
) -> None:
    """The audit entry, with the company that holds the license."""
    said = {"public_id": license_.public_id, **(details or {})}
    company_id = holder_of(license_) or ""
    record(change, actor, action, license_.pk, now, company_id=company_id, details=said)


def changed(license_: License, now: datetime, **new: Any) -> LicenseChanged:
    """The answer to a change: the license's facts, some of them new."""

    def fact(name: str) -> Any:
        return new.get(name, getattr(license_, name))

    return LicenseChanged(
        status=status_of(fact("blocked_at"), fact("expires_on"), fact("activated_on"), now),
        blocked_at=fact("blocked_at"),
        nodes=int(fact("nodes")),
        expires_on=fact("expires_on"),
        code_id=fact("code_id") or FIRST,
    )
