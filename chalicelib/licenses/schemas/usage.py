"""The key usage report, as it goes out (LIC-17)."""

from datetime import date

from chalicelib.entry.schema import Cursor, Schema
from chalicelib.licenses.model.license import ClaimState, Status
from chalicelib.licenses.schemas.devices import DeviceOut


class UsageQuery(Schema):
    """Where the report goes on."""

    cursor: Cursor | None = None


class LicenseUsage(Schema):
    """A license and the first devices that hold its seats.

    `more` says that others do, too; the license's own list has all of them. `seats_used` is null
    while the company's claim is not proven: then no devices are told.
    """

    id: str
    public_id: str
    products: list[str]
    status: Status
    claim: ClaimState
    expires_on: date
    nodes: int
    seats_used: int | None
    devices: list[DeviceOut]
    more: bool


class UsagePage(Schema):
    """A page of the company's licenses, the last to end first."""

    items: list[LicenseUsage]
    next_cursor: str | None
