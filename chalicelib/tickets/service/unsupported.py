"""Open requests on a license that their company removed (LIC-7). Loaded by jobs: no pydantic.

A grace after the removal each goes over to another license of the company that covers its
product, or is cancelled where there is none.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.entry.each import do_each
from chalicelib.licenses import service as licenses
from chalicelib.licenses.errors import LicenseNotActive
from chalicelib.tickets.model.message import MessageKind
from chalicelib.tickets.model.ticket import Party, Ticket
from chalicelib.tickets.rules.moves import OPEN, Trigger, is_over
from chalicelib.tickets.service import letters
from chalicelib.tickets.service.changing import SYSTEM, move
from chalicelib.tickets.store import lists
from chalicelib.tickets.store import tickets as store

if TYPE_CHECKING:
    from chalicelib.tickets.schemas.compromise import OpenOnLicense

LOOKED_AT = 100
"""Open requests of a company in each status that a person's question looks at."""


def open_on_license(actor: Actor, license_id: str, now: datetime) -> "OpenOnLicense":
    """How many open requests of the actor's company stand on the license; NotFound."""
    from chalicelib.licenses.listing import find_visible
    from chalicelib.licenses.removing import requests_end_at
    from chalicelib.tickets.schemas.compromise import OpenOnLicense

    find_visible(actor, license_id)
    found = lists.open_of_company(actor.company_id, OPEN, LOOKED_AT)
    standing = [t for t in store.find_heads(found) if t.license_id == license_id]
    return OpenOnLicense(
        count=len(standing),
        counted_all=len(found) < LOOKED_AT,
        end_at=requests_end_at(now),
    )


def end_unsupported(now: datetime) -> int:
    """Look after the requests on licenses whose removal's grace is over."""
    due = {
        f"{license_id} {key}": (license_id, key)
        for license_id, key in licenses.due_removals(now, settings().job_items)
    }
    return do_each(due, lambda name: _take(*due[name], now))


def _take(license_id: str, key: str, now: datetime) -> bool:
    """Do it for one removal, and note that it is done; answers whether this run did."""
    removal = licenses.find_removal(license_id, key)
    if removal is None or removal.due_at > now:
        return False
    company_id = removal.company_id
    if not licenses.holds(license_id, company_id):
        found = lists.open_of_company(company_id, OPEN, None)
        for start in range(0, len(found), LOOKED_AT):
            for ticket in store.find_heads(found[start : start + LOOKED_AT]):
                if ticket.license_id == license_id and not _settle(ticket, key, now):
                    return False
    change = Transaction(Operation.of("job", f"{license_id} {key}"), now)
    licenses.end_removal(change, removal)
    return _committed(change)


def _settle(ticket: Ticket, key: str, now: datetime) -> bool:
    """Let one request go over to another license, or end; false when the next run has to."""
    if is_over(ticket.status):
        return True
    change = Transaction(Operation.of("job", f"{ticket.pk} {key} {int(ticket.revision)}"), now)
    licenses.demand_let_go(change, ticket.license_id, ticket.company_id)
    other = licenses.active_product(ticket.company_id, ticket.product_id, now)
    if other is not None and other.license_id == ticket.license_id:
        return False  # The list of licenses is a moment behind.
    if other is not None:
        licenses.demand_active(change, other.license_id, ticket.company_id, now)
        details = {"license_before": ticket.license_public_id, "license": other.public_id}
        ticket.license_id, ticket.license_public_id = other.license_id, other.public_id
        action = "ticket.license_changed"
    else:
        moved = move(ticket, Trigger.SUPPORT_ENDED, now)
        readers = letters.readers_of(ticket)
        store.add_message(change, ticket, MessageKind.STATUS, Party.SYSTEM, now, moved=moved)
        letters.tell(change, ticket, readers, letters.STATUS, now, status=moved[1], reason="")
        details = {"from": moved[0], "to": moved[1]}
        action = f"ticket.{Trigger.SUPPORT_ENDED}"
    store.save_ticket(change, ticket)
    record(change, SYSTEM, action, ticket.pk, now, company_id=ticket.company_id, details=details)
    return _committed(change)


def _committed(change: Transaction) -> bool:
    try:
        change.commit()
    except (Repeated, Conflict, LicenseNotActive):
        # Another run did it, or somebody changed the request: the next run looks again.
        return False
    return True
