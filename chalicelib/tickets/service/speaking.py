"""What a customer's reply and an answer of the support have in common (REQ-10, STF-3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.tickets.model.message import Message, MessageKind
from chalicelib.tickets.model.ticket import Party, Ticket
from chalicelib.tickets.model.upload import Upload
from chalicelib.tickets.rules.moves import Trigger
from chalicelib.tickets.service.attaching import attach, demand_fit
from chalicelib.tickets.service.changing import Move, move, seen
from chalicelib.tickets.store import tickets as store


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's turn to speak: the request as it will be, how that moves it, and the files."""

    ticket: Ticket
    moved: Move
    files: list[Upload]


def take_turn(
    actor: Actor, ticket_id: str, files: Sequence[str], trigger: Trigger, now: datetime
) -> Turn:
    """Read the request and move it in memory. One round trip.

    Raises NotFound, RequestOver, or Invalid on `files.<n>`.
    """
    found, uploads = store.find_with_uploads(ticket_id, files)
    ticket = seen(actor, found)
    moved = move(ticket, trigger, now)
    fit = demand_fit(actor, files, uploads, ticket_id)
    ticket.files += len(fit)
    return Turn(ticket, moved, fit)


def speak(
    change: Transaction,
    actor: Actor,
    turn: Turn,
    what: MessageKind,
    by: Party,
    text: str,
    now: datetime,
) -> Message:
    """Write the request, the message and its files into the change."""
    store.save_ticket(change, turn.ticket)
    message = store.add_message(
        change, turn.ticket, what, by, now, author=actor, text=text, moved=turn.moved
    )
    attach(change, message, turn.files)
    return message
