"""Seats that come free by somebody's word: a receipt, or a person who drops a device (LIC-17)."""

import base64
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, FieldError, Invalid, NotFound
from chalicelib.base.operation import Operation
from chalicelib.licenses import refusals
from chalicelib.licenses.model.devices import Device, Released
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.noting import note
from chalicelib.licenses.rules import seats as rules
from chalicelib.licenses.rules.lease_file import Receipt, parse_receipt
from chalicelib.licenses.rules.signed_text import Damaged, NotOurs
from chalicelib.licenses.schemas.activation import DeviceReleased
from chalicelib.licenses.schemas.devices import Dropped
from chalicelib.licenses.showing import places_of
from chalicelib.licenses.store import devices as reads
from chalicelib.licenses.store import seats as store
from chalicelib.licenses.store.licenses import surviving

RECEIPT = "receipt_base64"


def return_lease(
    actor: Actor,
    content: str,
    now: datetime,
    operation: Operation,
    *,
    expected: License | None = None,
) -> DeviceReleased:
    """Free a lease's seat by the device's receipt; a receipt shown again gets the same answer.

    The receipt must be for the `expected` license, or one that was merged into it. Raises
    ReceiptRefused, Conflict, or Invalid on `receipt_base64`: receipt_foreign, receipt_damaged.
    """
    receipt = _read_receipt(content)
    if expected is not None and receipt.record not in reads.collections_of(expected):
        raise refusals.ReceiptRefused
    places = places_of([receipt.record], receipt.device)
    license_, device, released = reads.find_license_and_device(places)
    if license_ is None:
        raise refusals.ReceiptRefused
    if device is None and released is not None and _signed_by(released, receipt):
        return DeviceReleased(released_at=released.at)
    if device is None or not _signed_by(device, receipt):
        raise refusals.ReceiptRefused
    license_ = surviving(license_)
    change = Transaction(operation, now)
    store.give_seat_back(change, device, license_.pk, now, lost=Conflict())
    company_id = license_.company_id or ""
    details = {"lease": receipt.lease_id, "device": places[0][1]}
    record(
        change, actor, "lease.returned", license_.pk, now, company_id=company_id, details=details
    )
    note(change, license_, What.LEASE_RETURNED, actor, now, details=_named(device))
    answer = DeviceReleased(released_at=now)
    change.commit(answer.model_dump(mode="json"))
    return answer


def _read_receipt(content: str) -> Receipt:
    try:
        return parse_receipt(base64.b64decode(content, validate=True))
    except NotOurs:
        raise Invalid(FieldError(RECEIPT, "receipt_foreign")) from None
    except (Damaged, ValueError):
        raise Invalid(FieldError(RECEIPT, "receipt_damaged")) from None


def _signed_by(holder: Device | Released, receipt: Receipt) -> bool:
    """Whether who holds that lease, or held it last, signed the receipt."""
    from chalicelib.licenses.signing import Forged, demand_signed_by

    if holder.public_key is None or holder.lease_id != receipt.lease_id:
        return False
    try:
        demand_signed_by(holder.public_key, receipt.text.signature, receipt.text.signed)
    except Forged:
        return False
    return True


def drop_device(
    actor: Actor, license_: License, device_id: str, now: datetime, operation: Operation
) -> Dropped:
    """Take a device's seat away. It hears so when it next asks.

    Raises NotFound where it holds none, LeaseRunning while its offline lease does: it can't be
    told then.
    """
    places = [(license_id, device_id) for license_id in reads.collections_of(license_)]
    found, device, _ = reads.find_license_and_device(places)
    if found is None or device is None or not rules.holds_seat(device, now):
        raise NotFound
    if device.lease_id is not None:
        raise refusals.LeaseRunning(ends=device.lease_ends.isoformat())
    change = Transaction(operation, now)
    store.give_seat_back(change, device, found.pk, now, lost=Conflict())
    company_id = license_.company_id or ""
    details = {"device": device_id}
    record(
        change, actor, "device.dropped", license_.pk, now, company_id=company_id, details=details
    )
    note(change, license_, What.DEVICE_DROPPED, actor, now, details=_named(device))
    answer = Dropped(device_id=device_id, seats_used=int(found.seats_used or 1) - 1)
    change.commit(answer.model_dump(mode="json"))
    return answer


def _named(device: Device) -> dict[str, object]:
    return {"device": device.name}
