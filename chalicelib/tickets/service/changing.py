"""What every change of a request has in common."""

from datetime import datetime

from chalicelib.aws.settings import settings
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.tickets.model.ticket import Status, Ticket
from chalicelib.tickets.rules.due import Patience
from chalicelib.tickets.rules.lists import move_to, place
from chalicelib.tickets.rules.moves import MOVES, Trigger, moved
from chalicelib.tickets.rules.visibility import visible_to

SYSTEM = Actor(account_id="system")

Move = tuple[str, Status]
"""The status before a change, and after it."""


def patience() -> Patience:
    """How long this deployment waits."""
    limits = settings()
    return Patience(limits.reminder_days, limits.unanswered_days, limits.settle_days)


def seen(actor: Actor, ticket: Ticket | None) -> Ticket:
    """The request that was read, if there is one and the actor may see it; else NotFound."""
    if ticket is None or not visible_to(actor).covers(ticket):
        raise NotFound
    return ticket


def move(ticket: Ticket, trigger: Trigger, now: datetime) -> Move:
    """Let the trigger happen to the request in memory; answers the statuses before and after.

    A trigger that leads somewhere starts that status's time anew, even from the same status.
    Raises RequestOver or MoveNotAllowed.
    """
    before, after = ticket.status, moved(ticket.status, trigger)
    if MOVES[trigger].to is not None:
        move_to(ticket, after, now, patience())
    else:
        ticket.updated_at = now
        place(ticket, patience())
    return before, after
