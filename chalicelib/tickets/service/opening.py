"""Opening a request (REQ-2, REQ-6)."""

from collections.abc import Sequence
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.together import read_together
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.base.operation import Operation
from chalicelib.catalog import service as catalog
from chalicelib.catalog.choosing import Choice, Chosen
from chalicelib.licenses import service as licenses
from chalicelib.licenses.service import LicensedProduct
from chalicelib.tickets.model.attributes import Card
from chalicelib.tickets.model.message import MessageKind
from chalicelib.tickets.model.ticket import Party, Status, Ticket
from chalicelib.tickets.model.upload import Upload
from chalicelib.tickets.rules.lists import move_to
from chalicelib.tickets.rules.visibility import visible_to
from chalicelib.tickets.schemas.requests import OpenTicket, TicketOpened
from chalicelib.tickets.service import letters
from chalicelib.tickets.service.attaching import attach, demand_fit
from chalicelib.tickets.service.changing import patience
from chalicelib.tickets.service.retrying import decide_anew
from chalicelib.tickets.store import tickets as store

Read = tuple[Ticket | None, list[Upload | None]]


def open_ticket(
    actor: Actor, data: OpenTicket, now: datetime, operation: Operation
) -> TicketOpened:
    """A new request in the actor's name, registered by mail under its incident number.

    Raises Invalid: `product_id` and the other choices not_a_choice (a product without an active
    license of the company is none), `files.<n>` as in attaching.py, `related_ticket_id`
    request_unknown. Raises LicenseNotActive when the license ends in this very moment.
    """
    return decide_anew(lambda: _open(actor, data, now, operation))


def _open(actor: Actor, data: OpenTicket, now: datetime, operation: Operation) -> TicketOpened:
    licensed, (related, uploads) = _read(actor, data, now)
    if licensed is None:
        raise Invalid(FieldError("product_id", "not_a_choice"))
    chosen = catalog.choose(_choice(data), now)
    _demand_visible(actor, data, related)
    files = demand_fit(actor, data.files, uploads, None)
    ticket = _ticket(actor, data, chosen, licensed, now)
    ticket.files = len(files)
    if related is not None:
        ticket.related_id, ticket.related_number = related.pk, related.number
    change = Transaction(operation, now)
    write_opening(change, actor, ticket, data.description, files, now)
    licenses.demand_active(change, licensed.license_id, actor.company_id, now)
    answer = TicketOpened(id=ticket.pk, number=ticket.number, status=Status.IN_PROGRESS)
    change.commit(answer.model_dump(mode="json"))
    return answer


def _read(actor: Actor, data: OpenTicket, now: datetime) -> tuple[LicensedProduct | None, Read]:
    def licensed() -> LicensedProduct | None:
        return licenses.active_product(actor.company_id, data.product_id, now)

    if not data.files and not data.related_ticket_id:
        return licensed(), (None, [])
    return read_together(
        licensed, lambda: store.find_with_uploads(data.related_ticket_id, data.files)
    )


def _demand_visible(actor: Actor, data: OpenTicket, related: Ticket | None) -> None:
    if data.related_ticket_id is None:
        return
    if related is None or not visible_to(actor).covers(related):
        raise Invalid(FieldError("related_ticket_id", "request_unknown"))


def _choice(data: OpenTicket) -> Choice:
    return Choice(
        product_id=data.product_id,
        version_id=data.version_id,
        os_id=data.os_id,
        type_id=data.type_id,
        subtype_id=data.subtype_id,
    )


def _ticket(
    actor: Actor, data: OpenTicket, chosen: Chosen, licensed: LicensedProduct, now: datetime
) -> Ticket:
    ticket = Ticket(
        pk=ids.ulid(now),
        sk=store.HEAD,
        card=Card(
            number=ids.incident_number(now),
            subject=data.subject,
            category=data.category,
            product_name=catalog.product_name(data.product_id, actor.language, now),
            author_name=actor.name,
        ),
        severity=data.severity,
        company_id=actor.company_id,
        company_name=actor.company_name,
        author_id=actor.account_id,
        branch=actor.branch or None,
        product_id=data.product_id,
        about={
            "version_id": data.version_id,
            "version": chosen.version,
            "os_id": data.os_id,
            "os": chosen.system,
            "type_id": data.type_id,
            "type": chosen.type,
            "subtype_id": data.subtype_id,
            "subtype": chosen.subtype,
        },
        license_id=licensed.license_id,
        license_public_id=licensed.public_id,
    )
    move_to(ticket, Status.IN_PROGRESS, now, patience())
    return ticket


def write_opening(
    change: Transaction,
    actor: Actor,
    ticket: Ticket,
    text: str,
    files: Sequence[Upload],
    now: datetime,
) -> None:
    """A new request with its first message, its files, its letter and its entry."""
    store.add_ticket(change, ticket)
    message = store.add_message(
        change,
        ticket,
        MessageKind.MESSAGE,
        Party.CUSTOMER,
        now,
        author=actor,
        text=text,
        moved=(None, Status.IN_PROGRESS),
    )
    attach(change, message, files)
    letters.tell(change, ticket, [actor], letters.REGISTERED, now, product=ticket.card.product_name)
    details = {"number": ticket.number, "files": len(files)}
    record(change, actor, "ticket.opened", ticket.pk, now, details=details)
