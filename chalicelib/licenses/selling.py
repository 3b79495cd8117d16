"""What the vendor's systems change of a license that was sold (LIC-18)."""

from datetime import date, datetime

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.catalog.service import product_names
from chalicelib.licenses.changing import due_fields
from chalicelib.licenses.denying import deny_license
from chalicelib.licenses.errors import ChangedMeanwhile
from chalicelib.licenses.holders import owner_of
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.noting import note
from chalicelib.licenses.store import sales
from chalicelib.mail.service import post

LICENSE_EXTENDED = "license_extended"
LICENSE_WITHDRAWN = "license_withdrawn"


def extend(
    change: Transaction,
    actor: Actor,
    license_: License,
    expires_on: date,
    now: datetime,
    order_number: str,
) -> None:
    """Let it last longer, and tell its holder. The change raises ChangedMeanwhile."""
    due = due_fields(license_, now, expires_on=expires_on)
    sales.extend(change, license_, expires_on, due, ChangedMeanwhile())
    details = {
        "order_number": order_number,
        "from": license_.expires_on.isoformat(),
        "to": expires_on.isoformat(),
    }
    record(change, actor, "license.extended", license_.pk, now, details=details)
    note(change, license_, What.EXTENDED, actor, now)
    _tell_owner(change, license_, LICENSE_EXTENDED, now, expires_on=expires_on.isoformat())


def take_back(
    change: Transaction, actor: Actor, license_: License, how: str, now: datetime, order_number: str
) -> None:
    """Say that the sale was cancelled or refunded: the license is blocked and its holder told.

    The claim stays, so that the holder sees what became of it. The change raises
    ChangedMeanwhile.
    """
    told = {"blocked_at": now, "block_told": now}
    due = {"block_told": now, **due_fields(license_, now, **told)}
    sales.withdraw(change, license_, how, due, now, ChangedMeanwhile())
    if license_.blocked_at is None or license_.blocked_at > now:
        deny_license(change, license_, now)
    details = {"order_number": order_number, "how": how}
    record(change, actor, "license.withdrawn", license_.pk, now, details=details)
    note(change, license_, What.WITHDRAWN, actor, now)
    _tell_owner(change, license_, LICENSE_WITHDRAWN, now, how=how)


def _tell_owner(
    change: Transaction, license_: License, template: str, now: datetime, **params: str
) -> None:
    to = owner_of(license_)
    if to is None:
        return
    product = product_names(license_.products, to.language, now)
    post(change, to, template, {"product": product, "public_id": license_.public_id, **params}, now)
