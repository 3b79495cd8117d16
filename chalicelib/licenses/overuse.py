"""More devices than seats (LIC-10): noted, marked for staff, told to the holder, looked at."""

from contextlib import suppress
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, NotFound
from chalicelib.base.operation import Operation
from chalicelib.licenses import letters
from chalicelib.licenses.errors import NotOverused
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.noting import SYSTEM, note
from chalicelib.licenses.rules.claims import holder_of
from chalicelib.licenses.rules.seats import is_overused
from chalicelib.licenses.store import overuse as store
from chalicelib.licenses.store.licenses import find_license


def note_overuse(license_: License, device_id: str, now: datetime) -> None:
    """Note a device too many; with `overuse_devices` of a day staff and the holder are told.

    Once, until staff have looked; after that not on the same day again.
    """
    count = store.count_refused(license_.pk, device_id, now)
    if count is not None and is_overused(license_, count, settings().overuse_devices, now):
        with suppress(Conflict, Repeated):
            # Where it fails, another device too many said so at this moment.
            _mark(license_, count, now)


def _mark(license_: License, devices: int, now: datetime) -> None:
    change = Transaction(Operation.of("overuse", f"{license_.pk} {now.date()}"), now)
    store.mark(change, license_, now, lost=Conflict())
    note(change, license_, What.OVERUSED, SYSTEM, now)
    company_id = holder_of(license_)
    if company_id:
        to = letters.keepers(company_id)
        counts = {"devices": devices, "nodes": int(license_.nodes)}
        letters.tell(change, license_, to, letters.OVERUSED, now, **counts)
    record(
        change, SYSTEM, "license.overused", license_.pk, now,
        company_id=company_id or "", details={"public_id": license_.public_id},
    )  # fmt: skip
    change.commit()


def review_overuse(actor: Actor, license_id: str, now: datetime, operation: Operation) -> None:
    """Staff have looked at it: the mark comes off.

    Raises NotFound, or NotOverused where there is none (any more).
    """
    license_ = find_license(license_id)
    if license_ is None:
        raise NotFound
    if license_.overused_at is None:
        raise NotOverused
    change = Transaction(operation, now)
    store.unmark(change, license_, now, lost=NotOverused())
    note(change, license_, What.OVERUSE_REVIEWED, actor, now)
    company_id = holder_of(license_) or ""
    details = {"public_id": license_.public_id}
    record(
        change, actor, "license.overuse_reviewed", license_.pk, now,
        company_id=company_id, details=details,
    )  # fmt: skip
    change.commit({})
