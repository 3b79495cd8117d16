"""A person's requests when the person has another name, goes, or comes back.

ACC-9, ACC-13, STF-9. Loaded by jobs.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.tickets.model.message import Message
from chalicelib.tickets.model.ticket import Ticket
from chalicelib.tickets.rules.lists import place
from chalicelib.tickets.service.changing import SYSTEM, patience
from chalicelib.tickets.store import authors, tickets
from chalicelib.tickets.store.authors import Author

MOST_MESSAGES = 90


def ticket_ids_of(company_id: str, after: str | None, most: int) -> list[str]:
    """Ids of up to `most` of a company's requests behind `after`, the oldest first."""
    return authors.ticket_ids_of(company_id, after, most)


def own_ticket_ids(company_id: str, author_id: str, after: str | None, most: int) -> list[str]:
    """Ids of up to `most` of a person's requests behind `after`, the oldest first."""
    return authors.own_ticket_ids(company_id, author_id, after, most)


def forget_author(ticket_id: str, account_id: str, now: datetime) -> bool:
    """Take a person's name out of a request; answers whether it stood there. Safe to repeat."""
    return name_author(ticket_id, account_id, "", now)


def name_author(ticket_id: str, account_id: str, name: str, now: datetime) -> bool:
    """Let a person go by this name in a request, "" for none; answers whether it was another.

    Safe to repeat. A name that was taken out does not come back. Where somebody changes the
    request at this moment it stays for the next round.
    """
    ticket = tickets.find_ticket(ticket_id)
    if ticket is None:
        return False
    messages = authors.messages_by(ticket_id, account_id)
    said = [message for message in messages if message.author_name not in {None, name}]
    own = ticket.author_id == account_id and ticket.card.author_name not in {"", name}
    if not said and not own:
        return False
    if own:
        ticket.card = replace(ticket.card, author_name=name)
    with suppress(Conflict):
        _name(ticket, said, Author(account_id, name), now)
    return True


def _name(ticket: Ticket, said: list[Message], author: Author, now: datetime) -> None:
    """The request goes with every part: of two names at once one is written over the other."""
    for start in range(0, max(len(said), 1), MOST_MESSAGES):
        some = said[start : start + MOST_MESSAGES]
        change = _change(ticket.pk, author.account_id, "name", some, ticket, now)
        authors.rename_messages(change, some, author)
        tickets.save_ticket(change, ticket)
        _commit(change)


def give_author(
    ticket_id: str, before: str, author: Author, company: tuple[str, str], now: datetime
) -> bool:
    """Make what one person asked and said another's, in that one's company (id and name).

    Answers whether there was anything; safe to repeat.
    """
    said = authors.messages_by(ticket_id, before)
    ticket = tickets.find_ticket(ticket_id)
    if ticket is None:
        return False
    own = ticket.author_id == before
    moves = own and ticket.company_id != company[0]
    if not own and (ticket.company_id != company[0] or not said):
        return False
    # The request goes last: cut off before, its author is found again.
    for start in range(0, len(said), MOST_MESSAGES):
        some = said[start : start + MOST_MESSAGES]
        change = _change(ticket_id, before, "give", some, None, now)
        authors.rename_messages(change, some, author)
        _commit(change)
    if own:
        _give(ticket, author, company if moves else None, now)
    return True


def _give(ticket: Ticket, author: Author, company: tuple[str, str] | None, now: datetime) -> None:
    change = _change(ticket.pk, ticket.author_id, "give", [], ticket, now)
    details = {"from": ticket.author_id, "to": author.account_id, "left": ticket.company_id}
    ticket.author_id = author.account_id
    ticket.card = replace(ticket.card, author_name=author.name)
    if company:
        ticket.company_id, ticket.company_name = company
        ticket.branch = None
    place(ticket, patience())
    authors.move_number(change, ticket)
    record(
        change, SYSTEM, "history.moved", ticket.pk, now,
        company_id=ticket.company_id, details=details,
    )  # fmt: skip
    tickets.save_ticket(change, ticket)
    _commit(change)


def _change(
    ticket_id: str,
    account_id: str,
    what: str,
    said: list[Message],
    ticket: Ticket | None,
    now: datetime,
) -> Transaction:
    """A change whose key says what it found: a later round that finds more is another one."""
    first = said[0].id if said else ""
    revision = int(ticket.revision) if ticket else ""
    key = f"{ticket_id} {what} {account_id} {first} {len(said)} {revision}"
    return Transaction(Operation.of("job", key), now)


def _commit(change: Transaction) -> None:
    # A Conflict goes on up: somebody answered at this moment, and the next round looks again.
    with suppress(Repeated):
        change.commit()
