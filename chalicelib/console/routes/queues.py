"""What staff have to do."""

from typing import Any

from chalicelib.aws.pages import BadCursor
from chalicelib.base.errors import Invalid
from chalicelib.console.schemas.queues import QueueCounts, QueuePage, QueueQuery
from chalicelib.console.service import queues
from chalicelib.entry.access import STAFF
from chalicelib.entry.http import Call, Routes

routes = Routes(__name__)


@routes.get("/api/staff/queues", STAFF, "Know how much there is to do", gives=QueueCounts)
def count_queues(call: Call[Any]) -> QueueCounts:
    """STF-2."""
    return queues.count_queues(call.actor)


@routes.get(
    "/api/staff/tickets",
    STAFF,
    "List a queue",
    query=QueueQuery,
    gives=QueuePage,
    errors=(BadCursor, Invalid),
)
def list_queue(call: Call[Any]) -> QueuePage:
    """STF-2: the longest open first."""
    assert isinstance(call.query, QueueQuery)
    return queues.list_queue(call.actor, call.query)
