"""Reading who holds the seats of a license, and what an application shows for itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.accounts.model import Attempts
from chalicelib.accounts.store import attempts_key
from chalicelib.aws.pages import Page, read_cursor, read_page
from chalicelib.aws.tables import moment, read_many
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

CURSOR_KEYS = frozenset({"sk"})


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
    keys = (attempts_key(what, now, window) for what in (of_source, of_code))
    code, *tries = read_many([(Code, code_key(hashed), "code"), *keys])
    return Shown(code, *(_tries(item) for item in tries))


def _tries(item: Attempts | None) -> int:
    return int(item.tries) if item else 0


def find_license_and_device(
    license_id: str, device_id: str
) -> tuple[License | None, Device | None, Released | None]:
    """The license, the device if it holds a seat, and whether it gave one back lately."""
    found = read_many(
        [
            (License, license_id, KIND),
            (Device, license_id, device_sk(device_id)),
            (Released, license_id, RELEASED + device_id),
        ]
    )
    license_, device, released = found
    return license_, device, released


def ended_leases(license_id: str, now: datetime, most: int) -> list[Lease]:
    """Leases that hold a seat no longer, the oldest first. One query."""
    over = Lease.sk.between(LEASE, f"{LEASE}{moment(now)}")
    return list(Lease.query(license_id, over, limit=most, consistent_read=True))


def device_page(license_id: str, cursor: str | None, size: int) -> Page[Device]:
    """A page of the devices that hold a seat, in no order that means anything. One query."""
    partition = {"pk": license_id}
    results = Device.query(
        license_id,
        Device.sk.startswith(DEVICE),
        limit=size + 1,
        last_evaluated_key=read_cursor(cursor, partition, CURSOR_KEYS),
    )
    return read_page(results, partition, size)


def refused_on(license_id: str, day: str) -> Refused | None:
    """The devices that were refused that day."""
    found: list[Refused | None] = read_many([(Refused, license_id, REFUSED + day)])
    return found[0]
