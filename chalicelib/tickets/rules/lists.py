"""In which lists a request stands, by its facts. Everything that lists or counts follows this."""

from datetime import datetime

from chalicelib.tickets.model.ticket import Party, Status, Ticket
from chalicelib.tickets.rules.due import Patience, next_due
from chalicelib.tickets.rules.moves import is_over

UNASSIGNED, OPEN, WAITING = "unassigned", "open", "waiting"


def place(ticket: Ticket, patience: Patience) -> None:
    """Set the attributes that put the request into its lists, and take it out of the others."""
    over = is_over(ticket.status)
    author = f"{ticket.company_id}#{ticket.author_id}"
    ticket.company_status = f"{ticket.company_id}#{ticket.status}"
    ticket.company_inactive = ticket.company_id if over else None
    ticket.author = author
    ticket.author_status = f"{author}#{ticket.status}"
    ticket.author_inactive = author if over else None
    ticket.queue = None if over else ticket.assignee_id or UNASSIGNED
    ticket.open = None if over else OPEN
    ticket.waiting = WAITING if ticket.status == Status.AWAITING_ANSWER else None
    next_ = next_due(ticket, patience)
    ticket.due, ticket.due_at = next_ or (None, None)


def waiting_for(status: str) -> Party | None:
    """Whose turn it is: the customer's while asked, support's while in progress."""
    if status == Status.AWAITING_ANSWER:
        return Party.CUSTOMER
    return Party.SUPPORT if status == Status.IN_PROGRESS else None


def move_to(ticket: Ticket, status: Status, now: datetime, patience: Patience) -> None:
    """Bring a request into a status, its clocks and lists with it; the same status starts anew."""
    ticket.status = status
    ticket.since = now
    ticket.reminded_at = None
    ticket.updated_at = now
    place(ticket, patience)
