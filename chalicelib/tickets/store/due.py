"""What is due: the jobs' only question to the data."""

from collections.abc import Iterator
from datetime import datetime

from chalicelib.tickets.model.ticket import Ticket, TicketPart
from chalicelib.tickets.model.upload import PREFIX, Upload


def due_tickets(kind: str, now: datetime, most: int) -> Iterator[str]:
    """Ids of up to `most` requests that something is due on, the longest due first."""
    for item in Ticket.by_due.query(kind, TicketPart.due_at <= now, limit=most):
        yield item.pk


def due_uploads(kind: str, now: datetime, most: int) -> Iterator[str]:
    """Keys of up to `most` uploads that have had their time."""
    for item in Upload.by_due.query(kind, TicketPart.due_at <= now, limit=most):
        yield item.pk.removeprefix(PREFIX)
