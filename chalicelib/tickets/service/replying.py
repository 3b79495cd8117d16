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
from chalicelib.tickets.service.attaching import attach, demand_fit
from chalicelib.tickets.service.changing import move, seen
from chalicelib.tickets.service.retrying import decide_anew
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
    found, uploads = store.find_with_uploads(ticket_id, data.files)
    ticket = seen(actor, found)
    moved = move(ticket, Trigger.CUSTOMER_REPLIES, now)
    files = demand_fit(actor, data.files, uploads, ticket_id)
    ticket.files += len(files)
    change = Transaction(operation, now)
    store.save_ticket(change, ticket)
    message = store.add_message(
        change,
        ticket,
        MessageKind.MESSAGE,
        Party.CUSTOMER,
        now,
        author_id=actor.account_id,
        author_name=actor.name,
        text=data.text,
        moved=moved,
    )
    attach(change, message, files)
    letters.tell_assignee(change, ticket, actor, data.text, now)
    details = {"message": message.id, "from": moved[0], "to": moved[1], "files": len(files)}
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
        author_id=actor.account_id,
        author_name=actor.name,
        moved=moved,
    )
    letters.tell(change, ticket, readers, letters.STATUS, now, status=moved[1], reason="")
    details = {"from": moved[0], "to": moved[1]}
    record(change, actor, "ticket.cancelled", ticket.pk, now, details=details)
    answer = Moved(status=moved[1])
    change.commit(answer.model_dump(mode="json"))
    return answer
