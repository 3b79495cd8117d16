"""What the vendor's systems change of a license that was sold (LIC-18)."""

from datetime import date, datetime

from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.licenses import letters
from chalicelib.licenses.changing import due_fields
from chalicelib.licenses.denying import deny_license
from chalicelib.licenses.errors import ChangedMeanwhile
from chalicelib.licenses.handling import log, tell_holder
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.noting import note
from chalicelib.licenses.store import sales


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
    log(change, actor, license_, "license.extended", now, details)
    note(change, license_, What.EXTENDED, actor, now)
    tell_holder(change, license_, letters.EXTENDED, now, expires_on=expires_on.isoformat())


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
    log(change, actor, license_, "license.withdrawn", now, details)
    note(change, license_, What.WITHDRAWN, actor, now)
    tell_holder(change, license_, letters.WITHDRAWN, now, how=how)
