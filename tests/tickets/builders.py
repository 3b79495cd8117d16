"""Customers with a license, staff, and requests at any point of their life."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from chalicelib.accounts.model import Account
from chalicelib.base import ids
from chalicelib.base.actor import Actor, Right
from chalicelib.base.operation import Operation
from chalicelib.companies import profile
from chalicelib.licenses.adding import add_license
from chalicelib.licenses.schemas.licenses import AddLicense
from chalicelib.tickets.model.ticket import Category, Severity, Ticket
from chalicelib.tickets.schemas.requests import OpenTicket, Reply, TicketOpened
from chalicelib.tickets.schemas.staff import Assignment, Closure, StaffMessage
from chalicelib.tickets.service import answering, handling, opening
from chalicelib.tickets.store import tickets as store
from tests.builders import (
    actor_for,
    make_catalog,
    make_colleague,
    make_license,
    make_person,
    make_staff,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def anew() -> Operation:
    """A change that nobody asked for before."""
    return Operation(ids.token())


@dataclass(frozen=True)
class Desk:
    """A customer with a license on one side of the counter, an agent on the other."""

    author: Actor
    account: Account
    agent: Actor


def make_desk(now: datetime = NOON, language: str = "en") -> Desk:
    """A catalog, a company with a license for `guard-business`, and an agent.

    The customer has accepted the statement on providing data.
    """
    make_catalog(now)
    account = make_person(now, language=language)
    accept_statement(account, now)
    author = actor_for(account, now)
    make_license()
    add_license(author, AddLicense(activation_code="7F3KQ-9XDM2-B8WZ4-RT6YH"), now, anew())
    agent = make_staff(now)
    return Desk(author, account, actor_for(agent, now))


def colleague(desk: Desk, *rights: Right, email: str = "jonas@nordwerk.example") -> Actor:
    """Another person of the company."""
    return actor_for(make_colleague(desk.account, NOON, *rights, email=email), NOON)


def stranger(now: datetime = NOON) -> Actor:
    """The owner of another company."""
    other = make_person(now, email="eve@suedwerk.example", company="Südwerk AG")
    return actor_for(other, now)


def wishes(**changed: Any) -> OpenTicket:
    """A filled form."""
    fields: dict[str, Any] = {
        "category": Category.TECHNICAL,
        "product_id": "guard-business",
        "version_id": "12.1",
        "os_id": "windows-11",
        "type_id": "installation",
        "subtype_id": "update",
        "severity": Severity.NORMAL,
        "subject": "Scan stops at 40 %",
        "description": "Since the update the scan stops at 40 %. The log is attached.",
    }
    return OpenTicket(**(fields | changed))


def open_one(actor: Actor, now: datetime = NOON, **changed: Any) -> TicketOpened:
    """A request that was just opened."""
    return opening.open_ticket(actor, wishes(**changed), now, anew())


def head(ticket_id: str) -> Ticket:
    """The request as it is stored."""
    found = store.find_ticket(ticket_id)
    assert found is not None
    return found


def say(
    agent: Actor,
    ticket_id: str,
    kind: Literal["answer", "question", "solution", "note"],
    now: datetime = NOON,
    text: str = "Which version do you use?",
    files: list[str] | None = None,
) -> str:
    """A message of the support; answers its id."""
    data = StaffMessage(kind=kind, text=text, files=files or [])
    return answering.say(agent, ticket_id, data, now, anew()).message_id


def end(
    agent: Actor,
    ticket_id: str,
    how: Literal["close", "cancel", "redirect"] = "close",
    now: datetime = NOON,
    reason: str | None = None,
) -> None:
    """Support ends the request."""
    handling.end(agent, ticket_id, Closure(how=how, reason=reason), now, anew())


def assign(agent: Actor, ticket_id: str, to: Actor | None, now: datetime = NOON) -> None:
    """Make it somebody's request."""
    data = Assignment(assignee=to.account_id if to else None)
    handling.assign(agent, ticket_id, data, now, anew())


def answer(text: str = "Version 12.1.", *files: str) -> Reply:
    """A customer's message."""
    return Reply(text=text, files=list(files))


def accept_statement(account: Account, now: datetime = NOON) -> None:
    """The person accepts the statement on providing data."""
    profile.accept_data_statement(actor_for(account, now), "1", now, anew())
