"""What the vendor's systems change of a license that was sold (LIC-18)."""

from datetime import date, datetime

from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.licenses import letters
from chalicelib.licenses.changing import alter_while, due_fields
from chalicelib.licenses.denying import deny_license
from chalicelib.licenses.errors import ChangedMeanwhile
from chalicelib.licenses.handling import log, tell_holder
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.noting import note
from chalicelib.licenses.sold import Sale
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
    new = {"expires_on": expires_on}
    alter_while(change, license_, now, new, also=("withdrawn", "merged_into"))
    details = {
        "order_number": order_number,
        "from": license_.expires_on.isoformat(),
        "to": expires_on.isoformat(),
    }
    log(change, actor, license_, "license.extended", now, details)
    note(change, license_, What.EXTENDED, actor, now)
    tell_holder(change, license_, letters.EXTENDED, now, expires_on=expires_on.isoformat())


def take_back(
    change: Transaction, actor: Actor, sale: Sale, how: str, now: datetime, order_number: str
) -> None:
    """Say that the sale was cancelled or refunded, and tell the holder of what was sold.

    The license that was sold is blocked, and its claim stays, so that the holder sees what became
    of it. Where it was merged with others (LIC-14) the seats that the sale brought leave the
    license that is left, and only with the last of them that one is blocked. The change raises
    ChangedMeanwhile.
    """
    if sale.merged_away:
        _withdraw(change, actor, sale.license, how, now, order_number, seats=sale.seats)
    for license_ in sale.path[1:-1]:
        _take_seats(change, actor, license_, sale, how, now, order_number)
    if sale.is_all:
        _withdraw(change, actor, sale.left, how, now, order_number)
    else:
        _take_seats(change, actor, sale.left, sale, how, now, order_number)


def _withdraw(
    change: Transaction,
    actor: Actor,
    license_: License,
    how: str,
    now: datetime,
    order_number: str,
    *,
    seats: int = 0,
) -> None:
    told = {"blocked_at": now, "block_told": now}
    due = {"block_told": now, **due_fields(license_, now, **told)}
    sales.withdraw(change, license_, how, due, now, ChangedMeanwhile(), seats=seats)
    if license_.blocked_at is None or license_.blocked_at > now:
        deny_license(change, license_, now)
    details = {"order_number": order_number, "how": how}
    log(change, actor, license_, "license.withdrawn", now, details)
    note(change, license_, What.WITHDRAWN, actor, now)
    tell_holder(change, license_, letters.WITHDRAWN, now, how=how)


def _take_seats(
    change: Transaction,
    actor: Actor,
    license_: License,
    sale: Sale,
    how: str,
    now: datetime,
    order_number: str,
) -> None:
    nodes = int(license_.nodes) - sale.seats
    sales.take_seats(change, license_, sale.seats, ChangedMeanwhile())
    seats: dict[str, object] = {"nodes_before": int(license_.nodes), "nodes_after": nodes}
    if sale.merged_away:
        seats["public_ids"] = [sale.license.public_id]
    details = {"order_number": order_number, "how": how, **seats}
    log(change, actor, license_, "license.seats_withdrawn", now, details)
    note(change, license_, What.SEATS_WITHDRAWN, actor, now, details=seats)
    tell_holder(change, license_, letters.SEATS_WITHDRAWN, now, how=how, nodes=nodes)
