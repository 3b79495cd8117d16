"""Claims that wait for the vendor's check, and the evidence beside one (STF-4)."""

from datetime import date, datetime
from typing import Annotated

from chalicelib.aws.settings import settings
from chalicelib.entry.schema import Cursor, Schema, Text
from chalicelib.licenses.model.evidence import Domain, Likeness
from chalicelib.licenses.model.license import ClaimState, Status

Reason = Annotated[str, Text(settings().reason_chars)]


class HolderRef(Schema):
    """A company, by id and name."""

    id: str
    name: str


class CheckQuery(Schema):
    """Where the list goes on."""

    cursor: Cursor | None = None


class CheckRow(Schema):
    """A claim that waits; `likeness` compares the end user on the license with the company."""

    id: str
    public_id: str
    products: list[str]
    company: HolderRef
    end_user: str
    order_number: str
    likeness: Likeness
    claimed_at: datetime


class CheckPage(Schema):
    """A page of claims that wait, the oldest first."""

    items: list[CheckRow]
    next_cursor: str | None


class Claimant(Schema):
    """Somebody of the company that claims; `domain` is that of the e-mail address, judged."""

    name: str
    email: str
    domain: Domain
    owner: bool
    claimed: bool
    joined_at: datetime


class OtherLicense(Schema):
    """Another license that the company has, with what compares."""

    id: str
    public_id: str
    products: list[str]
    end_user: str
    likeness: Likeness
    status: Status
    claim: ClaimState
    expires_on: date


class CheckEvidence(Schema):
    """All that helps to decide on one claim. Of the company's people there are the first ones.

    `more_people` is how many there are beside them, counted to a hundred. `decided` says that the
    claim waits no more.
    """

    check: CheckRow
    decided: bool
    claim: ClaimState | None
    edition: str
    nodes: int
    serial_number: str
    partner: str | None
    issued_on: date
    expires_on: date
    company_country: str
    company_since: datetime | None
    people: list[Claimant]
    more_people: int
    others: list[OtherLicense]


class CheckDecision(Schema):
    """What was decided of the claim made at `claimed_at`. A refusal needs its reason.

    The reason goes into the letter.
    """

    accept: bool
    claimed_at: datetime
    reason: Reason | None = None


class CheckDone(Schema):
    """Where the claim is since."""

    claim: ClaimState
