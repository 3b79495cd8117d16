"""Requests around a license's life."""

from typing import Any

from chalicelib.base.actor import Right
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import member_with
from chalicelib.entry.http import Call, Routes
from chalicelib.licenses.errors import LicenseNotActive
from chalicelib.tickets.schemas.compromise import OpenOnLicense, ReportCode
from chalicelib.tickets.schemas.requests import TicketOpened
from chalicelib.tickets.service import compromise, unsupported

routes = Routes(__name__)
MANAGING = member_with(Right.MANAGE_LICENSES)


@routes.post(
    "/api/licenses/{license_id}/compromise",
    MANAGING,
    "Report a code that others know, and ask for a block",
    takes=ReportCode,
    gives=TicketOpened,
    status=201,
    errors=(NotFound, Invalid, LicenseNotActive, Conflict),
)
def report_code(call: Call[ReportCode]) -> TicketOpened:
    """LIC-13: at once or at a time, with the official application attached."""
    license_id = call.path["license_id"]
    return compromise.report_code(call.actor, license_id, call.body, call.now, call.operation)


@routes.get(
    "/api/licenses/{license_id}/open-requests",
    MANAGING,
    "Know how many open requests stand on a license",
    gives=OpenOnLicense,
    errors=(NotFound,),
)
def open_requests(call: Call[Any]) -> OpenOnLicense:
    """LIC-7: what removing it would end."""
    return unsupported.open_on_license(call.actor, call.path["license_id"], call.now)
