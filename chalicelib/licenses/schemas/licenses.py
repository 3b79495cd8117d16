"""What comes in and goes out around licenses."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import StringConstraints

from chalicelib.entry.schema import Cursor, Id, Schema
from chalicelib.licenses.model.license import ClaimState, Status, Withdrawn


class KeyFileIn(Schema):
    """An uploaded key file. How large it may be is decided where it is read (`key_file_bytes`)."""

    name: Annotated[str, StringConstraints(max_length=300)]
    content_base64: str


class AddLicense(Schema):
    """One activation code or one key file (LIC-1)."""

    activation_code: Annotated[str, StringConstraints(max_length=300)] | None = None
    key_file: KeyFileIn | None = None


class LicenseQuery(Schema):
    """Which licenses, and in which order (LIC-4). `-expires` has the last to end first.

    `find` is a public id or an order number, as a whole; the filter goes for what it finds, too.
    """

    find: Annotated[str, StringConstraints(max_length=200)] = ""
    state: Literal["all", "active", "expired", "not_activated", "blocked"] = "all"
    sort: Literal["expires", "-expires"] = "expires"
    cursor: Cursor | None = None


class LicenseOut(Schema):
    """A license in the list, once for each of its products (LIC-6).

    `code` is whole for those who may manage licenses, and masked for others and while the
    vendor checks the claim. `key_file_name` is null as long as there is none to download.
    """

    id: str
    public_id: str
    product_id: str
    product_name: str
    code: str
    key_file_name: str | None
    status: Status
    claim: ClaimState
    expires_on: date
    nodes: int
    added_at: datetime


class LicensePage(Schema):
    """A page of licenses."""

    items: list[LicenseOut]
    next_cursor: str | None


class LicenseProduct(Schema):
    """A product that a license covers, with its own key file."""

    id: str
    name: str
    key_file_name: str | None


class LicenseDetails(LicenseOut):
    """Everything about one license (LIC-5).

    What only a proven holder may know is null until the vendor has accepted the claim. A
    `blocked_at` to come is a planned block; the reasons are the vendor's words. `withdrawn` says
    that the sale was taken back, and how.
    """

    serial_number: str | None
    order_number: str | None
    edition: str
    products: list[LicenseProduct]
    end_user: str | None
    partner: str | None
    starts_on: date
    blocked_at: datetime | None
    block_reason: str | None
    withdrawn: Withdrawn | None
    refused_because: str | None


class KeyFileQuery(Schema):
    """For which of the license's products."""

    product_id: Id


class KeyFileOut(Schema):
    """A key file to download."""

    name: str
    content_base64: str
