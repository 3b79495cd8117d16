"""Reading who holds the seats of a license, and what an application shows for itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.accounts.model import Attempts
from chalicelib.accounts.store.attempts import attempts_key
from chalicelib.aws.pages import BadCursor, Page, RawKey, read_cursor, write_cursor
from chalicelib.aws.tables import Key, moment, read_many
from chalicelib.licenses.model.devices import (
    DEVICE,
    LEASE,
    REFUSED,
    RELEASED,
    Device,
    Lease,
    Refused,
    Released,
)
from chalicelib.licenses.model.license import Code, License
from chalicelib.licenses.store.licenses import KIND, code_key

CURSOR_KEYS = frozenset({"pk", "sk"})
Place = tuple[str, str]
"""A license, and what a device is called there."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A code that an application showed, and how often it and its source failed lately."""

    code: Code | None
    source_tries: int
    code_tries: int


def device_sk(device_id: str) -> str:
    """The sort key of a device."""
    return DEVICE + device_id


def device_of(item: Device | Lease) -> str:
    """The device's id out of a sort key."""
    return item.sk.rpartition("#")[2]


def lease_sk(held_until: datetime, device_id: str) -> str:
    """The sort key of a lease: in the order in which they end."""
    return f"{LEASE}{moment(held_until)}#{device_id}"


def find_shown(
    hashed: str, of_source: str, of_code: str, now: datetime, window: timedelta
) -> Shown:
    """The code, and the two counts, in one round trip."""
    code, tries = find_code_and_tries(hashed, [of_source, of_code], now, window)
    return Shown(code, *tries)


def find_code_and_tries(
    hashed: str, whats: Sequence[str], now: datetime, window: timedelta
) -> tuple[Code | None, list[int]]:
    """The code, and how often each of these was tried lately. One round trip."""
    keys = (attempts_key(what, now, window) for what in whats)
    code, *tries = read_many([(Code, code_key(hashed), "code"), *keys])
    return code, [_tries(item) for item in tries]


def _tries(item: Attempts | None) -> int:
    return int(item.tries) if item else 0


def find_license_and_device(
    places: Sequence[Place],
) -> tuple[License | None, Device | None, Released | None]:
    """The first place's license, the device where it is, and whether it gave a seat back lately.

    A device is known under another name in each license that was merged into one: the first place
    that knows it counts. One round trip.
    """
    license_key: Key = (License, places[0][0], KIND)
    devices: list[Key] = [(Device, pk, device_sk(device_id)) for pk, device_id in places]
    released: list[Key] = [(Released, pk, RELEASED + device_id) for pk, device_id in places]
    license_, *found = read_many([license_key, *devices, *released])
    there = [item for item in found if item is not None]
    return (
        license_,
        next((item for item in there if isinstance(item, Device)), None),
        next((item for item in there if isinstance(item, Released)), None),
    )


def collections_of(license_: License) -> list[str]:
    """Where its devices are: in its own collection and in those that were merged into it."""
    return [license_.pk, *(license_.absorbed or ())]


def ended_leases(license_ids: Sequence[str], now: datetime, most: int) -> list[Lease]:
    """Leases that hold a seat no longer, the oldest of each license first. A query each."""
    over = Lease.sk.between(LEASE, f"{LEASE}{moment(now)}")
    found: list[Lease] = []
    for license_id in license_ids:
        left = most - len(found)
        if left > 0:
            found += Lease.query(license_id, over, limit=left, consistent_read=True)
    return found


def device_page(license_ids: Sequence[str], cursor: str | None, size: int) -> Page[Device]:
    """A page of the devices that hold a seat, in no order that means anything.

    One query, and one more for each license that it reaches the end of. Raises BadCursor.
    """
    start = read_cursor(cursor, {}, CURSOR_KEYS)
    ids = list(license_ids)
    if start is not None:
        if start["pk"]["S"] not in ids:
            raise BadCursor
        del ids[: ids.index(start["pk"]["S"])]
    found = _devices_from(ids, start, size + 1)
    if len(found) <= size:
        return Page(found, None)
    last = {"pk": {"S": found[size - 1].pk}, "sk": {"S": found[size - 1].sk}}
    return Page(found[:size], write_cursor(last, {}), found[size])


def _devices_from(ids: Sequence[str], start: RawKey | None, most: int) -> list[Device]:
    found: list[Device] = []
    for license_id in ids:
        found += Device.query(
            license_id,
            Device.sk.startswith(DEVICE),
            limit=most - len(found),
            last_evaluated_key=start if license_id == ids[0] else None,
        )
        if len(found) == most:
            break
    return found


def refused_on(license_id: str, day: str) -> Refused | None:
    """The devices that were refused that day."""
    found: list[Refused | None] = read_many([(Refused, license_id, REFUSED + day)])
    return found[0]
