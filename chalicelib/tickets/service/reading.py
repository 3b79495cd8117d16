"""Customers look at requests: a list, one by its number, one with all that was said (REQ-7)."""

from datetime import datetime, timedelta

from chalicelib.aws.pages import Page
from chalicelib.aws.presigned import download_url
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import only
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.tickets.errors import FileInfected, FilePending, FileUnscannable
from chalicelib.tickets.model.message import Scan
from chalicelib.tickets.model.ticket import Status, Ticket
from chalicelib.tickets.rules.visibility import own, visible_to
from chalicelib.tickets.schemas.requests import (
    Download,
    TicketId,
    TicketOut,
    TicketPage,
    TicketQuery,
)
from chalicelib.tickets.service.changing import seen
from chalicelib.tickets.service.showing import page_fields, row
from chalicelib.tickets.store import lists
from chalicelib.tickets.store import tickets as store


def list_tickets(actor: Actor, query: TicketQuery) -> TicketPage:
    """A page of the requests that the actor may see, newest first. One query."""
    page = _page(actor, query)
    return TicketPage(
        items=[row(ticket, actor.reads) for ticket in page.items], next_cursor=page.next_cursor
    )


def _page(actor: Actor, query: TicketQuery) -> Page[Ticket]:
    scope = own(actor) if query.author == "me" else visible_to(actor)
    status = Status.AWAITING_ANSWER if query.waiting else query.status
    inactive = query.inactive
    if scope.author_id:
        return lists.author_page(scope.company_id, scope.author_id, status, inactive, query.cursor)
    branch = (scope.branch, scope.own_id) if scope.branch else None
    return lists.company_page(scope.company_id, status, inactive, query.cursor, branch)


def find_by_number(actor: Actor, number: str) -> TicketId:
    """The request with this incident number, in whatever case it was typed. One read."""
    found = store.find_number(number.strip().upper())
    if found is None or not visible_to(actor).covers(found):
        raise NotFound
    return TicketId(id=found.ticket_id)


def view_ticket(actor: Actor, ticket_id: str) -> TicketOut:
    """A request with its conversation. One query; half a second behind at most, as a rule."""
    items = store.open_collection(ticket_id)
    ticket = seen(actor, next(iter(only(Ticket, items)), None))
    return TicketOut(**page_fields(ticket, items, actor))


def download(actor: Actor, ticket_id: str, file_id: str, now: datetime) -> Download:
    """A URL that is good for minutes. Clean files only; staff also get unscannable ones.

    Raises NotFound, FilePending, FileInfected, FileUnscannable.
    """
    found, file = store.find_with_file(ticket_id, file_id)
    seen(actor, found)
    staff = actor.role is not None
    if file is None or (file.internal and not staff):
        raise NotFound
    demand_clean(file.verdict, staff)
    seconds = settings().download_url_seconds
    return Download(
        url=download_url(file.key, file.name, seconds),
        expires_at=now + timedelta(seconds=seconds),
        warning=file.verdict == Scan.UNSCANNABLE,
    )


def demand_clean(verdict: str, staff: bool) -> None:
    """Raise unless a file of this verdict may be downloaded."""
    match Scan(verdict):
        case Scan.PENDING:
            raise FilePending
        case Scan.INFECTED:
            raise FileInfected
        case Scan.UNSCANNABLE if not staff:
            raise FileUnscannable
        case _:
            return
