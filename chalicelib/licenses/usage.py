"""Which devices hold a license's seats (LIC-17, STF-5)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from chalicelib.aws.settings import settings
from chalicelib.aws.together import read_together
from chalicelib.base.actor import Actor
from chalicelib.base.delimited import write_rows
from chalicelib.base.errors import NotFound
from chalicelib.catalog.service import product_names
from chalicelib.entry.document import CsvFile
from chalicelib.licenses.errors import ClaimNotProven
from chalicelib.licenses.listing import find_visible
from chalicelib.licenses.model.devices import Device
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules import seats as rules
from chalicelib.licenses.rules.status import opens_for
from chalicelib.licenses.rules.usage import COLUMNS
from chalicelib.licenses.schemas.devices import DeviceOut, DevicePage
from chalicelib.licenses.store import devices as store
from chalicelib.licenses.store.licenses import find_license

MOST_ENDED = 100


def find_managed(actor: Actor, license_id: str) -> License:
    """The license whose devices this person may see and drop.

    Raises NotFound, and ClaimNotProven while the vendor checks the claim.
    """
    license_ = find_visible(actor, license_id)
    if not opens_for(actor, license_):
        raise ClaimNotProven
    return license_


def find_for_staff(license_id: str) -> License:
    """Any license; raises NotFound."""
    license_ = find_license(license_id)
    if license_ is None:
        raise NotFound
    return license_


def devices_of(license_: License, cursor: str | None, now: datetime) -> DevicePage:
    """A page of those that hold a seat; leases that are over are left out."""
    where = store.collections_of(license_)
    page, (ended, refused) = read_together(
        lambda: store.device_page(where, cursor, settings().page_size),
        lambda: (
            store.ended_leases(where, now, MOST_ENDED),
            store.refused_on(license_.pk, now.date().isoformat()),
        ),
    )
    return DevicePage(
        items=[shown(device) for device in page.items if rules.holds_seat(device, now)],
        next_cursor=page.next_cursor,
        nodes=int(license_.nodes),
        seats_used=int(license_.seats_used or 0) - len(ended),
        most_lease_days=settings().lease_days,
        overused_at=license_.overused_at,
        refused_today=len(refused.devices) if refused else 0,
    )


def shown(device: Device) -> DeviceOut:
    """A device that holds a seat, as it goes out."""
    return DeviceOut(
        id=store.device_of(device),
        name=device.name,
        kind=kind_of(device),
        since=device.since,
        seen_on=device.seen_on,
        lease_ends=device.lease_ends,
        returnable=device.public_key is not None,
    )


def kind_of(device: Device) -> Literal["activated", "lease"]:
    """How it holds its seat."""
    return "lease" if device.lease_ends else "activated"


def devices_as_csv(actor: Actor, license_: License, cursor: str | None, now: datetime) -> CsvFile:
    """`device_rows` of them as a table; `next_cursor` of the answer says where it goes on."""
    page = store.device_page(store.collections_of(license_), cursor, settings().device_rows)
    rows = [] if cursor else [COLUMNS]
    return CsvFile(
        text=write_rows([*rows, *rows_of(actor, license_, page.items, now)]),
        file_name=f"{license_.public_id}-devices.csv",
        next_cursor=page.next_cursor,
    )


def rows_of(
    actor: Actor, license_: License, devices: Iterable[Device], now: datetime
) -> list[tuple[str, ...]]:
    """A row for each that holds a seat; the products in the reader's language."""
    products = product_names(license_.products, actor.reads, now)
    return [
        (
            license_.public_id,
            products,
            store.device_of(device),
            device.name or "",
            kind_of(device),
            device.since.strftime("%Y-%m-%dT%H:%M:%SZ"),
            device.seen_on.isoformat(),
            device.lease_ends.isoformat() if device.lease_ends else "",
        )
        for device in devices
        if rules.holds_seat(device, now)
    ]
