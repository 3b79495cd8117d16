"""Companies as staff see them."""

from datetime import datetime
from typing import Annotated

from pydantic import StringConstraints

from chalicelib.base.actor import Right
from chalicelib.entry.schema import Cursor, Schema
from chalicelib.mail.model import StopReason
from chalicelib.tickets.schemas.requests import TicketRow


class CompanyQuery(Schema):
    """The beginning of a name, an incident number, or a license's public id; or all."""

    q: Annotated[str, StringConstraints(max_length=200)] = ""
    cursor: Cursor | None = None


class CompanyRow(Schema):
    """A company in the list."""

    id: str
    name: str
    country: str
    created_at: datetime


class CompanyPage(Schema):
    """A page of companies, from A to Z."""

    items: list[CompanyRow]
    next_cursor: str | None


class CompanyPerson(Schema):
    """Somebody of a company; `stopped_for`: why their address gets no mail."""

    id: str
    name: str
    email: str
    country: str
    owner: bool
    rights: list[Right]
    branch: str | None
    joined_at: datetime
    stopped_for: StopReason | None


class PeopleQuery(Schema):
    """All of a company's people by last name, or those who are looked for.

    `find` is the beginning of a last name, a first name or an e-mail address.
    """

    find: Annotated[str, StringConstraints(max_length=100)] = ""
    cursor: Cursor | None = None


class PeoplePage(Schema):
    """A page of a company's people."""

    items: list[CompanyPerson]
    next_cursor: str | None


class StaffCompany(Schema):
    """A company's page.

    `licenses` is counted up to `counted_to` (the setting `queue_count`); `requests` are the
    newest ones; `version` goes back with a change.
    """

    id: str
    name: str
    country: str
    created_at: datetime
    branches: list[str]
    version: int
    owner: CompanyPerson | None
    licenses: int
    counted_to: int
    requests: list[TicketRow]
