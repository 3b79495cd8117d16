"""The lists of open requests that staff work through (STF-2)."""

from enum import StrEnum

from chalicelib.aws.pages import Page
from chalicelib.aws.settings import settings
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.tickets.model.ticket import Ticket
from chalicelib.tickets.rules.lists import OPEN, UNASSIGNED, WAITING
from chalicelib.tickets.rules.visibility import visible_to
from chalicelib.tickets.store import lists


class Queue(StrEnum):
    """A queue; `waiting` are the requests where the customer was asked and has not answered."""

    UNASSIGNED = "unassigned"
    MINE = "mine"
    WAITING = "waiting"
    ALL_OPEN = "all_open"


def queue_page(actor: Actor, queue: Queue, cursor: str | None) -> Page[Ticket]:
    """A page of a queue, the longest open first. One query."""
    return lists.queue_page(*_place(actor, queue), cursor)


def count_queue(actor: Actor, queue: Queue) -> int:
    """How many stand in a queue, `queue_count` at most. One query."""
    return lists.count_queue(*_place(actor, queue), settings().queue_count)


def _place(actor: Actor, queue: Queue) -> tuple[str, str]:
    """The index of a queue, and where in it."""
    if not visible_to(actor).everything:
        raise NotFound
    match queue:
        case Queue.UNASSIGNED:
            return "queue", UNASSIGNED
        case Queue.MINE:
            return "queue", actor.account_id
        case Queue.WAITING:
            return "waiting", WAITING
        case Queue.ALL_OPEN:
            return "open", OPEN
