"""A company's licenses as its people see them (LIC-4 to LIC-6)."""

from collections.abc import Iterator
from datetime import datetime

from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.catalog.partners import name_of as partner_name
from chalicelib.catalog.service import product_name
from chalicelib.licenses.history import history_of
from chalicelib.licenses.model.license import ClaimState, License, Withdrawn
from chalicelib.licenses.rules.codes import mask_code, show_code
from chalicelib.licenses.rules.key_file import key_file_name
from chalicelib.licenses.rules.status import opens_for, status, visible_to
from chalicelib.licenses.schemas.history import History
from chalicelib.licenses.schemas.licenses import (
    LicenseDetails,
    LicenseOut,
    LicensePage,
    LicenseProduct,
    LicenseQuery,
)
from chalicelib.licenses.sealing import open_code
from chalicelib.licenses.store import desk
from chalicelib.licenses.store import licenses as store

MOST_FOUND = 50


def list_licenses(actor: Actor, query: LicenseQuery, now: datetime) -> LicensePage:
    """A page of the company's licenses; a license of two products is two rows of one page."""
    if text := query.find.strip():
        rows = [row for each in _found(actor, text) for row in rows_of(actor, each, now)]
        kept = [row for row in rows if query.state in {"all", row.status}]
        return LicensePage(items=kept, next_cursor=None)
    last_first = query.sort == "-expires"
    page = store.list_licenses(actor.company_id, query.state, last_first, query.cursor, now)
    rows = [row for license_ in page.items for row in rows_of(actor, license_, now)]
    return LicensePage(items=rows, next_cursor=page.next_cursor)


def _found(actor: Actor, text: str) -> list[License]:
    """The company's licenses with this public id, or of this order; three round trips at most.

    Not by the order number while the vendor checks a claim: whoever knows it is its buyer.
    """
    by_id = desk.find_by_public_id(text.upper())
    if by_id is not None:
        return [by_id] if visible_to(actor, by_id) else []
    found = desk.find_licenses(desk.ids_by_order(text, MOST_FOUND))
    mine = [each for each in found if visible_to(actor, each)]
    return [each for each in mine if each.claim == ClaimState.ACTIVE]


def rows_of(actor: Actor, license_: License, now: datetime) -> Iterator[LicenseOut]:
    """The license's rows in the list, one per product."""
    code = code_for(actor, license_)
    for product_id in license_.products:
        yield row(actor, license_, product_id, code, now)


def row(actor: Actor, license_: License, product_id: str, code: str, now: datetime) -> LicenseOut:
    """One row; `code` is what this person may see of it."""
    return LicenseOut(
        id=license_.pk,
        public_id=license_.public_id,
        product_id=product_id,
        product_name=product_name(product_id, actor.reads, now),
        code=code,
        key_file_name=file_name(license_, product_id),
        status=status(license_, now),
        claim=ClaimState(license_.claim),
        expires_on=license_.expires_on,
        nodes=int(license_.nodes),
        added_at=license_.claimed_at,
    )


def code_for(actor: Actor, license_: License) -> str:
    """The activation code, as far as this person may see it (LIC-0)."""
    if opens_for(actor, license_):
        return show_code(open_code(license_.sealed_code, license_.pk))
    return mask_code(license_.code_start)


def file_name(license_: License, product_id: str) -> str | None:
    """The key file's name, where there is one to have."""
    if license_.claim != ClaimState.ACTIVE:
        return None
    return f"{key_file_name(license_.pk, product_id)}.key"


def license_history(actor: Actor, license_id: str, cursor: str | None, now: datetime) -> History:
    """A page of the license's timeline. Raises NotFound, or BadCursor."""
    return history_of(actor, find_visible(actor, license_id), cursor, now)


def find_visible(actor: Actor, license_id: str) -> License:
    """The license; NotFound when it is another company's, as when it is none at all."""
    license_ = store.find_license(license_id)
    if license_ is None or not visible_to(actor, license_):
        raise NotFound
    return license_


def _find_what_is_left(actor: Actor, license_id: str) -> License:
    """As `find_visible`; of a license that was merged into another of the company's, that one.

    So what mails, bookmarks and requests name of it still leads somewhere.
    """
    license_ = store.find_license(license_id)
    left = store.surviving(license_) if license_ else None
    if left is None or not visible_to(actor, left):
        raise NotFound
    return left


def license_details(actor: Actor, license_id: str, now: datetime) -> LicenseDetails:
    """Everything about one license. What proves that one is its buyer waits for the check.

    Of one that was merged, what is left: its `id` is another than was asked for then.
    """
    license_ = _find_what_is_left(actor, license_id)
    first = row(actor, license_, license_.products[0], code_for(actor, license_), now)
    proven = license_.claim == ClaimState.ACTIVE
    return LicenseDetails(
        **dict(first),
        serial_number=license_.serial_number if proven else None,
        order_number=license_.order_number if proven else None,
        edition=license_.edition,
        products=[_product(actor, license_, product_id, now) for product_id in license_.products],
        end_user=license_.end_user if proven else None,
        partner=partner_name(license_.partner, now),
        starts_on=license_.starts_on,
        blocked_at=license_.blocked_at if proven else None,
        block_reason=license_.block_reason if proven else None,
        withdrawn=Withdrawn(license_.withdrawn) if proven and license_.withdrawn else None,
        refused_because=license_.refused_because,
    )


def _product(actor: Actor, license_: License, product_id: str, now: datetime) -> LicenseProduct:
    return LicenseProduct(
        id=product_id,
        name=product_name(product_id, actor.reads, now),
        key_file_name=file_name(license_, product_id),
    )
