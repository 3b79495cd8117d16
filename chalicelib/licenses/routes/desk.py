"""Licenses, as staff find, open and change them."""

from typing import Any

from chalicelib.aws.pages import BadCursor
from chalicelib.base.actor import StaffRole
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import STAFF, staff_as
from chalicelib.entry.http import Call, Routes
from chalicelib.licenses import blocking, desk_pages, merging, replacing
from chalicelib.licenses.errors import (
    AlreadyBlocked,
    CodeReplaced,
    LicenseMerged,
    NotAtRenewal,
    NotBlocked,
    SaleTakenBack,
)
from chalicelib.licenses.schemas.desk import (
    AddSeats,
    BlockLicense,
    DeskLicense,
    DeskLicensePage,
    DeskLicenseQuery,
    LicenseChanged,
    MergeLicenses,
    ReissueCode,
    SearchLicenses,
    UnblockLicense,
)

routes = Routes(__name__)
DESK = staff_as(StaffRole.LICENSE_DESK, StaffRole.SUPERVISOR)


@routes.post(
    "/api/staff/licenses/search",
    STAFF,
    "Find licenses by public id, order number, serial number or code",
    takes=SearchLicenses,
    gives=DeskLicensePage,
    errors=(Invalid,),
)
def find_licenses(call: Call[SearchLicenses]) -> DeskLicensePage:
    """STF-5: in a body, because a code must stand in no address."""
    return desk_pages.find_licenses(call.actor, call.body.text, call.now)


@routes.get(
    "/api/staff/licenses",
    STAFF,
    "List a company's licenses",
    query=DeskLicenseQuery,
    gives=DeskLicensePage,
    errors=(BadCursor, Invalid),
)
def company_licenses(call: Call[Any]) -> DeskLicensePage:
    """STF-5: the first to end first."""
    assert isinstance(call.query, DeskLicenseQuery)
    return desk_pages.company_licenses(call.actor, call.query, call.now)


@routes.get(
    "/api/staff/licenses/{license_id}",
    STAFF,
    "Open a license with its holder and its codes",
    gives=DeskLicense,
    errors=(NotFound,),
)
def view_license(call: Call[Any]) -> DeskLicense:
    """STF-5."""
    return desk_pages.view_license(call.actor, call.path["license_id"], call.now)


@routes.post(
    "/api/staff/licenses/{license_id}/block",
    DESK,
    "Block a license, now or at a time",
    takes=BlockLicense,
    gives=LicenseChanged,
    errors=(NotFound, Invalid, AlreadyBlocked, LicenseMerged, Conflict),
)
def block_license(call: Call[BlockLicense]) -> LicenseChanged:
    """STF-5, LIC-11, LIC-13."""
    license_id = call.path["license_id"]
    return blocking.block_license(call.actor, license_id, call.body, call.now, call.operation)


@routes.post(
    "/api/staff/licenses/{license_id}/unblock",
    DESK,
    "Lift a license's block, planned or in effect",
    takes=UnblockLicense,
    gives=LicenseChanged,
    errors=(NotFound, Invalid, NotBlocked, LicenseMerged, SaleTakenBack, Conflict),
)
def unblock_license(call: Call[UnblockLicense]) -> LicenseChanged:
    """STF-5."""
    license_id = call.path["license_id"]
    return blocking.unblock_license(call.actor, license_id, call.body, call.now, call.operation)


@routes.post(
    "/api/staff/licenses/{license_id}/code",
    DESK,
    "Issue another activation code in place of the present one",
    takes=ReissueCode,
    gives=LicenseChanged,
    errors=(NotFound, Invalid, CodeReplaced, LicenseMerged, SaleTakenBack, Conflict),
)
def reissue_code(call: Call[ReissueCode]) -> LicenseChanged:
    """STF-5, LIC-13."""
    license_id = call.path["license_id"]
    return replacing.reissue_code(call.actor, license_id, call.body, call.now, call.operation)


@routes.post(
    "/api/staff/licenses/{license_id}/seats",
    DESK,
    "Add seats to a license, with an updated code",
    takes=AddSeats,
    gives=LicenseChanged,
    errors=(NotFound, Invalid, LicenseMerged, Conflict),
)
def add_seats(call: Call[AddSeats]) -> LicenseChanged:
    """STF-5, LIC-12."""
    license_id = call.path["license_id"]
    return replacing.add_seats(call.actor, license_id, call.body, call.now, call.operation)


@routes.post(
    "/api/staff/licenses/{license_id}/merger",
    DESK,
    "Merge other licenses of the company into this one at its renewal",
    takes=MergeLicenses,
    gives=LicenseChanged,
    errors=(NotFound, Invalid, NotAtRenewal, LicenseMerged, Conflict),
)
def merge_licenses(call: Call[MergeLicenses]) -> LicenseChanged:
    """LIC-14."""
    license_id = call.path["license_id"]
    return merging.merge_licenses(call.actor, license_id, call.body, call.now, call.operation)
