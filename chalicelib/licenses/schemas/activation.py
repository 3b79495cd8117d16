"""What applications say and hear at the activation service (docs/activation.md)."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import StringConstraints

from chalicelib.entry.schema import Line, Schema

Typed = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Fingerprint = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Name = Annotated[str, Line(100)]


class DeviceIn(Schema):
    """A device that shows an activation code. `device` is what it always calls itself."""

    code: Typed
    device: Fingerprint


class ActivateIn(DeviceIn):
    """What is to be activated; `device_name` is shown to the customer, as in a usage report."""

    product: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    device_name: Name | None = None


class StatusIn(Schema):
    """A code, and perhaps a device, to be told about."""

    code: Typed
    device: Fingerprint | None = None


class Activated(Schema):
    """The device holds a seat since then, and may go on.

    `lease_ends` is set where it holds it by an offline lease: then until the end of that day.
    """

    state: Literal["activated"] = "activated"
    since: datetime
    lease_ends: date | None
    code_replaced: bool


class DeviceReleased(Schema):
    """The device gave its seat back."""

    state: Literal["released"] = "released"
    released_at: datetime


class CodeStatus(Schema):
    """What a code is good for. `activated_since` is null for a device that holds no seat."""

    state: Literal["active", "license_expired", "license_not_started", "on_deny_list"]
    license: str
    products: list[str]
    edition: str
    starts_on: date
    expires_on: date
    nodes: int
    seats_used: int
    code_replaced: bool
    activated_since: datetime | None
    lease_ends: date | None
    server_time: datetime
