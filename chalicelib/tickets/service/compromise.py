"""A request to block an activation code that others know (LIC-13)."""

from datetime import datetime

from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.base.operation import Operation
from chalicelib.base.texts import say
from chalicelib.catalog.service import product_name
from chalicelib.licenses import service as licenses
from chalicelib.licenses.listing import find_visible
from chalicelib.licenses.model.license import License
from chalicelib.tickets.model.attributes import Card
from chalicelib.tickets.model.ticket import Category, Severity, Status, Ticket
from chalicelib.tickets.rules.lists import move_to
from chalicelib.tickets.schemas.compromise import ReportCode
from chalicelib.tickets.schemas.requests import TicketOpened
from chalicelib.tickets.service.attaching import demand_fit
from chalicelib.tickets.service.changing import patience
from chalicelib.tickets.service.opening import write_opening
from chalicelib.tickets.service.retrying import decide_anew
from chalicelib.tickets.store import tickets as store

NO_VERSION = {
    **dict.fromkeys(("version_id", "version", "os_id", "os", "type_id", "subtype_id"), ""),
    "type": {},
    "subtype": {},
}
"""A portal question is about no version, system or type."""


def report_code(
    actor: Actor, license_id: str, data: ReportCode, now: datetime, operation: Operation
) -> TicketOpened:
    """Open a portal question of high severity about the license, with the application attached.

    It stands in the license's history, too, for the desk to block and reissue from there. Raises
    NotFound, LicenseNotActive, or Invalid: `at` in_the_past, `files.<n>` as in attaching.py.
    """
    if data.at is not None and data.at <= now:
        raise Invalid(FieldError("at", "in_the_past"))
    return decide_anew(lambda: _report(actor, license_id, data, now, operation))


def _report(
    actor: Actor, license_id: str, data: ReportCode, now: datetime, operation: Operation
) -> TicketOpened:
    license_ = find_visible(actor, license_id)
    _, uploads = store.find_with_uploads(None, data.files)
    files = demand_fit(actor, data.files, uploads, None)
    ticket = _ticket(actor, license_, now)
    ticket.files = len(files)
    change = Transaction(operation, now)
    write_opening(change, actor, ticket, _words(actor, data), files, now)
    licenses.note_block_request(change, actor, license_, (ticket.pk, ticket.number), data.at, now)
    licenses.demand_active(change, license_.pk, actor.company_id, now)
    answer = TicketOpened(id=ticket.pk, number=ticket.number, status=Status.IN_PROGRESS)
    change.commit(answer.model_dump(mode="json"))
    return answer


def _ticket(actor: Actor, license_: License, now: datetime) -> Ticket:
    product_id = license_.products[0]
    subject = say(actor.reads, "tickets.block_code", public_id=license_.public_id)
    ticket = Ticket(
        pk=ids.ulid(now),
        sk=store.HEAD,
        card=Card(
            number=ids.incident_number(now),
            subject=subject,
            category=Category.PORTAL,
            product_name=product_name(product_id, actor.language, now),
            author_name=actor.name,
        ),
        severity=Severity.HIGH,
        company_id=actor.company_id,
        company_name=actor.company_name,
        author_id=actor.account_id,
        branch=actor.branch or None,
        product_id=product_id,
        about=NO_VERSION,
        license_id=license_.pk,
        license_public_id=license_.public_id,
    )
    move_to(ticket, Status.IN_PROGRESS, now, patience())
    return ticket


def _words(actor: Actor, data: ReportCode) -> str:
    if data.at is None:
        wish = say(actor.reads, "tickets.block_at_once")
    else:
        wish = say(actor.reads, "tickets.block_at", at=f"{data.at:%Y-%m-%d %H:%M} UTC")
    return f"{wish}\n\n{data.text}"
