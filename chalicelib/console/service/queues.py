"""What staff have to do: the queues (STF-2)."""

from chalicelib.aws.settings import settings
from chalicelib.base.actor import Actor
from chalicelib.console.schemas.queues import (
    QueueCounts,
    QueuePage,
    QueuePerson,
    QueueQuery,
    QueueRow,
)
from chalicelib.tickets.model.ticket import Category, Severity, Status, Ticket
from chalicelib.tickets.service.queues import Queue, count_queue, queue_page
from chalicelib.tickets.service.showing import author_name, turn


def count_queues(actor: Actor) -> QueueCounts:
    """How many requests stand in each queue. One query each, of bounded cost."""
    counts = {queue.value: count_queue(actor, queue) for queue in Queue}
    return QueueCounts(**counts, counted_to=settings().queue_count)


def list_queue(actor: Actor, query: QueueQuery) -> QueuePage:
    """A page of a queue, the longest open first. One query."""
    page = queue_page(actor, Queue(query.queue), query.cursor)
    return QueuePage(
        items=[_row(actor, ticket) for ticket in page.items], next_cursor=page.next_cursor
    )


def _row(actor: Actor, ticket: Ticket) -> QueueRow:
    return QueueRow(
        id=ticket.pk,
        number=ticket.number,
        subject=ticket.subject,
        status=Status(ticket.status),
        category=Category(ticket.card.category),
        severity=Severity(ticket.severity),
        product_name=ticket.card.product_name,
        author=QueuePerson(
            id=ticket.author_id, name=author_name(ticket.card.author_name, actor.reads)
        ),
        company=QueuePerson(id=ticket.company_id, name=ticket.company_name),
        assignee=_assignee(ticket),
        created_at=ticket.created_at,
        updated_at=ticket.updated_at,
        waiting_for=turn(ticket),
        files=int(ticket.files),
    )


def _assignee(ticket: Ticket) -> QueuePerson | None:
    if not ticket.assignee_name:
        return None
    # A person's own queue holds the id as its key, and not a second time.
    return QueuePerson(id=ticket.assignee_id or ticket.queue or "", name=ticket.assignee_name)
