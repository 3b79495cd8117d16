"""Taking and giving back seats. Each change counts on the license and writes its device, at once.

Why one counter is enough, and what rate it takes: docs/decisions/0030.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import reduce
from operator import and_

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.operand import Path
from pynamodb.expressions.update import Action

from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Found, Lost, Transaction
from chalicelib.base.errors import Conflict
from chalicelib.licenses.model.devices import RELEASED, Device, Lease, Released
from chalicelib.licenses.model.license import EARLY, License
from chalicelib.licenses.store.devices import device_of, device_sk, lease_sk
from chalicelib.licenses.store.licenses import KIND


def new_device(license_id: str, device_id: str, name: str | None, now: datetime) -> Device:
    """A device that takes a seat now."""
    sk, today = device_sk(device_id), now.date()
    return Device(pk=license_id, sk=sk, name=name, since=now, seen_on=today)


def _good(now: datetime) -> Condition:
    """As `rules.seats.state_of` has it."""
    unblocked = License.blocked_at.does_not_exist() | (License.blocked_at > now)
    whole = License.merged_into.does_not_exist()
    begun = License.starts_on <= (now + EARLY).date()
    condition: Condition = (License.expires_on >= now.date()) & begun & unblocked & whole
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

    Raises `refused` where the license is not good, does not cover the product, or has no seat left;
    else what `taken` makes of the device where it has one.
    """
    conditions = [_good(now), _room(), *([_covers(product_id)] if product_id else [])]
    actions: list[Action] = [
        License.seats_used.set((License.seats_used | 0) + 1),
        License.activated_on.set(License.activated_on | now.date()),
    ]
    license_ = License(pk=device.pk, sk=KIND)
    change.update(license_, actions, reduce(and_, conditions), lost=refused)
    change.create_unless(device, taken)


def move_seat(  # noqa: PLR0913 - one write each
    change: Transaction,
    before: Device,
    after: Device,
    product_id: str | None,
    now: datetime,
    *,
    taken: Found,
    gone: Lost,
    refused: Lost,
) -> None:
    """A device of a license that was merged into another takes its seat along to that one.

    It was counted there before, so no count changes. `gone` is raised where the device is not as
    it was read, `taken` and `refused` as in `take_seat`.
    """
    conditions = [_good(now), *([_covers(product_id)] if product_id else [])]
    change.check(License(pk=after.pk, sk=KIND), reduce(and_, conditions), lost=refused)
    _delete(change, before, lost=gone)
    change.create_unless(after, taken)


def give_seat_back(
    change: Transaction, device: Device, counted_on: str, now: datetime, *, lost: Lost
) -> None:
    """The seat is free, and the device has none: if it is still as it was read.

    `counted_on` is the license that counts it: the one that its own was merged into, if any.
    """
    _delete(change, device, lost=lost)
    _count_down(change, counted_on, 1, lost=lost)
    days = timedelta(days=settings().released_days)
    sk = RELEASED + device_of(device)
    gone = Released(pk=device.pk, sk=sk, at=now, cleanup=now + days)
    gone.lease_id, gone.public_key = device.lease_id, device.public_key
    change.put(gone)


def _delete(change: Transaction, device: Device, *, lost: Lost) -> None:
    held = Device.since == device.since
    if device.lease_id is None:
        held &= Device.lease_id.does_not_exist()
    else:
        held &= Device.lease_id == device.lease_id
        change.delete(_lease_of(device), Lease.pk.exists(), lost=lost)
    change.delete(device, held, lost=lost)


def _count_down(change: Transaction, license_id: str, seats: int, *, lost: Lost) -> None:
    enough = (License.seats_used >= seats) & License.merged_into.does_not_exist()
    counted = [License.seats_used.set(License.seats_used - seats)]
    change.update(License(pk=license_id, sk=KIND), counted, enough, lost=lost)


def reclaim(change: Transaction, ended: Sequence[Lease], counted_on: str) -> None:
    """Free the seats of leases that are over (3 writes each at most, and one for the count)."""
    for lease in ended:
        device = Device(pk=lease.pk, sk=device_sk(device_of(lease)))
        change.delete(lease, Lease.pk.exists())
        change.delete(device, Device.lease_id == lease.lease_id)
    _count_down(change, counted_on, len(ended), lost=Conflict())


def _lease_of(device: Device) -> Lease:
    sk = lease_sk(device.held_until, device_of(device))
    return Lease(pk=device.pk, sk=sk, lease_id=device.lease_id)


def add_lease(change: Transaction, device: Device) -> None:
    """What finds a new lease when it is over; the device itself is written by `take_seat`."""
    change.create(_lease_of(device))


def put_lease(
    change: Transaction, before: Device, after: Device, now: datetime, *, refused: Lost
) -> None:
    """A lease for a device that holds a seat already, by another lease or without one.

    One that holds it in a license that was merged into this one takes it along.
    """
    if before.pk != after.pk:
        again = Conflict()
        move_seat(
            change, before, after, None, now, taken=lambda _: again, gone=again, refused=refused
        )
        add_lease(change, after)
        return
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
