"""Taking and giving back seats. Each change counts on the license and writes its device, at once.

Why one counter is enough, and what rate it takes: docs/decisions/0030.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import reduce
from operator import and_
from typing import Any

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition, size
from pynamodb.expressions.operand import Path
from pynamodb.expressions.update import Action

from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Found, Lost, Transaction
from chalicelib.licenses.model.devices import REFUSED, RELEASED, Device, Lease, Refused, Released
from chalicelib.licenses.model.license import License
from chalicelib.licenses.store.devices import device_of, device_sk, lease_sk
from chalicelib.licenses.store.licenses import KIND


def new_device(license_id: str, device_id: str, name: str | None, now: datetime) -> Device:
    """A device that takes a seat now."""
    sk, today = device_sk(device_id), now.date()
    return Device(pk=license_id, sk=sk, name=name, since=now, seen_on=today)


def _good(now: datetime) -> Condition:
    unblocked = License.blocked_at.does_not_exist() | (License.blocked_at > now)
    condition: Condition = (License.expires_on >= now.date()) & unblocked
    return condition


def _room() -> Condition:
    condition: Condition = License.seats_used.does_not_exist() | (
        License.seats_used < License.nodes
    )
    return condition


def _covers(product_id: str) -> Condition:
    # Products are JSON text; an id holds neither quotes nor backslashes.
    condition: Condition = Path("products").contains(f'"{product_id}"')
    return condition


def take_seat(
    change: Transaction,
    device: Device,
    product_id: str | None,
    now: datetime,
    *,
    taken: Found,
    refused: Lost,
) -> None:
    """A seat for a device that has none.

    Raises what `taken` makes of the device where it has one, and `refused` where the license is
    not good, does not cover the product, or has no seat left.
    """
    change.create_unless(device, taken)
    conditions = [_good(now), _room(), *([_covers(product_id)] if product_id else [])]
    actions: list[Action] = [
        License.seats_used.set((License.seats_used | 0) + 1),
        License.activated_on.set(License.activated_on | now.date()),
    ]
    license_ = License(pk=device.pk, sk=KIND)
    change.update(license_, actions, reduce(and_, conditions), lost=refused)


def give_seat_back(change: Transaction, device: Device, now: datetime, *, lost: Lost) -> None:
    """The seat is free, and the device has none: if it is still as it was read."""
    held = [Device.since == device.since]
    if device.lease_id is None:
        held.append(Device.lease_id.does_not_exist())
    else:
        held.append(Device.lease_id == device.lease_id)
        change.delete(_lease_of(device), Lease.pk.exists())
    change.delete(device, reduce(and_, held), lost=lost)
    _count_down(change, device.pk, 1)
    days = timedelta(days=settings().released_days)
    sk = RELEASED + device_of(device)
    change.put(Released(pk=device.pk, sk=sk, at=now, cleanup=now + days))


def _count_down(change: Transaction, license_id: str, seats: int) -> None:
    enough = License.seats_used >= seats
    counted = [License.seats_used.set(License.seats_used - seats)]
    change.update(License(pk=license_id, sk=KIND), counted, enough)


def reclaim(change: Transaction, ended: Sequence[Lease]) -> None:
    """Free the seats of leases that are over (3 writes each at most, and one for the count)."""
    for lease in ended:
        device = Device(pk=lease.pk, sk=device_sk(device_of(lease)))
        change.delete(lease, Lease.pk.exists())
        change.delete(device, Device.lease_id == lease.lease_id)
    _count_down(change, ended[0].pk, len(ended))


def _lease_of(device: Device) -> Lease:
    sk = lease_sk(device.held_until, device_of(device))
    return Lease(pk=device.pk, sk=sk, lease_id=device.lease_id)


def add_lease(change: Transaction, device: Device) -> None:
    """What finds a new lease when it is over; the device itself is written by `take_seat`."""
    change.create(_lease_of(device))


def put_lease(
    change: Transaction, before: Device, after: Device, now: datetime, *, refused: Lost
) -> None:
    """A lease for a device that holds a seat already, by another lease or without one."""
    unchanged = Device.since == before.since
    if before.lease_id is None:
        unchanged &= Device.lease_id.does_not_exist()
    else:
        unchanged &= Device.lease_id == before.lease_id
        if before.held_until != after.held_until:
            change.delete(_lease_of(before), Lease.pk.exists())
    change.put(after, unchanged)
    change.put(_lease_of(after))
    change.check(License(pk=after.pk, sk=KIND), _good(now), lost=refused)


def note_seen(change: Transaction, device: Device, today: date, *, lost: Lost) -> None:
    """The device showed itself today."""
    change.update(device, [Device.seen_on.set(today)], Device.since == device.since, lost=lost)


def count_refused(license_id: str, device_id: str, now: datetime) -> int | None:
    """Note that a device found no seat; answers how many did so today.

    The same device counts once a day. None when no more are noted.
    """
    refused = Refused(pk=license_id, sk=REFUSED + now.date().isoformat())
    days = timedelta(days=settings().overuse_days)
    actions: list[Any] = [
        Refused.devices.add({device_id}),
        Refused.kind.set(Refused),
        Refused.cleanup.set(now + days),
    ]
    noted = size(Path("devices")) < settings().overuse_recorded
    room = Refused.devices.does_not_exist() | noted
    try:
        refused.update(actions, condition=room)
    except UpdateError as error:
        if error.cause_response_code == "ConditionalCheckFailedException":
            return None
        raise
    return len(refused.devices)


def mark_overused(license_id: str, now: datetime) -> None:
    """Let staff see that many more devices than seats want this license; the first time counts."""
    license_ = License(pk=license_id, sk=KIND)
    actions: list[Action] = [License.overused_at.set(License.overused_at | now)]
    license_.update(actions, condition=License.pk.exists())
