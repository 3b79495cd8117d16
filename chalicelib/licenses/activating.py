"""Devices that take seats and give them back (LIC-10): one transaction, and one read before it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, FieldError, Invalid, KontorError
from chalicelib.base.operation import Operation
from chalicelib.licenses import refusals
from chalicelib.licenses.freeing import SeatFreed, free_ended, free_ended_of
from chalicelib.licenses.model.devices import Device
from chalicelib.licenses.model.license import License
from chalicelib.licenses.overuse import note_overuse
from chalicelib.licenses.rules import seats as rules
from chalicelib.licenses.schemas.activation import (
    Activated,
    ActivateIn,
    CodeStatus,
    DeviceIn,
    DeviceReleased,
    StatusIn,
)
from chalicelib.licenses.showing import Shown, show
from chalicelib.licenses.store import devices as reads
from chalicelib.licenses.store import licenses
from chalicelib.licenses.store import seats as store

TRIES = 4


def activate(actor: Actor, data: ActivateIn, now: datetime, operation: Operation) -> Activated:
    """Give the device a seat; one that has a seat gets the same answer as when it took it.

    But no license that is blocked, over or not begun gives one, and none for a product that it does
    not cover. Raises what `show` does, Invalid on `device` or `product`, OldCode, OnDenyList,
    LicenseExpired, LicenseNotStarted, ProductNotCovered, NoSeatLeft (which is noted), or Conflict
    where so many take seats at this moment that asking again is better.
    """
    if not rules.is_product_id(data.product):
        raise Invalid(FieldError("product", "product_malformed"))
    shown = show(data.code, actor.address, now)
    places = shown.places(data.device)
    if shown.replaced:
        return _still_active(shown, places, data.product, now)
    wanted = _Wanted(shown, places, data.product, data.device_name, now)
    for _ in range(TRIES):
        change = Transaction(operation, now)
        device = _take(change, wanted)
        answer = _activated(device, shown, now)
        if rules.is_leased(device, now):
            return _still_active(shown, places, data.product, now)
        try:
            change.commit(answer.model_dump(mode="json"))
        except SeatFreed:
            continue
        return answer
    raise Conflict


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A device that wants a seat for a product."""

    shown: Shown
    places: Sequence[reads.Place]
    product: str
    name: str | None
    now: datetime


def _take(change: Transaction, wanted: _Wanted) -> Device:
    """Write the seat into the change; a device whose lease runs elsewhere has it by that."""
    (license_id, device_id), *absorbed = wanted.places
    device = store.new_device(license_id, device_id, wanted.name, wanted.now)
    taken, refused = _taken(wanted.shown, wanted.now), _refused(wanted)
    before = _held_before(absorbed, wanted.now) if absorbed else None
    if before is None:
        store.take_seat(change, device, wanted.product, wanted.now, taken=taken, refused=refused)
        return device
    if rules.is_leased(before, wanted.now):
        return before
    device.since, device.name = before.since, wanted.name or before.name
    store.move_seat(
        change, before, device, wanted.product, wanted.now,
        taken=taken, gone=SeatFreed(), refused=refused,
    )  # fmt: skip
    return device


def _held_before(absorbed: Sequence[reads.Place], now: datetime) -> Device | None:
    """The device as it holds a seat by a license that was merged into this one (LIC-14)."""
    _, device, _ = reads.find_license_and_device(absorbed)
    return device if device is not None and rules.holds_seat(device, now) else None


def _activated(device: Device, shown: Shown, now: datetime) -> Activated:
    return Activated(
        since=device.since,
        lease_ends=device.lease_ends if rules.is_leased(device, now) else None,
        code_replaced=shown.replaced,
    )


def _taken(shown: Shown, now: datetime) -> Callable[[Device], Exception]:
    """What it means that the device is there already, and the license is good."""

    def judge(device: Device) -> Exception:
        if not rules.holds_seat(device, now):
            return free_ended(device.pk, [device.pk], now)
        return Repeated(_activated(device, shown, now).model_dump(mode="json"))

    return judge


def _refused(wanted: _Wanted) -> Callable[[], Exception]:
    """What it means that the license gave no seat; over the limit is noted (LIC-10)."""
    shown, now = wanted.shown, wanted.now

    def judge() -> Exception:
        license_, device, _ = reads.find_license_and_device(wanted.places)
        if license_ is not None and license_.merged_into is not None:
            return shown.refused(refusals.OldCode())
        if error := _unfit(license_, wanted.product, now):
            return shown.refused(error)
        assert license_ is not None
        if device is not None and device.pk == license_.pk:
            return _taken(shown, now)(device)
        if device is not None or int(license_.seats_used or 0) < license_.nodes:
            return SeatFreed()
        freed = free_ended_of(license_, now)
        if isinstance(freed, SeatFreed):
            return freed
        note_overuse(license_, wanted.places[0][1], now)
        return shown.refused(refusals.NoSeatLeft(nodes=int(license_.nodes)))

    return judge


def _unfit(license_: License | None, product_id: str, now: datetime) -> KontorError | None:
    """Why the license gives this product to nobody, whoever holds a seat, or None."""
    if license_ is None:
        return refusals.CodeUnknown()
    covered = product_id in license_.products
    return unusable(license_, now) or (None if covered else refusals.ProductNotCovered())


def unusable(license_: License, now: datetime) -> KontorError | None:
    """What is wrong with the license itself, or None."""
    match rules.state_of(license_, now):
        case rules.BLOCKED:
            return refusals.OnDenyList()
        case rules.EXPIRED:
            return refusals.LicenseExpired()
        case rules.NOT_STARTED:
            return refusals.LicenseNotStarted(starts=license_.starts_on.isoformat())
        case _:
            return None


def _still_active(
    shown: Shown, places: Sequence[reads.Place], product_id: str, now: datetime
) -> Activated:
    """LIC-12: on a code that was replaced nobody starts, and nobody loses a seat."""
    license_, device, _ = reads.find_license_and_device(places)
    good = licenses.surviving(license_) if license_ is not None else None
    if error := _unfit(good, product_id, now):
        raise shown.refused(error)
    if device is None or not rules.holds_seat(device, now):
        raise shown.refused(refusals.OldCode())
    return _activated(device, shown, now)


def release(actor: Actor, data: DeviceIn, now: datetime, operation: Operation) -> DeviceReleased:
    """Free the device's seat; one that gave its seat back already gets the same answer.

    A blocked or expired license gives seats back, too. Raises what `show` does, Invalid on
    `device`, DeviceNotActivated, LeaseRunning.
    """
    shown = show(data.code, actor.address, now)
    places = shown.places(data.device)
    for _ in range(TRIES):
        license_, device, released = reads.find_license_and_device(places)
        if license_ is None or device is None or not rules.holds_seat(device, now):
            if released is None:
                raise shown.refused(refusals.DeviceNotActivated())
            return DeviceReleased(released_at=released.at)
        if device.lease_id is not None:
            raise shown.refused(refusals.LeaseRunning(ends=device.lease_ends.isoformat()))
        change = Transaction(operation, now)
        counted_on = licenses.surviving(license_).pk
        store.give_seat_back(change, device, counted_on, now, lost=SeatFreed())
        answer = DeviceReleased(released_at=now)
        try:
            change.commit(answer.model_dump(mode="json"))
        except SeatFreed:
            continue
        return answer
    raise Conflict


def heartbeat(actor: Actor, data: DeviceIn, now: datetime, operation: Operation) -> Activated:
    """Whether the device may go on; it is noted as seen, once a day. Two reads.

    Raises what `show` does, Invalid on `device`, what `unusable` says, DeviceNotActivated.
    """
    shown = show(data.code, actor.address, now)
    license_, device, _ = reads.find_license_and_device(shown.places(data.device))
    if license_ is None:
        raise refusals.CodeUnknown
    if error := unusable(licenses.surviving(license_), now):
        raise error
    if device is None or not rules.holds_seat(device, now):
        raise refusals.DeviceNotActivated
    answer = _activated(device, shown, now)
    if device.seen_on < now.date():
        change = Transaction(operation, now)
        store.note_seen(change, device, now.date(), lost=refusals.DeviceNotActivated())
        change.commit(answer.model_dump(mode="json"))
    return answer


def code_status(actor: Actor, data: StatusIn, now: datetime) -> CodeStatus:
    """What the code is good for, and whether the device holds a seat. Two reads.

    Raises what `show` does, and Invalid on `device`.
    """
    shown = show(data.code, actor.address, now)
    nobody = [(shown.license_id, "-")]
    places = shown.places(data.device) if data.device is not None else nobody
    license_, device, _ = reads.find_license_and_device(places)
    if license_ is None:
        raise refusals.CodeUnknown
    license_ = licenses.surviving(license_)
    held = device if device and rules.holds_seat(device, now) else None
    return CodeStatus(
        state=rules.state_of(license_, now),
        license=license_.public_id,
        products=license_.products,
        edition=license_.edition,
        starts_on=license_.starts_on,
        expires_on=license_.expires_on,
        nodes=int(license_.nodes),
        seats_used=int(license_.seats_used or 0),
        code_replaced=shown.replaced,
        activated_since=held.since if held else None,
        lease_ends=held.lease_ends if held else None,
        server_time=now,
    )
