"""Requests, as staff see and handle them."""

from typing import Any

from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import STAFF
from chalicelib.entry.http import Call, Routes
from chalicelib.tickets.errors import FileInfected, FilePending, RequestOver
from chalicelib.tickets.schemas.requests import Download, Moved, Replied, TicketId
from chalicelib.tickets.schemas.staff import (
    Assigned,
    Assignment,
    Closure,
    StaffMessage,
    StaffTicket,
)
from chalicelib.tickets.service import answering, handling, reading, staff_view

routes = Routes(__name__)


@routes.get(
    "/api/staff/tickets/by-number/{number}",
    STAFF,
    "Find a request by its incident number",
    gives=TicketId,
    errors=(NotFound,),
)
def staff_find_by_number(call: Call[Any]) -> TicketId:
    """STF-2."""
    return reading.find_by_number(call.actor, call.path["number"])


@routes.get(
    "/api/staff/tickets/{ticket_id}",
    STAFF,
    "Open a request with all that is good to know beside it",
    gives=StaffTicket,
    errors=(NotFound,),
)
def staff_view_ticket(call: Call[Any]) -> StaffTicket:
    """STF-3, NOT-5: notes, company, license, earlier requests, who will get a message."""
    return staff_view.view_as_staff(call.actor, call.path["ticket_id"], call.now)


@routes.post(
    "/api/staff/tickets/{ticket_id}/messages",
    STAFF,
    "Answer, ask, solve or note",
    takes=StaffMessage,
    gives=Replied,
    status=201,
    errors=(NotFound, Invalid, RequestOver, Conflict),
)
def say(call: Call[StaffMessage]) -> Replied:
    """STF-3: the customers who may see it get it by mail; a note stays here."""
    return answering.say(call.actor, call.path["ticket_id"], call.body, call.now, call.operation)


@routes.post(
    "/api/staff/tickets/{ticket_id}/assignment",
    STAFF,
    "Make it somebody's request",
    takes=Assignment,
    gives=Assigned,
    errors=(NotFound, Invalid, RequestOver, Conflict),
)
def assign(call: Call[Assignment]) -> Assigned:
    """STF-3."""
    return handling.assign(call.actor, call.path["ticket_id"], call.body, call.now, call.operation)


@routes.post(
    "/api/staff/tickets/{ticket_id}/closure",
    STAFF,
    "Close, cancel or redirect a request",
    takes=Closure,
    gives=Moved,
    errors=(NotFound, Invalid, RequestOver, Conflict),
)
def end(call: Call[Closure]) -> Moved:
    """STF-3, REQ-15: for good; closing asks the author for a rating."""
    return handling.end(call.actor, call.path["ticket_id"], call.body, call.now, call.operation)


@routes.get(
    "/api/staff/tickets/{ticket_id}/files/{file_id}/download",
    STAFF,
    "Download a file of a request",
    gives=Download,
    errors=(NotFound, FilePending, FileInfected),
)
def staff_download(call: Call[Any]) -> Download:
    """STF-7: clean files; such as could not be scanned with a warning."""
    return reading.download(call.actor, call.path["ticket_id"], call.path["file_id"], call.now)
