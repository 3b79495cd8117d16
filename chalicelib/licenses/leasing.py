"""Offline leases (LIC-10): a seat for a device without the internet, for some days."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, FieldError, Invalid, KontorError, NotFound
from chalicelib.base.operation import Operation
from chalicelib.licenses import refusals
from chalicelib.licenses.activating import unusable
from chalicelib.licenses.errors import ClaimNotProven
from chalicelib.licenses.freeing import SeatFreed, free_ended_of
from chalicelib.licenses.listing import find_visible
from chalicelib.licenses.model.devices import Device
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.noting import note
from chalicelib.licenses.rules import seats as rules
from chalicelib.licenses.rules.lease_file import LeaseTerms, Request, lease_bytes, parse_request
from chalicelib.licenses.rules.signed_text import Damaged, NotOurs, close, fitting
from chalicelib.licenses.rules.status import opens_for
from chalicelib.licenses.schemas.devices import LeaseIn, LeaseOut
from chalicelib.licenses.showing import places_of
from chalicelib.licenses.store import devices as reads
from chalicelib.licenses.store import seats as store

TRIES = 3
REQUEST = "request_base64"
DEVICE = "device"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The device that is to have the lease."""

    fingerprint: str
    name: str | None
    public_key: str | None


def issue_lease(
    actor: Actor, license_id: str, data: LeaseIn, now: datetime, operation: Operation
) -> LeaseOut:
    """Sign a lease for one device; one that is active, or has a lease, keeps its seat with it.

    It ends with the license at the latest, and not before the device's present lease. Raises
    NotFound, ClaimNotProven, what `unusable` says, NoSeatLeft, Conflict, or Invalid:
    request_or_device, request_foreign, request_damaged, request_forged, request_other_license on
    `request_base64`, device_malformed on `device`, too_large on `days`.
    """
    license_ = find_visible(actor, license_id)
    if not opens_for(actor, license_):
        raise ClaimNotProven
    if error := unusable(license_, now):
        raise error
    if data.days > settings().lease_days:
        raise Invalid(FieldError("days", "too_large", {"max": settings().lease_days}))
    wanted = _wanted(data, license_)
    for _ in range(TRIES):
        try:
            return _issue(actor, license_, wanted, data.days, now, operation)
        except SeatFreed:
            continue
    raise Conflict


def _wanted(data: LeaseIn, license_: License) -> _Wanted:
    if (data.request_base64 is None) == (data.device is None):
        raise Invalid(FieldError(REQUEST, "request_or_device"))
    if data.device is not None:
        if not rules.is_fingerprint(data.device):
            raise Invalid(FieldError(DEVICE, "device_malformed"))
        return _Wanted(data.device, data.device_name, None)
    request = _read_request(data.request_base64 or "")
    if request.license not in {None, license_.public_id}:
        wrong = {"license": str(request.license)}
        raise Invalid(FieldError(REQUEST, "request_other_license", wrong))
    return _Wanted(request.device, request.name or data.device_name, request.public_key)


def _read_request(content: str) -> Request:
    from chalicelib.licenses.signing import Forged, demand_signed_by

    try:
        request = parse_request(base64.b64decode(content, validate=True))
        demand_signed_by(request.public_key, request.text.signature, request.text.signed)
    except NotOurs:
        raise Invalid(FieldError(REQUEST, "request_foreign")) from None
    except Forged:
        raise Invalid(FieldError(REQUEST, "request_forged")) from None
    except (Damaged, ValueError):
        raise Invalid(FieldError(REQUEST, "request_damaged")) from None
    return request


def _issue(
    actor: Actor,
    license_: License,
    wanted: _Wanted,
    days: int,
    now: datetime,
    operation: Operation,
) -> LeaseOut:
    places = places_of(reads.collections_of(license_), wanted.fingerprint)
    device_id = places[0][1]
    _, before, _ = reads.find_license_and_device(places)
    if before is not None and not rules.holds_seat(before, now):
        raise free_ended_of(license_, now)
    ends = min(now.date() + timedelta(days=days), license_.expires_on)
    if before is not None and before.lease_ends is not None:
        ends = max(ends, before.lease_ends)
    after = _leased(license_, before, wanted, device_id, ends, now)
    answer = _signed(license_, wanted, after, now)
    change = Transaction(operation, now)
    _write(change, before, after, now)
    details = {"lease": after.lease_id, "device": device_id, "ends": ends.isoformat()}
    record(change, actor, "lease.signed", license_.pk, now, details=details)
    note(change, license_, What.LEASE_SIGNED, actor, now, details=_told(after))
    change.commit(answer.model_dump(mode="json"))
    return answer


def _told(device: Device) -> dict[str, object]:
    return {"device": device.name, "ends": device.lease_ends.isoformat()}


def held_until(ends: date) -> datetime:
    """How long a lease's seat is held: for as long as any device may go by it.

    A device's clock may be wrong by `clock_skew_days`. So the device goes on for that much longer
    by its own clock, which may be ahead; and where it is behind, that is later by as much again.
    """
    days = timedelta(days=1 + 2 * settings().clock_skew_days)
    return datetime.combine(ends + days, time(), UTC)


def _leased(
    license_: License,
    before: Device | None,
    wanted: _Wanted,
    device_id: str,
    ends: date,
    now: datetime,
) -> Device:
    device = store.new_device(license_.pk, device_id, wanted.name, now)
    if before is not None:
        device.since, device.name = before.since, wanted.name or before.name
    device.lease_id, device.lease_ends = ids.ulid(now), ends
    device.held_until, device.public_key = held_until(ends), wanted.public_key
    return device


def _write(change: Transaction, before: Device | None, after: Device, now: datetime) -> None:
    refused = _refused(after, now)
    if before is not None:
        store.put_lease(change, before, after, now, refused=refused)
    else:
        store.take_seat(change, after, None, now, taken=lambda _: SeatFreed(), refused=refused)
        store.add_lease(change, after)


def _refused(wanted: Device, now: datetime) -> Callable[[], KontorError]:
    def judge() -> KontorError:
        place = (wanted.pk, reads.device_of(wanted))
        license_, device, _ = reads.find_license_and_device([place])
        if license_ is None or license_.merged_into is not None:
            return NotFound()
        if error := unusable(license_, now):
            return error
        if device is not None or int(license_.seats_used or 0) < license_.nodes:
            return SeatFreed()
        freed = free_ended_of(license_, now)
        if isinstance(freed, SeatFreed):
            return freed
        return refusals.NoSeatLeft(nodes=int(license_.nodes))

    return judge


def _signed(license_: License, wanted: _Wanted, device: Device, now: datetime) -> LeaseOut:
    from chalicelib.licenses.signing import sign

    terms = LeaseTerms(
        lease_id=device.lease_id,
        record=license_.pk,
        license=license_.public_id,
        products=tuple(license_.products),
        edition=fitting(license_.edition),
        end_user=fitting(license_.end_user),
        device=wanted.fingerprint,
        public_key=wanted.public_key,
        issued=now,
        starts=now.date(),
        ends=device.lease_ends,
    )
    data, _, signature = sign(lambda key_id: lease_bytes(terms, key_id))
    content = base64.b64encode(close(data, signature)).decode()
    device_id = reads.device_of(device)
    name = f"{terms.name}.lease"
    return LeaseOut(name=name, content_base64=content, device_id=device_id, ends=terms.ends)
