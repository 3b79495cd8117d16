"""Detaching a company's licenses when the company is deleted (COM-9). Loaded by a job."""

from contextlib import suppress
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.licenses import noting
from chalicelib.licenses.changing import UNHELD, alter
from chalicelib.licenses.model.history import What
from chalicelib.licenses.store import licenses as store


def release_of_company(company_id: str, most: int, now: datetime) -> int:
    """End the company's claims, up to `most`; the licenses may be added by anybody.

    Answers how many the index still had; safe to repeat.
    """
    held = store.ids_of_company(company_id, most)
    for license_id in held:
        with suppress(Repeated, Conflict):
            _release(license_id, company_id, now)
    return len(held)


def _release(license_id: str, company_id: str, now: datetime) -> None:
    license_ = store.find_license(license_id)
    if license_ is None or license_.company_id != company_id:
        return
    claimed = license_.claimed_at.isoformat() if license_.claimed_at else ""
    change = Transaction(Operation.of("job", f"{license_id} released {company_id} {claimed}"), now)
    alter(change, license_, now, **UNHELD)
    noting.note(change, license_, What.REMOVED, noting.SYSTEM, now, company_id=company_id)
    details = {"public_id": license_.public_id, "claim": license_.claim}
    record(
        change, noting.SYSTEM, "license.released", license_id, now,
        company_id=company_id, details=details,
    )  # fmt: skip
    change.commit()
