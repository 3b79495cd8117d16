"""The key usage report: which devices hold the seats of all of a company's licenses (LIC-17)."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from chalicelib.aws.pages import Page
from chalicelib.aws.settings import settings
from chalicelib.aws.together import read_all
from chalicelib.base.actor import Actor
from chalicelib.catalog.service import product_name
from chalicelib.licenses import usage
from chalicelib.licenses.model.devices import Device
from chalicelib.licenses.model.license import ClaimState, License
from chalicelib.licenses.rules.seats import holds_seat
from chalicelib.licenses.rules.status import opens_for, status, visible_to
from chalicelib.licenses.schemas.usage import LicenseUsage, UsagePage
from chalicelib.licenses.store import desk
from chalicelib.licenses.store import devices as store
from chalicelib.licenses.store.licenses import list_licenses

Held = tuple[Page[Device], int]
"""The first devices of a license, and how many seats are taken."""


def usage_report(actor: Actor, cursor: str | None, now: datetime) -> UsagePage:
    """A page of the company's licenses, each with the first devices that hold its seats."""
    page, licenses = page_of(actor, cursor, settings().usage_licenses, now)
    used = used_of(actor, licenses)
    held = read_all([partial(_held, license_, now) for license_ in used])
    by_id = dict(zip(_ids(used), held, strict=True))
    return UsagePage(
        items=[_line(actor, license_, by_id.get(license_.pk), now) for license_ in licenses],
        next_cursor=page.next_cursor,
    )


def page_of(
    actor: Actor, cursor: str | None, size: int, now: datetime
) -> tuple[Page[License], list[License]]:
    """A page of the list by expiry, and its licenses whole: the index knows nothing of seats."""
    page = list_licenses(actor.company_id, "all", True, cursor, now, size=size)
    whole = {found.pk: found for found in desk.find_licenses(_ids(page.items))}
    found = [whole[license_id] for license_id in _ids(page.items) if license_id in whole]
    return page, [license_ for license_ in found if visible_to(actor, license_)]


def used_of(actor: Actor, licenses: Iterable[License]) -> list[License]:
    """Those whose devices this person may see, and that have any."""
    return [each for each in licenses if each.seats_used and opens_for(actor, each)]


def _ids(licenses: Iterable[License]) -> list[str]:
    return [license_.pk for license_ in licenses]


def _held(license_: License, now: datetime) -> Held:
    """Where all devices are read they are counted; else leases that are over are taken off."""
    where = store.collections_of(license_)
    page = store.device_page(where, None, settings().usage_devices)
    holding = [device for device in page.items if holds_seat(device, now)]
    if page.next_cursor is None:
        return Page(holding, None), len(holding)
    ended = store.ended_leases(where, now, usage.MOST_ENDED)
    return Page(holding, page.next_cursor), int(license_.seats_used or 0) - len(ended)


def _line(actor: Actor, license_: License, held: Held | None, now: datetime) -> LicenseUsage:
    devices, seats_used = held or (Page([], None), 0)
    return LicenseUsage(
        id=license_.pk,
        public_id=license_.public_id,
        products=[product_name(each, actor.reads, now) for each in license_.products],
        status=status(license_, now),
        claim=ClaimState(license_.claim),
        expires_on=license_.expires_on,
        nodes=int(license_.nodes),
        seats_used=seats_used if opens_for(actor, license_) else None,
        devices=[usage.shown(device) for device in devices.items],
        more=devices.next_cursor is not None,
    )
