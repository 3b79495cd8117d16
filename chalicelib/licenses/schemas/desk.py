"""Licenses, as the license desk sees and changes them (STF-5)."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from chalicelib.entry.schema import Cursor, Id, Line, Schema
from chalicelib.licenses.model.license import ClaimState, Status, Withdrawn
from chalicelib.licenses.schemas.checks import HolderRef, Reason
from chalicelib.licenses.schemas.lineage import CodeOut

FoundBy = Literal["public_id", "code", "replaced_code", "order", "serial"]
Nodes = Annotated[int, Field(ge=1)]


class SearchLicenses(Schema):
    """What somebody looks for: a public id, an order or serial number, or an activation code.

    Sent in a body, because a code must stand in no address and no log.
    """

    text: Annotated[str, Line(200)]


class DeskLicenseQuery(Schema):
    """Whose licenses."""

    company_id: Id
    cursor: Cursor | None = None


class OverusedQuery(Schema):
    """Where the list goes on."""

    cursor: Cursor | None = None


class DeskLicenseRow(Schema):
    """A license as staff find it. `company` is its holder, null when nobody claims it.

    `overused_at` is when many more devices than seats wanted it, until staff have looked.
    """

    id: str
    public_id: str
    products: list[str]
    end_user: str
    order_number: str
    serial_number: str
    status: Status
    claim: ClaimState | None
    company: HolderRef | None
    nodes: int
    expires_on: date
    overused_at: datetime | None


class DeskLicensePage(Schema):
    """Licenses that were found; `by` says what the text was, null where it was no search."""

    items: list[DeskLicenseRow]
    by: FoundBy | None
    next_cursor: str | None


class DeskLicense(DeskLicenseRow):
    """All facts of one license."""

    edition: str
    partner: str | None
    issued_on: date
    starts_on: date
    activated_on: date | None
    needs_check: bool
    claimed_at: datetime | None
    claimed_by: str | None
    refused_because: str | None
    blocked_at: datetime | None
    block_reason: str | None
    withdrawn: Withdrawn | None
    code: str
    code_id: str
    merged_into: str | None
    codes: list[CodeOut]
    renewal_opens_on: date


class BlockLicense(Schema):
    """Block now, or at a time to come; the reason goes into the letter."""

    at: datetime | None = None
    reason: Reason


class UnblockLicense(Schema):
    """Lift a block, planned or in effect."""

    reason: Reason | None = None


class ReissueCode(Schema):
    """A new code in place of the one that the page showed (`code_id`).

    `unblock` lifts the license's block with it: what was wrong with the old code is over then.
    """

    code_id: Id
    reason: Reason
    unblock: bool = False


class AddSeats(Schema):
    """That many seats more, with a new code."""

    seats: Nodes
    reason: Reason | None = None


class MergeLicenses(Schema):
    """Make one of several licenses of one company, at their renewal.

    `others` are public ids; `expires_on` is the renewed license's last day.
    """

    others: Annotated[list[Annotated[str, Line(40)]], Field(min_length=1, max_length=5)]
    expires_on: date
    order_number: Annotated[str, Line(200)] | None = None


class LicenseChanged(Schema):
    """What a change left. `code_id` is the present code's."""

    status: Status
    blocked_at: datetime | None
    nodes: int
    expires_on: date
    code_id: str
