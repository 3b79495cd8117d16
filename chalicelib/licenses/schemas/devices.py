"""Devices, seats and offline leases, as the customer and staff see them."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from chalicelib.entry.schema import Cursor, Line, Schema

Content = Annotated[str, StringConstraints(max_length=90_000)]


class DeviceQuery(Schema):
    """Where the list goes on."""

    cursor: Cursor | None = None


class DeviceOut(Schema):
    """A device that holds a seat. `lease_ends` is set where it does by an offline lease."""

    id: str
    name: str | None
    kind: Literal["activated", "lease"]
    since: datetime
    seen_on: date
    lease_ends: date | None
    returnable: bool


class DevicePage(Schema):
    """A page of a license's devices, how many seats there are, and who found none (LIC-10).

    `overused_at` is when so many found none that the vendor was told, until staff have looked.
    """

    items: list[DeviceOut]
    next_cursor: str | None
    nodes: int
    seats_used: int
    most_lease_days: int
    overused_at: datetime | None
    refused_today: int


class LeaseIn(Schema):
    """A lease by a device's request file, or for a device that somebody names."""

    request_base64: Content | None = None
    device: Annotated[str, StringConstraints(max_length=200)] | None = None
    device_name: Annotated[str, Line(100)] | None = None
    days: Annotated[int, Field(ge=1)]


class LeaseOut(Schema):
    """A lease file, to be carried to its device."""

    name: str
    content_base64: str
    device_id: str
    ends: date


class ReceiptIn(Schema):
    """A receipt file of the device that held the lease."""

    receipt_base64: Content


class Dropped(Schema):
    """The device holds no seat any more."""

    device_id: str
    seats_used: int
