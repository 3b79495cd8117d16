"""Staff's queues."""

from datetime import datetime
from typing import Literal

from chalicelib.entry.schema import Cursor, Schema
from chalicelib.tickets.model.ticket import Category, Severity, Status

QueueName = Literal["unassigned", "mine", "waiting", "all_open"]


class QueueCounts(Schema):
    """How many requests stand in each queue.

    Counting stops at `counted_to` (the setting `queue_count`): that many may be more.
    """

    unassigned: int
    mine: int
    waiting: int
    all_open: int
    counted_to: int


class QueueQuery(Schema):
    """Which queue; `waiting` are those that wait for the customer's answer."""

    queue: QueueName = "unassigned"
    cursor: Cursor | None = None


class QueuePerson(Schema):
    """Somebody, or a company, by id and name."""

    id: str
    name: str


class QueueRow(Schema):
    """A request in a queue."""

    id: str
    number: str
    subject: str
    status: Status
    category: Category
    severity: Severity
    product_name: str
    author: QueuePerson
    company: QueuePerson
    assignee: QueuePerson | None
    created_at: datetime
    updated_at: datetime
    waiting_for: Literal["you", "support"] | None
    files: int


class QueuePage(Schema):
    """A page of a queue, the longest open first."""

    items: list[QueueRow]
    next_cursor: str | None
