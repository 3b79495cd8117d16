"""Licenses as staff find and open them (STF-5)."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from chalicelib.accounts.store import accounts
from chalicelib.aws.pages import Page
from chalicelib.aws.settings import settings
from chalicelib.aws.together import read_together
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.catalog.partners import name_of as partner_name
from chalicelib.catalog.service import product_name
from chalicelib.licenses.lineage import codes_out
from chalicelib.licenses.model.license import ClaimState, License, Withdrawn
from chalicelib.licenses.model.lineage import FIRST
from chalicelib.licenses.naming import names_of
from chalicelib.licenses.rules.codes import mask_code, read_code
from chalicelib.licenses.rules.merging import renewal_opens_on
from chalicelib.licenses.rules.status import status
from chalicelib.licenses.schemas.checks import HolderRef
from chalicelib.licenses.schemas.desk import (
    DeskLicense,
    DeskLicensePage,
    DeskLicenseQuery,
    DeskLicenseRow,
    FoundBy,
)
from chalicelib.licenses.sealing import code_hash
from chalicelib.licenses.store import desk, overuse
from chalicelib.licenses.store import licenses as store
from chalicelib.licenses.store import lineage as codes

MOST_FOUND = 50


def find_licenses(actor: Actor, text: str, now: datetime) -> DeskLicensePage:
    """Whatever the text names: a public id, a code, an order or a serial number, in this order.

    At most 50, by three round trips. What was typed is neither logged nor answered.
    """
    by, found = _found(text)
    return DeskLicensePage(items=rows_of(actor, found, now), by=by, next_cursor=None)


def _found(text: str) -> tuple[FoundBy | None, list[License]]:
    if (license_ := desk.find_by_public_id(text.upper())) is not None:
        return "public_id", [license_]
    if (code := read_code(text)) is not None:
        kept, license_ = store.find_code(code_hash(code))
        if kept is not None and license_ is not None:
            return ("replaced_code" if kept.replaced_at else "code"), [license_]
    by_order, by_serial = read_together(
        lambda: desk.ids_by_order(text, MOST_FOUND), lambda: desk.ids_by_serial(text, MOST_FOUND)
    )
    if by_order or by_serial:
        return ("order" if by_order else "serial"), desk.find_licenses(by_order or by_serial)
    return None, []


def company_licenses(actor: Actor, query: DeskLicenseQuery, now: datetime) -> DeskLicensePage:
    """A company's licenses, the first to end first: a query, and a read of each."""
    page = store.list_licenses(query.company_id, "all", False, query.cursor, now)
    return _whole(actor, page, now)


def overused_licenses(actor: Actor, cursor: str | None, now: datetime) -> DeskLicensePage:
    """Licenses that more devices wanted than there are seats: a query, and a read of each."""
    return _whole(actor, overuse.overused_page(cursor), now)


def _whole(actor: Actor, page: Page[License], now: datetime) -> DeskLicensePage:
    found = {each.pk: each for each in desk.find_licenses([each.pk for each in page.items])}
    whole = [found[each.pk] for each in page.items if each.pk in found]
    return DeskLicensePage(items=rows_of(actor, whole, now), by=None, next_cursor=page.next_cursor)


def rows_of(actor: Actor, found: Sequence[License], now: datetime) -> list[DeskLicenseRow]:
    """A row for each license, with its holder's name; one read of names."""
    names = names_of({each.company_id for each in found if each.company_id})
    return [DeskLicenseRow(**_row(actor, each, names.get, now)) for each in found]


def _row(
    actor: Actor, license_: License, name: Callable[[str], str | None], now: datetime
) -> dict[str, Any]:
    company_id = license_.company_id
    products = [product_name(product_id, actor.reads, now) for product_id in license_.products]
    return {
        "id": license_.pk,
        "public_id": license_.public_id,
        "products": products,
        "end_user": license_.end_user,
        "order_number": license_.order_number,
        "serial_number": license_.serial_number,
        "status": status(license_, now),
        "claim": ClaimState(license_.claim) if license_.claim else None,
        "company": HolderRef(id=company_id, name=name(company_id) or "") if company_id else None,
        "nodes": int(license_.nodes),
        "expires_on": license_.expires_on,
        "overused_at": license_.overused_at,
    }


def view_license(actor: Actor, license_id: str, now: datetime) -> DeskLicense:
    """All facts of a license, with its holder and its codes' lineage. Three round trips."""
    license_ = store.find_license(license_id)
    if license_ is None:
        raise NotFound
    records, (names, people) = read_together(
        lambda: codes.codes_of(license_),
        lambda: (
            names_of([license_.company_id] if license_.company_id else []),
            accounts.find_accounts([license_.claimed_by] if license_.claimed_by else []),
        ),
    )
    ahead = timedelta(days=settings().renewal_days)
    return DeskLicense(
        **_row(actor, license_, names.get, now),
        edition=license_.edition,
        partner=partner_name(license_.partner, now),
        issued_on=license_.issued_on,
        starts_on=license_.starts_on,
        activated_on=license_.activated_on,
        needs_check=license_.needs_check,
        claimed_at=license_.claimed_at,
        claimed_by=people[0].name if people else None,
        refused_because=license_.refused_because,
        blocked_at=license_.blocked_at,
        block_reason=license_.block_reason,
        withdrawn=Withdrawn(license_.withdrawn) if license_.withdrawn else None,
        code=mask_code(license_.code_start),
        code_id=license_.code_id or FIRST,
        merged_into=license_.merged_into,
        codes=codes_out(license_, records),
        renewal_opens_on=renewal_opens_on(license_.expires_on, ahead),
    )
