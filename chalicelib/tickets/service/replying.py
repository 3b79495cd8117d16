"""What customers do with a request that is open: answer it, or call it off (REQ-10, REQ-12)."""

from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.tickets.model.message import MessageKind
from chalicelib.tickets.model.ticket import Party
from chalicelib.tickets.rules.moves import Trigger
from chalicelib.tickets.schemas.requests import Moved, Replied, Reply
from chalicelib.tickets.service import letters
from chalicelib.tickets.service.changing import move, seen
from chalicelib.tickets.service.retrying import decide_anew
from chalicelib.tickets.service.speaking import speak, take_turn
from chalicelib.tickets.store import tickets as store


def reply(
    actor: Actor, ticket_id: str, data: Reply, now: datetime, operation: Operation
) -> Replied:
    """Add the actor's message; the request is in progress again, and its assignee is told.

    Raises NotFound, RequestOver (REQ-9), or Invalid on `files.<n>`.
    """
    return decide_anew(lambda: _reply(actor, ticket_id, data, now, operation))


def _reply(
    actor: Actor, ticket_id: str, data: Reply, now: datetime, operation: Operation
) -> Replied:
    turn = take_turn(actor, ticket_id, data.files, Trigger.CUSTOMER_REPLIES, now)
    ticket, moved = turn.ticket, turn.moved
    change = Transaction(operation, now)
    message = speak(change, actor, turn, MessageKind.MESSAGE, Party.CUSTOMER, data.text, now)
    letters.tell_assignee(change, ticket, actor, data.text, now)
    details = {"message": message.id, "from": moved[0], "to": moved[1], "files": len(turn.files)}
    record(change, actor, "ticket.replied", ticket.pk, now, details=details)
    answer = Replied(message_id=message.id, status=moved[1])
    change.commit(answer.model_dump(mode="json"))
    return answer


def cancel(actor: Actor, ticket_id: str, now: datetime, operation: Operation) -> Moved:
    """Call the request off for good: cancelled by the user. The author is told.

    Raises NotFound, or RequestOver.
    """
    return decide_anew(lambda: _cancel(actor, ticket_id, now, operation))


def _cancel(actor: Actor, ticket_id: str, now: datetime, operation: Operation) -> Moved:
    ticket = seen(actor, store.find_ticket(ticket_id))
    moved = move(ticket, Trigger.CUSTOMER_CANCELS, now)
    own = ticket.author_id == actor.account_id
    readers = [actor] if own else letters.readers_of(ticket)
    change = Transaction(operation, now)
    store.save_ticket(change, ticket)
    store.add_message(
        change,
        ticket,
        MessageKind.STATUS,
        Party.CUSTOMER,
        now,
        author=actor,
        moved=moved,
    )
    letters.tell(change, ticket, readers, letters.STATUS, now, status=moved[1], reason="")
    details = {"from": moved[0], "to": moved[1]}
    record(change, actor, "ticket.cancelled", ticket.pk, now, details=details)
    answer = Moved(status=moved[1])
    change.commit(answer.model_dump(mode="json"))
    return answer
