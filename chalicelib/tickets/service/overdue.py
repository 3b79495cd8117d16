"""What happens when nobody does anything (REQ-16, SCH-2). Loaded by jobs: no pydantic here.

Each function asks what is due at `now`, decides on each request anew, and stamps what it did in
the same transaction. The operation's key is made of the request, the step and the moment it was
due, so two runs at the same time do it once.
"""

from collections.abc import Callable
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.entry.each import do_each
from chalicelib.tickets.model.message import MessageKind
from chalicelib.tickets.model.ticket import Party, Ticket
from chalicelib.tickets.rules.due import Due, ends_at, is_due
from chalicelib.tickets.rules.lists import place
from chalicelib.tickets.rules.moves import Trigger
from chalicelib.tickets.service import letters
from chalicelib.tickets.service.changing import SYSTEM, move, patience
from chalicelib.tickets.store import due as due_store
from chalicelib.tickets.store import tickets as store

Step = Callable[[Transaction, Ticket, list[Actor], datetime], None]


def remind_unanswered(now: datetime) -> int:
    """Remind the author, once, of each question that has waited for a week."""
    return _do_due(Due.REMIND, _remind, now)


def resolve_unanswered(now: datetime) -> int:
    """Resolve what has waited for two weeks: information not provided."""
    return _do_due(Due.RESOLVE, _resolve, now)


def close_settled(now: datetime) -> int:
    """Close what nobody has answered for a week since it was solved or resolved."""
    return _do_due(Due.CLOSE, _close, now)


def _do_due(due: Due, step: Step, now: datetime) -> int:
    found = due_store.due_tickets(due, now, settings().job_items)
    return do_each(found, lambda ticket_id: _take(ticket_id, due, step, now))


def _take(ticket_id: str, due: Due, step: Step, now: datetime) -> bool:
    """Do the step on one request if it is still due; answers whether this run did it."""
    ticket = store.find_ticket(ticket_id)
    if ticket is None or not is_due(ticket, due, now):
        return False
    operation = Operation.of("job", f"{ticket_id} {due} {ticket.due_at.isoformat()}")
    change = Transaction(operation, now)
    step(change, ticket, letters.readers_of(ticket), now)
    store.save_ticket(change, ticket)
    try:
        change.commit()
    except (Repeated, Conflict):
        # Another run did it, or somebody moved the request: the next run looks again.
        return False
    return True


def _remind(change: Transaction, ticket: Ticket, readers: list[Actor], now: datetime) -> None:
    ticket.reminded_at = now
    place(ticket, patience())
    closes_at = ends_at(ticket, patience()) or now
    letters.tell(change, ticket, readers, letters.REMINDER, now, closes_at=closes_at.isoformat())
    record(change, SYSTEM, "ticket.reminded", ticket.pk, now, company_id=ticket.company_id)


def _resolve(change: Transaction, ticket: Ticket, readers: list[Actor], now: datetime) -> None:
    _move(change, ticket, Trigger.UNANSWERED, readers, now)


def _close(change: Transaction, ticket: Ticket, readers: list[Actor], now: datetime) -> None:
    _move(change, ticket, Trigger.SETTLED, readers, now)
    letters.ask_for_rating(change, ticket, readers, now)


def _move(
    change: Transaction, ticket: Ticket, trigger: Trigger, readers: list[Actor], now: datetime
) -> None:
    moved = move(ticket, trigger, now)
    store.add_message(change, ticket, MessageKind.STATUS, Party.SYSTEM, now, moved=moved)
    letters.tell(change, ticket, readers, letters.STATUS, now, status=moved[1], reason="")
    details = {"from": moved[0], "to": moved[1]}
    record(
        change, SYSTEM, f"ticket.{trigger}", ticket.pk, now,
        company_id=ticket.company_id, details=details,
    )  # fmt: skip
