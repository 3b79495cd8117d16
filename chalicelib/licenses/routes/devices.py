"""A license's devices and offline leases: for its holder (LIC-17), and for staff (STF-5)."""

from typing import Any

from chalicelib.aws.pages import BadCursor
from chalicelib.base.actor import Right, StaffRole
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import ANYONE, STAFF, member_with, staff_as
from chalicelib.entry.document import CsvFile
from chalicelib.entry.http import Call, Routes
from chalicelib.licenses import giving_back, leasing, refusals, usage
from chalicelib.licenses.errors import ClaimNotProven
from chalicelib.licenses.routes.activation import BASE
from chalicelib.licenses.schemas.activation import DeviceReleased
from chalicelib.licenses.schemas.devices import (
    DevicePage,
    DeviceQuery,
    Dropped,
    LeaseIn,
    LeaseOut,
    ReceiptIn,
)

routes = Routes(__name__)
MANAGING = member_with(Right.MANAGE_LICENSES)
LICENSE_DESK = staff_as(StaffRole.LICENSE_DESK, StaffRole.SUPERVISOR)
ONE = "/api/licenses/{license_id}"
READING = (NotFound, ClaimNotProven, BadCursor, Invalid)


@routes.get(
    f"{ONE}/devices",
    MANAGING,
    "List the devices that hold a license's seats",
    query=DeviceQuery,
    gives=DevicePage,
    errors=READING,
)
def list_devices(call: Call[Any]) -> DevicePage:
    """LIC-17."""
    assert isinstance(call.query, DeviceQuery)
    license_ = usage.find_managed(call.actor, call.path["license_id"])
    return usage.devices_of(license_, call.query.cursor, call.now)


@routes.get(
    f"{ONE}/devices.csv",
    MANAGING,
    "Get the devices of a license as a table",
    query=DeviceQuery,
    gives=CsvFile,
    errors=READING,
)
def devices_as_csv(call: Call[Any]) -> CsvFile:
    """LIC-17: the header X-Next-Cursor is there as long as more devices follow."""
    assert isinstance(call.query, DeviceQuery)
    license_ = usage.find_managed(call.actor, call.path["license_id"])
    return usage.devices_as_csv(call.actor, license_, call.query.cursor, call.now)


@routes.post(
    f"{ONE}/devices/{{device_id}}/drop",
    MANAGING,
    "Take a device's seat away",
    gives=Dropped,
    errors=(NotFound, ClaimNotProven, refusals.LeaseRunning, Conflict),
)
def drop_device(call: Call[Any]) -> Dropped:
    """LIC-17."""
    license_ = usage.find_managed(call.actor, call.path["license_id"])
    device_id = call.path["device_id"]
    return giving_back.drop_device(call.actor, license_, device_id, call.now, call.operation)


@routes.post(
    f"{ONE}/leases",
    MANAGING,
    "Issue an offline lease for a device",
    takes=LeaseIn,
    gives=LeaseOut,
    status=201,
    errors=(NotFound, ClaimNotProven, *refusals.UNUSABLE, refusals.NoSeatLeft, Conflict, Invalid),
)
def issue_lease(call: Call[LeaseIn]) -> LeaseOut:
    """LIC-10: a signed file for one device and a time."""
    license_id = call.path["license_id"]
    return leasing.issue_lease(call.actor, license_id, call.body, call.now, call.operation)


@routes.post(
    f"{ONE}/lease-returns",
    MANAGING,
    "Return an offline lease by its device's receipt",
    takes=ReceiptIn,
    gives=DeviceReleased,
    errors=(NotFound, ClaimNotProven, refusals.ReceiptRefused, Conflict, Invalid),
)
def return_lease(call: Call[ReceiptIn]) -> DeviceReleased:
    """LIC-10: the seat is free at once."""
    license_ = usage.find_managed(call.actor, call.path["license_id"])
    content = call.body.receipt_base64
    return giving_back.return_lease(
        call.actor, content, call.now, call.operation, expected=license_
    )


@routes.post(
    f"{BASE}/lease-returns",
    ANYONE,
    "Return an offline lease by its device's receipt, as the application",
    takes=ReceiptIn,
    gives=DeviceReleased,
    errors=(refusals.ReceiptRefused, Conflict, Invalid),
)
def return_lease_online(call: Call[ReceiptIn]) -> DeviceReleased:
    """LIC-10: the receipt's signature is all that it takes."""
    content = call.body.receipt_base64
    return giving_back.return_lease(call.actor, content, call.now, call.operation)


@routes.get(
    "/api/staff/licenses/{license_id}/devices",
    STAFF,
    "List the devices that hold a license's seats, as staff",
    query=DeviceQuery,
    gives=DevicePage,
    errors=(NotFound, BadCursor, Invalid),
)
def list_devices_as_staff(call: Call[Any]) -> DevicePage:
    """STF-5."""
    assert isinstance(call.query, DeviceQuery)
    license_ = usage.find_for_staff(call.path["license_id"])
    return usage.devices_of(license_, call.query.cursor, call.now)


@routes.post(
    "/api/staff/licenses/{license_id}/devices/{device_id}/drop",
    LICENSE_DESK,
    "Take a device's seat away, as staff",
    gives=Dropped,
    errors=(NotFound, refusals.LeaseRunning, Conflict),
)
def drop_device_as_staff(call: Call[Any]) -> Dropped:
    """STF-5."""
    license_ = usage.find_for_staff(call.path["license_id"])
    device_id = call.path["device_id"]
    return giving_back.drop_device(call.actor, license_, device_id, call.now, call.operation)
