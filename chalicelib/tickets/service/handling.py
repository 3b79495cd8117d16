"""What staff do with a request beside talking: take it, give it away, end it (STF-3)."""

from collections.abc import Mapping
from datetime import datetime

from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.base.operation import Operation
from chalicelib.tickets.errors import RequestOver
from chalicelib.tickets.model.message import MessageKind
from chalicelib.tickets.model.ticket import Party, Ticket
from chalicelib.tickets.rules.lists import place
from chalicelib.tickets.rules.moves import Trigger, is_over
from chalicelib.tickets.schemas.requests import Moved, Named
from chalicelib.tickets.schemas.staff import Assigned, Assignment, Closure
from chalicelib.tickets.service import letters
from chalicelib.tickets.service.changing import move, patience, seen
from chalicelib.tickets.service.retrying import decide_anew
from chalicelib.tickets.store import tickets as store

_ENDINGS: Mapping[str, Trigger] = {
    "close": Trigger.STAFF_CLOSES,
    "cancel": Trigger.STAFF_CANCELS,
    "redirect": Trigger.STAFF_REDIRECTS,
}


def assign(
    actor: Actor, ticket_id: str, data: Assignment, now: datetime, operation: Operation
) -> Assigned:
    """Make it somebody's request, or nobody's; customers see nothing of it.

    Raises NotFound, RequestOver, or Invalid: `assignee` not_a_choice (no member of staff).
    """
    return decide_anew(lambda: _assign(actor, ticket_id, data, now, operation))


def _assign(
    actor: Actor, ticket_id: str, data: Assignment, now: datetime, operation: Operation
) -> Assigned:
    ticket = seen(actor, store.find_ticket(ticket_id))
    if is_over(ticket.status):
        raise RequestOver(status=ticket.status)
    before = ticket.assignee_id
    account = _staff(data.assignee) if data.assignee else None
    _give(ticket, account)
    place(ticket, patience())
    change = Transaction(operation, now)
    store.save_ticket(change, ticket)
    record(
        change, actor, "ticket.assigned", ticket.pk, now,
        company_id=ticket.company_id, details={"from": before, "to": ticket.assignee_id},
    )  # fmt: skip
    named = Named(id=account.pk, name=account.name) if account else None
    answer = Assigned(assignee=named)
    change.commit(answer.model_dump(mode="json"))
    return answer


def _staff(account_id: str) -> Account:
    account = accounts.find_account(account_id)
    if account is None or account.role is None:
        raise Invalid(FieldError("assignee", "not_a_choice"))
    return account


def _give(ticket: Ticket, account: Account | None) -> None:
    # Address and language are copied in, so that a customer's reply needs no second read.
    ticket.assignee_id = account.pk if account else None
    ticket.assignee_name = account.name if account else None
    ticket.assignee_email = account.email if account else None
    ticket.assignee_language = account.language if account else None


def end(actor: Actor, ticket_id: str, data: Closure, now: datetime, operation: Operation) -> Moved:
    """Close, cancel or redirect a request for good, and tell the customer.

    Closing asks the author for a rating (REQ-15). Raises NotFound or RequestOver.
    """
    return decide_anew(lambda: _end(actor, ticket_id, data, now, operation))


def _end(actor: Actor, ticket_id: str, data: Closure, now: datetime, operation: Operation) -> Moved:
    ticket = seen(actor, store.find_ticket(ticket_id))
    moved = move(ticket, _ENDINGS[data.how], now)
    readers = letters.readers_of(ticket)
    change = Transaction(operation, now)
    store.save_ticket(change, ticket)
    store.add_message(
        change,
        ticket,
        MessageKind.STATUS,
        Party.SUPPORT,
        now,
        author=actor,
        text=data.reason or "",
        moved=moved,
    )
    reason = data.reason or ""
    letters.tell(change, ticket, readers, letters.STATUS, now, status=moved[1], reason=reason)
    if data.how == "close":
        letters.ask_for_rating(change, ticket, readers, now)
    details = {"how": data.how, "from": moved[0], "to": moved[1]}
    record(
        change, actor, "ticket.ended", ticket.pk, now,
        company_id=ticket.company_id, details=details,
    )  # fmt: skip
    answer = Moved(status=moved[1])
    change.commit(answer.model_dump(mode="json"))
    return answer
