"""Whose words are whose: rewriting the copies of a person's name that requests hold."""

from collections.abc import Iterable
from dataclasses import dataclass

from chalicelib.aws.transactions import Transaction
from chalicelib.tickets.model.message import MESSAGE, Message
from chalicelib.tickets.model.ticket import Ticket, TicketPart
from chalicelib.tickets.store.tickets import number_of


@dataclass(frozen=True, slots=True)
class Author:
    """Who stands as author from here on; nobody's name is empty."""

    account_id: str
    name: str


def ticket_ids_of(company_id: str, after: str | None, most: int) -> list[str]:
    """Ids of up to `most` of a company's requests behind `after`, the oldest first."""
    later = Ticket.pk > after if after else None
    return [t.pk for t in Ticket.by_company.query(company_id, later, limit=most)]


def own_ticket_ids(company_id: str, author_id: str, after: str | None, most: int) -> list[str]:
    """Ids of up to `most` of a person's requests behind `after`, the oldest first."""
    later = Ticket.pk > after if after else None
    return [t.pk for t in Ticket.by_author.query(f"{company_id}#{author_id}", later, limit=most)]


def open_ticket_ids_of(company_id: str, status: str, most: int) -> list[str]:
    """Ids of up to `most` of a company's requests in a status."""
    found = Ticket.by_company_status.query(f"{company_id}#{status}", limit=most)
    return [ticket.pk for ticket in found]


def messages_by(ticket_id: str, author_id: str) -> list[Message]:
    """What somebody said on a request; one consistent query."""
    found = TicketPart.query(
        ticket_id,
        TicketPart.sk.startswith(MESSAGE),
        filter_condition=Message.author_id == author_id,
        consistent_read=True,
    )
    return [item for item in found if isinstance(item, Message)]


def rename_messages(change: Transaction, messages: Iterable[Message], author: Author) -> None:
    """Let messages stand in this name; without a name nobody's is shown."""
    for message in messages:
        name = Message.author_name
        action = name.set(author.name) if author.name else name.remove()
        change.update(message, [Message.author_id.set(author.account_id), action])


def move_number(change: Transaction, ticket: Ticket) -> None:
    """The incident number follows its request to another author or company."""
    change.put(number_of(ticket))
