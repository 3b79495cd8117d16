"""What staff have to do."""

from typing import Any

from chalicelib.aws.pages import BadCursor
from chalicelib.base.errors import Invalid
from chalicelib.console import service
from chalicelib.console.schemas import QueueCounts, QueuePage, QueueQuery
from chalicelib.entry.access import STAFF
from chalicelib.entry.http import Call, Routes

routes = Routes(__name__)


@routes.get("/api/staff/queues", STAFF, "Know how much there is to do", gives=QueueCounts)
def count_queues(call: Call[Any]) -> QueueCounts:
    """STF-2."""
    return service.count_queues(call.actor)


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
    return service.list_queue(call.actor, call.query)
