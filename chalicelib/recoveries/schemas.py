"""What comes in and goes out around the recovery of an ownership (COM-10)."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.entry.schema import Cursor, Id, Schema, Text, Token
from chalicelib.licenses.model.license import Status
from chalicelib.licenses.schemas.licenses import KeyFileIn
from chalicelib.recoveries.model import RecoveryState

WORDS_CHARS = 2_000
Words = Annotated[str, Text(WORDS_CHARS)]


class AskRecovery(Schema):
    """A license of the company by its code or key file, and the application as a sent file."""

    activation_code: Annotated[str, StringConstraints(max_length=100)] | None = None
    key_file: KeyFileIn | None = None
    file: Id
    words: Words | None = None


class OwnRecovery(Schema):
    """What somebody asked for last, as they see it. `reason` is staff's, where they refused."""

    id: str
    state: RecoveryState
    license_public_id: str
    file_name: str
    asked_at: datetime
    ends_at: datetime
    ended_at: datetime | None
    reason: str | None


class OwnRecoveries(Schema):
    """The newest, or none."""

    recovery: OwnRecovery | None


class CompanyRecovery(Schema):
    """An open one, as the people of the company see it who are told."""

    id: str
    asked_by: str
    asked_by_email: str
    mine: bool
    outside: bool
    license_public_id: str
    asked_at: datetime
    ends_at: datetime
    objected: bool
    may_object: bool


class CompanyRecoveries(Schema):
    """The open one, or none (that one may see)."""

    recovery: CompanyRecovery | None


class ObjectSignedIn(Schema):
    """Somebody who is signed in says no."""

    words: Words | None = None


class ObjectByLink(Schema):
    """The mailed link, and what one wants to say."""

    token: Token
    words: Words | None = None


class ObjectionLink(Schema):
    """What a link would object to."""

    company_name: str
    asked_by: str
    asked_by_email: str
    owner: bool
    asked_at: datetime
    expires_at: datetime


class RecoveryQuery(Schema):
    """The page behind a cursor."""

    cursor: Cursor | None = None


class RecoveryRow(Schema):
    """An open recovery in staff's list. `ready`: the time to object is over."""

    id: str
    company_id: str
    company_name: str
    asked_by: str
    asked_at: datetime
    ends_at: datetime
    ready: bool
    objections: int
    owner_objected: bool


class RecoveryPage(Schema):
    """Open recoveries, the oldest first."""

    items: list[RecoveryRow]
    next_cursor: str | None


class RecoveryParty(Schema):
    """A person in the evidence; the name is empty once they have left."""

    id: str
    name: str
    email: str
    in_company: bool
    joined_at: datetime | None
    signed_in_at: datetime | None


class ObjectionOut(Schema):
    """What one person says against it."""

    name: str
    email: str
    owner: bool
    at: datetime
    words: str | None


class LicenseShown(Schema):
    """The license that was shown, as it is now.

    `held`: the company holds it, and it is not blocked. `replaced`: it has another code since.
    """

    id: str
    public_id: str
    product: str
    by: str
    status: Status | None
    held: bool
    replaced: bool
    expires_on: str | None


class Warned(StrEnum):
    """What staff should look at before they accept."""

    OWNER_SIGNED_IN = "owner_signed_in"
    OBJECTIONS = "objections"
    OUTSIDE = "outside"
    CODE_REPLACED = "code_replaced"
    FILE_UNCHECKED = "file_unchecked"


class RecoveryEvidence(Schema):
    """One recovery with all that speaks for and against it.

    `blocked_by` is why it can't be accepted now (an error's code), None when it can.
    """

    id: str
    state: RecoveryState
    company_id: str
    company_name: str
    asker: RecoveryParty
    outside: bool
    owner: RecoveryParty
    license: LicenseShown
    file_name: str
    file_size: int
    file_verdict: str
    words: str | None
    asked_at: datetime
    ends_at: datetime
    objections: list[ObjectionOut]
    warnings: list[Warned]
    blocked_by: str | None
    ended_at: datetime | None
    reason: str | None


class Decide(Schema):
    """Staff's decision. `objections` is the number of them that the page showed."""

    accept: bool
    reason: Words
    objections: Annotated[int, Field(ge=0)]
