"""When something falls due without anybody doing anything (REQ-16)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.tickets.model.ticket import Status, Ticket, TicketPart


class Due(StrEnum):
    """What the jobs do."""

    REMIND = "remind"
    RESOLVE = "resolve"
    CLOSE = "close"
    ABORT_UPLOAD = "abort_upload"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the vendor waits, in days (settings)."""

    reminder: int
    unanswered: int
    settle: int


def next_due(ticket: Ticket, patience: Patience) -> tuple[Due, datetime] | None:
    """What is due next on a request and when, by the time it came into its status; or None.

    The reminder always comes first, however late the jobs are.
    """
    match Status(ticket.status):
        case Status.AWAITING_ANSWER if ticket.reminded_at is None:
            return Due.REMIND, ticket.since + timedelta(days=patience.reminder)
        case Status.AWAITING_ANSWER:
            return Due.RESOLVE, ticket.since + timedelta(days=patience.unanswered)
        case Status.SOLUTION_PROVIDED | Status.RESOLVED_NO_INFORMATION:
            return Due.CLOSE, ticket.since + timedelta(days=patience.settle)
        case _:
            return None


def ends_at(ticket: Ticket, patience: Patience) -> datetime | None:
    """When the status moves on by itself if nobody does anything; None when it doesn't."""
    match Status(ticket.status):
        case Status.AWAITING_ANSWER:
            return ticket.since + timedelta(days=patience.unanswered)
        case Status.SOLUTION_PROVIDED | Status.RESOLVED_NO_INFORMATION:
            return ticket.since + timedelta(days=patience.settle)
        case _:
            return None


def is_due(item: TicketPart, due: Due, now: datetime) -> bool:
    """Whether this is what has to be done on it, and its moment has come."""
    return item.due == due and item.due_at is not None and item.due_at <= now
