"""Keys, reads and writes of requests and their conversations."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from chalicelib.aws.tables import Item, Key, read_many, read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.tickets.errors import MovedMeanwhile, NumberTaken
from chalicelib.tickets.model.message import FILE, MESSAGE, File, Message, MessageKind, Survey
from chalicelib.tickets.model.ticket import Number, Party, Ticket, TicketPart
from chalicelib.tickets.model.upload import Upload
from chalicelib.tickets.store.uploads import upload_key

HEAD = "ticket"
SURVEY = "survey"


def ticket_key(ticket_id: str) -> Key:
    """Where a request's head stands."""
    return (Ticket, ticket_id, HEAD)


def find_ticket(ticket_id: str) -> Ticket | None:
    """The head of a request as it is now, or None."""
    return read_one(Ticket, ticket_id, HEAD)


def find_tickets(ticket_ids: Sequence[str]) -> list[Ticket | None]:
    """The heads of up to 100 requests, in the order asked, in one round trip."""
    return read_many([ticket_key(ticket_id) for ticket_id in ticket_ids])


def find_heads(ticket_ids: Sequence[str]) -> list[Ticket]:
    """Those of up to 100 requests that are there; none asked costs none."""
    return [found for found in find_tickets(ticket_ids) if found] if ticket_ids else []


def find_with_uploads(
    ticket_id: str | None, keys: Iterable[str]
) -> tuple[Ticket | None, list[Upload | None]]:
    """A request's head and some uploads in one round trip; nothing asked for costs nothing."""
    wanted = [*([ticket_key(ticket_id)] if ticket_id else []), *map(upload_key, keys)]
    found = read_many(wanted) if wanted else []
    return (found[0], found[1:]) if ticket_id else (None, found)


def find_with_file(ticket_id: str, key: str) -> tuple[Ticket | None, File | None]:
    """A request's head and one of its files, in one round trip."""
    ticket, file = read_many([ticket_key(ticket_id), (File, ticket_id, FILE + key)])
    return ticket, file


def find_with_survey(ticket_id: str) -> tuple[Ticket | None, Survey | None]:
    """A request's head and its survey's answer, in one round trip."""
    ticket, survey = read_many([ticket_key(ticket_id), (Survey, ticket_id, SURVEY)])
    return ticket, survey


def open_collection(ticket_id: str) -> list[Item]:
    """A request with all that belongs to it, oldest message first; one query.

    Eventually consistent, which halves its price: for showing, never for deciding.
    """
    return list(TicketPart.query(ticket_id))


def find_number(number: str) -> Number | None:
    """What an incident number stands for, or None."""
    return read_one(Number, f"number#{number}", "number", consistent=False)


def number_of(ticket: Ticket) -> Number:
    """The item that claims the request's number."""
    return Number(
        pk=f"number#{ticket.number}",
        sk="number",
        ticket_id=ticket.pk,
        company_id=ticket.company_id,
        author_id=ticket.author_id,
        branch=ticket.branch,
    )


def add_ticket(change: Transaction, ticket: Ticket) -> None:
    """A new request and the claim to its number; NumberTaken when that is another's."""
    change.create(ticket)
    change.create(number_of(ticket), lost=NumberTaken())


def save_ticket(change: Transaction, ticket: Ticket) -> None:
    """The head as it was changed; MovedMeanwhile when it is not the one that was read."""
    unchanged = Ticket.revision == ticket.revision
    ticket.revision += 1
    change.put(ticket, unchanged, lost=MovedMeanwhile())


def add_message(  # noqa: PLR0913 - one attribute each
    change: Transaction,
    ticket: Ticket,
    what: MessageKind,
    by: Party,
    now: datetime,
    *,
    author: Actor | None = None,
    text: str = "",
    moved: tuple[str | None, str] | None = None,
) -> Message:
    """One more entry of the conversation; `moved` is the status before and after."""
    from_, to = moved or (None, None)
    message = Message(
        pk=ticket.pk,
        sk=MESSAGE + ids.ulid(now),
        what=what,
        by=by,
        author_id=author.account_id if author else None,
        author_name=author.name if author else None,
        text=text or None,
        moved_from=from_ if from_ != to else None,
        moved_to=to if from_ != to else None,
    )
    change.create(message)
    return message


def save_survey(
    change: Transaction, ticket_id: str, rating: int | None, words: str | None, now: datetime
) -> None:
    """What the author says of the support; an earlier answer is replaced."""
    survey = Survey(pk=ticket_id, sk=SURVEY, rating=rating, words=words, answered_at=now)
    change.put(survey)
