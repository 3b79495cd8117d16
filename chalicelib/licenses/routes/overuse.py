"""Licenses that more devices wanted than there are seats, as staff look at them (LIC-10)."""

from typing import Any

from chalicelib.aws.pages import BadCursor
from chalicelib.base.actor import StaffRole
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import STAFF, staff_as
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.licenses import desk_pages
from chalicelib.licenses.errors import NotOverused
from chalicelib.licenses.overuse import review_overuse
from chalicelib.licenses.schemas.desk import DeskLicensePage, OverusedQuery

routes = Routes(__name__)
DESK = staff_as(StaffRole.LICENSE_DESK, StaffRole.SUPERVISOR)


@routes.get(
    "/api/staff/overused-licenses",
    STAFF,
    "List the licenses that more devices wanted than there are seats",
    query=OverusedQuery,
    gives=DeskLicensePage,
    errors=(BadCursor, Invalid),
)
def overused_licenses(call: Call[Any]) -> DeskLicensePage:
    """LIC-10: the latest first, until somebody has looked at each."""
    assert isinstance(call.query, OverusedQuery)
    return desk_pages.overused_licenses(call.actor, call.query.cursor, call.now)


@routes.post(
    "/api/staff/licenses/{license_id}/overuse-review",
    DESK,
    "Say that a license's overuse was looked at",
    gives=Nothing,
    errors=(NotFound, NotOverused, Conflict),
)
def review(call: Call[Any]) -> Nothing:
    """LIC-10: its mark comes off, and does not come back on the same day."""
    review_overuse(call.actor, call.path["license_id"], call.now, call.operation)
    return Nothing()
