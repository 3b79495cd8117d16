"""A company's open requests when the company is deleted (COM-9). Loaded by a job."""

from collections.abc import Iterator
from datetime import datetime

from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.mail.service import Recipient, post
from chalicelib.tickets.model.message import MessageKind
from chalicelib.tickets.model.ticket import Party, Ticket
from chalicelib.tickets.rules.moves import OPEN, Trigger, is_over
from chalicelib.tickets.service import letters
from chalicelib.tickets.service.changing import SYSTEM, move
from chalicelib.tickets.store import authors
from chalicelib.tickets.store import tickets as store


def open_ticket_ids_of(company_id: str, most: int) -> Iterator[str]:
    """Ids of a company's open requests, up to `most` of each status. A query for each status."""
    for status in sorted(OPEN):
        yield from authors.open_ticket_ids_of(company_id, status, most)


def cancel_with_company(ticket_id: str, now: datetime) -> bool:
    """Cancel one request because its company is gone, and tell its author, who may not see it.

    Answers whether this call did it; safe to repeat.
    """
    ticket = store.find_ticket(ticket_id)
    if ticket is None or is_over(ticket.status):
        return False
    change = Transaction(Operation.of("job", f"{ticket_id} company closed"), now)
    moved = move(ticket, Trigger.COMPANY_CLOSED, now)
    store.save_ticket(change, ticket)
    store.add_message(change, ticket, MessageKind.STATUS, Party.SYSTEM, now, moved=moved)
    _tell_author(change, ticket, now)
    record(
        change, SYSTEM, "ticket.company_closed", ticket.pk, now,
        company_id=ticket.company_id, details={"from": moved[0], "to": moved[1]},
    )  # fmt: skip
    try:
        change.commit()
    except (Repeated, Conflict):
        return False
    return True


def _tell_author(change: Transaction, ticket: Ticket, now: datetime) -> None:
    author = accounts.find_account(ticket.author_id)
    if author is None:
        return
    to = Recipient(author.email, author.language, author.name)
    params = {"number": ticket.number, "subject": ticket.subject, "company": ticket.company_name}
    post(change, to, letters.COMPANY_CLOSED, params, now, thread=ticket.pk)
