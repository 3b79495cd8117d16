"""Requests, as customers see and make them."""

from typing import Any

from chalicelib.aws.pages import BadCursor
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import MEMBER
from chalicelib.entry.http import Call, Routes
from chalicelib.licenses.errors import LicenseNotActive
from chalicelib.tickets.errors import FileInfected, FilePending, FileUnscannable, RequestOver
from chalicelib.tickets.schemas.form import TicketForm
from chalicelib.tickets.schemas.requests import (
    Download,
    Moved,
    OpenTicket,
    Replied,
    Reply,
    TicketId,
    TicketOpened,
    TicketOut,
    TicketPage,
    TicketQuery,
)
from chalicelib.tickets.service import form, opening, reading, replying

routes = Routes(__name__)


@routes.get("/api/ticket-form", MEMBER, "Know what a request can be about", gives=TicketForm)
def ticket_form(call: Call[Any]) -> TicketForm:
    """REQ-2, REQ-3: only products of the company's active licenses."""
    return form.ticket_form(call.actor, call.now)


@routes.get(
    "/api/tickets",
    MEMBER,
    "List requests",
    query=TicketQuery,
    gives=TicketPage,
    errors=(BadCursor, Invalid),
)
def list_tickets(call: Call[Any]) -> TicketPage:
    """REQ-7: newest first; the own ones, or all with the right."""
    assert isinstance(call.query, TicketQuery)
    return reading.list_tickets(call.actor, call.query)


@routes.get(
    "/api/tickets/by-number/{number}",
    MEMBER,
    "Find a request by its incident number",
    gives=TicketId,
    errors=(NotFound,),
)
def find_by_number(call: Call[Any]) -> TicketId:
    """REQ-7."""
    return reading.find_by_number(call.actor, call.path["number"])


@routes.post(
    "/api/tickets",
    MEMBER,
    "Open a request",
    takes=OpenTicket,
    gives=TicketOpened,
    status=201,
    errors=(Invalid, LicenseNotActive, Conflict),
)
def open_ticket(call: Call[OpenTicket]) -> TicketOpened:
    """REQ-2, REQ-6: answers its incident number; the mail is on its way."""
    return opening.open_ticket(call.actor, call.body, call.now, call.operation)


@routes.get(
    "/api/tickets/{ticket_id}",
    MEMBER,
    "Open a request with its conversation",
    gives=TicketOut,
    errors=(NotFound,),
)
def view_ticket(call: Call[Any]) -> TicketOut:
    """REQ-10: with files, history, and what can be done."""
    return reading.view_ticket(call.actor, call.path["ticket_id"])


@routes.post(
    "/api/tickets/{ticket_id}/messages",
    MEMBER,
    "Reply to a request",
    takes=Reply,
    gives=Replied,
    status=201,
    errors=(NotFound, Invalid, RequestOver, Conflict),
)
def reply(call: Call[Reply]) -> Replied:
    """REQ-10: puts the request back in progress; REQ-9: not when it is over."""
    return replying.reply(call.actor, call.path["ticket_id"], call.body, call.now, call.operation)


@routes.post(
    "/api/tickets/{ticket_id}/close",
    MEMBER,
    "Call a request off",
    gives=Moved,
    errors=(NotFound, RequestOver, Conflict),
)
def cancel(call: Call[Any]) -> Moved:
    """REQ-12: cancelled by the user, for good."""
    return replying.cancel(call.actor, call.path["ticket_id"], call.now, call.operation)


@routes.get(
    "/api/tickets/{ticket_id}/files/{file_id}/download",
    MEMBER,
    "Download a file of a request",
    gives=Download,
    errors=(NotFound, FilePending, FileInfected, FileUnscannable),
)
def download(call: Call[Any]) -> Download:
    """REQ-4: clean files only, as a download, for some minutes."""
    return reading.download(call.actor, call.path["ticket_id"], call.path["file_id"], call.now)
