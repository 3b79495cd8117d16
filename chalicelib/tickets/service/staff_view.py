"""A request as staff see it: with company, license and earlier requests beside it (STF-3)."""

from datetime import datetime

from chalicelib.aws.tables import only
from chalicelib.aws.together import read_together
from chalicelib.base.actor import Actor
from chalicelib.licenses.model.license import License
from chalicelib.licenses.store import licenses
from chalicelib.mail.model import Reach, StopReason
from chalicelib.mail.store.reaching import stops_of
from chalicelib.tickets.model.ticket import Ticket
from chalicelib.tickets.rules.moves import staff_actions
from chalicelib.tickets.schemas.requests import Named
from chalicelib.tickets.schemas.staff import Reader, StaffAuthor, StaffLicense, StaffTicket
from chalicelib.tickets.service import letters
from chalicelib.tickets.service.changing import seen
from chalicelib.tickets.service.showing import author_name, page_fields, row
from chalicelib.tickets.store import lists
from chalicelib.tickets.store import tickets as store

EARLIER = 10


def view_as_staff(actor: Actor, ticket_id: str, now: datetime) -> StaffTicket:
    """A request with notes, the people, the license and what the company asked before.

    One query for the request; what is beside it is read together after that.
    """
    items = store.open_collection(ticket_id)
    ticket = seen(actor, next(iter(only(Ticket, items)), None))
    (author, reach), (license_, earlier) = read_together(
        lambda: _author_and_reach(ticket),
        lambda: (
            licenses.find_license(ticket.license_id),
            lists.earlier_of_company(ticket, EARLIER),
        ),
    )
    readers = letters.who_may_read(ticket, [author])
    fields = page_fields(ticket, items, actor) | {
        "author": StaffAuthor(
            id=ticket.author_id,
            name=author_name(ticket.card.author_name, actor.reads),
            email=author.email,
            language=author.language if author.account_id else "",
            stopped_for=StopReason(reach.reason) if reach else None,
        ),
        "company": Named(id=ticket.company_id, name=ticket.company_name),
        "assignee": assignee_of(ticket),
        "license": _license(license_, now),
        "earlier": [row(other, actor.reads) for other in earlier],
        "moves": staff_actions(ticket.status),
        "recipients": [Reader(name=reader.name, email=reader.email) for reader in readers],
    }
    return StaffTicket(**fields)


def _author_and_reach(ticket: Ticket) -> tuple[Actor, Reach | None]:
    """The author, and what stops mail to them. Two reads, as many as are beside them."""
    author = letters.author_of(ticket)
    stops = stops_of([author.email] if author.email else [])
    return author, stops.get(author.email)


def assignee_of(ticket: Ticket) -> Named | None:
    """Whose request it is."""
    if not ticket.assignee_id:
        return None
    return Named(id=ticket.assignee_id, name=ticket.assignee_name or "")


def _license(found: License | None, now: datetime) -> StaffLicense | None:
    if found is None:
        return None
    return StaffLicense(
        id=found.pk,
        public_id=found.public_id,
        edition=found.edition,
        end_user=found.end_user,
        nodes=int(found.nodes),
        expires_on=found.expires_on,
        blocked=found.blocked_at is not None and found.blocked_at <= now,
    )
