"""What comes in and goes out around a company and its people."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.accounts.schemas import Country
from chalicelib.base.actor import Right
from chalicelib.entry.schema import Cursor, Line, Name, Schema

BRANCH_CHARS = 100
Branch = Annotated[str, Line(BRANCH_CHARS)]
Version = Annotated[int, Field(ge=0)]


class CompanyOut(Schema):
    """The company of the person who asks, as its people see it."""

    id: str
    name: str
    country: str
    branches: list[str]
    created_at: datetime


class OwnDataOut(Schema):
    """A person's own data; the address can't be changed. `branches` are those of the company."""

    email: str
    first_name: str
    last_name: str
    country: str
    branch: str | None
    branches: list[str]


class OwnData(Schema):
    """ACC-9: what a person can change of their own, all of it."""

    first_name: Name
    last_name: Name
    country: Country
    branch: Branch | None


class MemberQuery(Schema):
    """Which of the company's people, by last name (COM-5).

    `find` is the beginning of a last name, a first name or an e-mail address.
    """

    country: Country | None = None
    branch: Annotated[str, StringConstraints(min_length=1, max_length=BRANCH_CHARS)] | None = None
    find: Annotated[str, StringConstraints(max_length=100)] = ""
    cursor: Cursor | None = None


class ExportQuery(Schema):
    """Which of the company's people to write out; the page after `cursor`."""

    country: Country | None = None
    branch: Annotated[str, StringConstraints(min_length=1, max_length=BRANCH_CHARS)] | None = None
    cursor: Cursor | None = None


class MemberAct(StrEnum):
    """What somebody who manages users can do with one of them."""

    EDIT = "edit"
    RIGHTS = "rights"
    RESET = "reset"
    DELETE = "delete"


class MemberOut(Schema):
    """A person in a company, for those who manage users.

    `may` is what the one who asks may do with them; `version` goes back with a change.
    """

    id: str
    email: str
    first_name: str
    last_name: str
    country: str
    branch: str | None
    owner: bool
    rights: list[Right]
    scope: str | None
    joined_at: datetime
    version: int
    may: list[MemberAct]


class MemberPage(Schema):
    """A page of people."""

    items: list[MemberOut]
    next_cursor: str | None


class EditMember(Schema):
    """COM-6: the person's data, all of them; `version` is that of the person as they were read."""

    first_name: Name
    last_name: Name
    country: Country
    branch: Branch | None
    version: Version


class SetRights(Schema):
    """COM-2: all rights that the person is to have, and the one branch they are limited to."""

    rights: Annotated[list[Right], Field(max_length=len(Right))]
    scope: Branch | None
    version: Version


class PeopleFile(Schema):
    """A part of the list as CSV; the first begins with the columns' names."""

    csv: str
    next_cursor: str | None


class SetLogo(Schema):
    """A picture: jpg, png or gif, 200 by 64 pixels at most (settings `logo_*`)."""

    content_base64: str


class LogoSet(Schema):
    """The version that the logo is known by from now on."""

    version: str


class LogoOut(Schema):
    """The logo as it is shown."""

    version: str
    content_type: str
    content_base64: str
