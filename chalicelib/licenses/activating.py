"""Devices that take seats and give them back (LIC-10): one transaction, and one read before it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, FieldError, Invalid, KontorError
from chalicelib.base.operation import Operation
from chalicelib.licenses import refusals
from chalicelib.licenses.model.devices import Device
from chalicelib.licenses.model.license import License
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
from chalicelib.licenses.store import seats as store

TRIES = 4
RECLAIMED_AT_ONCE = 40


class SeatFreed(Conflict):
    """Leases that were over gave their seats back: trying again may find one."""


def activate(actor: Actor, data: ActivateIn, now: datetime, operation: Operation) -> Activated:
    """Give the device a seat; one that has a seat gets the same answer as when it took it.

    Raises what `show` does, Invalid on `device` or `product`, OldCode, OnDenyList,
    LicenseExpired, ProductNotCovered, NoSeatLeft (which is noted), or Conflict where so many take
    seats at this moment that asking again is better.
    """
    if not rules.is_product_id(data.product):
        raise Invalid(FieldError("product", "product_malformed"))
    shown = show(data.code, actor.address, now)
    device_id = shown.device(data.device)
    if shown.replaced:
        return _still_active(shown, device_id, now)
    device = store.new_device(shown.license_id, device_id, data.device_name, now)
    answer = _activated(device, shown, now)
    for _ in range(TRIES):
        change = Transaction(operation, now)
        taken = _taken(shown, now)
        refused = _refused(shown, device_id, data.product, now)
        store.take_seat(change, device, data.product, now, taken=taken, refused=refused)
        try:
            change.commit(answer.model_dump(mode="json"))
        except SeatFreed:
            continue
        return answer
    raise Conflict


def _activated(device: Device, shown: Shown, now: datetime) -> Activated:
    return Activated(
        since=device.since,
        lease_ends=device.lease_ends if rules.is_leased(device, now) else None,
        code_replaced=shown.replaced,
    )


def _taken(shown: Shown, now: datetime) -> Callable[[Device], Exception]:
    """What it means that the device is there already."""

    def judge(device: Device) -> Exception:
        if not rules.holds_seat(device, now):
            return free_ended(shown.license_id, now)
        return Repeated(_activated(device, shown, now).model_dump(mode="json"))

    return judge


def _refused(
    shown: Shown, device_id: str, product_id: str, now: datetime
) -> Callable[[], KontorError]:
    """What it means that the license gave no seat; over the limit is noted (LIC-10)."""

    def judge() -> KontorError:
        license_, _, _ = reads.find_license_and_device(shown.license_id, device_id)
        if license_ is None:
            return refusals.CodeUnknown()
        if error := unusable(license_, now):
            return shown.refused(error)
        if product_id not in license_.products:
            return shown.refused(refusals.ProductNotCovered())
        if int(license_.seats_used or 0) < license_.nodes:
            return SeatFreed()
        freed = free_ended(shown.license_id, now)
        if isinstance(freed, SeatFreed):
            return freed
        note_overuse(license_, device_id, now)
        return shown.refused(refusals.NoSeatLeft(nodes=int(license_.nodes)))

    return judge


def unusable(license_: License, now: datetime) -> KontorError | None:
    """What is wrong with the license itself, or None."""
    words = {rules.BLOCKED: refusals.OnDenyList, rules.EXPIRED: refusals.LicenseExpired}
    error = words.get(rules.state_of(license_, now))
    return error() if error else None


def free_ended(license_id: str, now: datetime) -> Conflict:
    """Free the seats of leases that are over, so that nothing has to look for them all the time.

    Answers SeatFreed when there were some, else a plain Conflict.
    """
    ended = reads.ended_leases(license_id, now, RECLAIMED_AT_ONCE)
    if not ended:
        return Conflict()
    ids = "\n".join(lease.lease_id for lease in ended)
    change = Transaction(Operation.of("reclaim", ids), now)
    store.reclaim(change, ended)
    # Where it fails somebody else freed them at this moment, or one of them was prolonged.
    with suppress(Conflict, Repeated):
        change.commit()
    return SeatFreed()


def note_overuse(license_: License, device_id: str, now: datetime) -> None:
    """Note a device too many; from `overuse_devices` of a day on, staff see a mark."""
    count = store.count_refused(license_.pk, device_id, now)
    if count is not None and count >= settings().overuse_devices and not license_.overused_at:
        store.mark_overused(license_.pk, now)


def _still_active(shown: Shown, device_id: str, now: datetime) -> Activated:
    """LIC-12: on a code that was replaced nobody starts, and nobody loses a seat."""
    _, device, _ = reads.find_license_and_device(shown.license_id, device_id)
    if device is None or not rules.holds_seat(device, now):
        raise shown.refused(refusals.OldCode())
    return _activated(device, shown, now)


def release(actor: Actor, data: DeviceIn, now: datetime, operation: Operation) -> DeviceReleased:
    """Free the device's seat; one that gave its seat back already gets the same answer.

    A blocked or expired license gives seats back, too. Raises what `show` does, Invalid on
    `device`, DeviceNotActivated, LeaseRunning.
    """
    shown = show(data.code, actor.address, now)
    device_id = shown.device(data.device)
    for _ in range(TRIES):
        _, device, released = reads.find_license_and_device(shown.license_id, device_id)
        if device is None or not rules.holds_seat(device, now):
            if released is None:
                raise shown.refused(refusals.DeviceNotActivated())
            return DeviceReleased(released_at=released.at)
        if device.lease_id is not None:
            raise shown.refused(refusals.LeaseRunning(ends=device.lease_ends.isoformat()))
        change = Transaction(operation, now)
        store.give_seat_back(change, device, now, lost=SeatFreed())
        answer = DeviceReleased(released_at=now)
        try:
            change.commit(answer.model_dump(mode="json"))
        except SeatFreed:
            continue
        return answer
    raise Conflict


def heartbeat(actor: Actor, data: DeviceIn, now: datetime, operation: Operation) -> Activated:
    """Whether the device may go on; it is noted as seen, once a day. Two reads.

    Raises what `show` does, Invalid on `device`, OnDenyList, LicenseExpired, DeviceNotActivated.
    """
    shown = show(data.code, actor.address, now)
    device_id = shown.device(data.device)
    license_, device, _ = reads.find_license_and_device(shown.license_id, device_id)
    if license_ is None:
        raise refusals.CodeUnknown
    if error := unusable(license_, now):
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
    device_id = shown.device(data.device) if data.device is not None else "-"
    license_, device, _ = reads.find_license_and_device(shown.license_id, device_id)
    if license_ is None:
        raise refusals.CodeUnknown
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
