"""What support says on a request: an answer, a question, a solution, or a note (STF-3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.tickets.model.message import MessageKind
from chalicelib.tickets.model.ticket import Party, Status
from chalicelib.tickets.rules.moves import Trigger
from chalicelib.tickets.schemas.requests import Replied
from chalicelib.tickets.schemas.staff import StaffMessage
from chalicelib.tickets.service import letters
from chalicelib.tickets.service.attaching import attach, demand_fit
from chalicelib.tickets.service.changing import seen
from chalicelib.tickets.service.retrying import decide_anew
from chalicelib.tickets.service.speaking import speak, take_turn
from chalicelib.tickets.store import tickets as store


@dataclass(frozen=True, slots=True)
class _Way:
    """How one kind of message is kept, what it does to the status, and how it is told."""

    what: MessageKind
    trigger: Trigger
    template: str


_WAYS: Mapping[str, _Way] = {
    "answer": _Way(MessageKind.MESSAGE, Trigger.STAFF_ANSWERS, letters.ANSWER),
    "question": _Way(MessageKind.QUESTION, Trigger.STAFF_ASKS, letters.QUESTION),
    "solution": _Way(MessageKind.SOLUTION, Trigger.STAFF_SOLVES, letters.SOLUTION),
}


def say(
    actor: Actor, ticket_id: str, data: StaffMessage, now: datetime, operation: Operation
) -> Replied:
    """Add a message of the support; the customers who may see it get it by mail.

    A note changes nothing but the notes: it stays among staff, is possible on a request that is
    over, and nobody is told. Raises NotFound, RequestOver, or Invalid on `files.<n>`.
    """
    if data.kind == "note":
        return decide_anew(lambda: _note(actor, ticket_id, data, now, operation))
    return decide_anew(lambda: _say(actor, ticket_id, data, now, operation))


def _say(
    actor: Actor, ticket_id: str, data: StaffMessage, now: datetime, operation: Operation
) -> Replied:
    way = _WAYS[data.kind]
    turn = take_turn(actor, ticket_id, data.files, way.trigger, now)
    ticket, moved = turn.ticket, turn.moved
    change = Transaction(operation, now)
    message = speak(change, actor, turn, way.what, Party.SUPPORT, data.text, now)
    readers = letters.readers_of(ticket)
    letters.tell(change, ticket, readers, way.template, now, text=data.text)
    details = {"message": message.id, "kind": data.kind, "from": moved[0], "to": moved[1]}
    record(
        change, actor, "ticket.answered", ticket.pk, now,
        company_id=ticket.company_id, details=details,
    )  # fmt: skip
    answer = Replied(message_id=message.id, status=moved[1])
    change.commit(answer.model_dump(mode="json"))
    return answer


def _note(
    actor: Actor, ticket_id: str, data: StaffMessage, now: datetime, operation: Operation
) -> Replied:
    found, uploads = store.find_with_uploads(ticket_id, data.files)
    ticket = seen(actor, found)
    files = demand_fit(actor, data.files, uploads, ticket_id)
    change = Transaction(operation, now)
    message = store.add_message(
        change,
        ticket,
        MessageKind.NOTE,
        Party.SUPPORT,
        now,
        author=actor,
        text=data.text,
    )
    attach(change, message, files, internal=True)
    record(
        change, actor, "ticket.noted", ticket.pk, now,
        company_id=ticket.company_id, details={"message": message.id},
    )  # fmt: skip
    answer = Replied(message_id=message.id, status=Status(ticket.status))
    change.commit(answer.model_dump(mode="json"))
    return answer
