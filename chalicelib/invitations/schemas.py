"""What comes in and goes out around invitations."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from chalicelib.accounts.schemas import BrowsersZone, Country, Language, Password, Version
from chalicelib.base.actor import Right
from chalicelib.companies.schemas import Branch
from chalicelib.entry.schema import Cursor, Name, Schema, Token
from chalicelib.invitations.model import Outcome

LINE_CHARS = 400
PastedLine = Annotated[str, StringConstraints(max_length=LINE_CHARS)]


class InvitationQuery(Schema):
    """Which page of the open invitations."""

    cursor: Cursor | None = None


class Invite(Schema):
    """Whom to invite, a line each, and what they are to have.

    How many lines there may be is a setting (`invitation_lines`). `language` is that of the letter.
    """

    lines: Annotated[list[PastedLine], Field(min_length=1)]
    rights: Annotated[list[Right], Field(max_length=len(Right))] = []
    scope: Branch | None = None
    branch: Branch | None = None
    language: Language


class LineOut(Schema):
    """What became of a line; `detail` says so in words."""

    number: int
    text: str
    outcome: Outcome
    detail: str


class Invited(Schema):
    """How many invitations went out, and every line's fate."""

    sent: int
    lines: list[LineOut]


class InvitationOut(Schema):
    """An invitation that is neither accepted nor withdrawn."""

    id: str
    email: str
    state: Literal["pending", "expired"]
    rights: list[Right]
    scope: str | None
    branch: str | None
    invited_by: str
    sent_at: datetime
    ends_at: datetime


class InvitationPage(Schema):
    """A page of invitations, the last sent first."""

    items: list[InvitationOut]
    next_cursor: str | None


class InvitationShown(Schema):
    """What the page behind the link needs: who invites whom, and whether there is an account."""

    email: str
    company_name: str
    invited_by: str
    branch: str | None
    ends_at: datetime
    has_account: bool


class AcceptAsNew(Schema):
    """COM-3: what an invited person fills in, as at a registration."""

    token: Token
    first_name: Name
    last_name: Name
    country: Country
    accept_terms: Version
    accept_privacy: Version
    survey: bool = False
    language: Language
    zone: BrowsersZone | None = None
    password: Password
    password_repeat: Password


class AcceptWithAccount(Schema):
    """An invited person who has an account in no company proves it by its password."""

    token: Token
    password: Password
