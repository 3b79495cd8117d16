"""3 and 4: fields that something else changed, and links that were good more than once."""

from datetime import timedelta

from chalicelib.accounts.model import Account, Link, Purpose
from chalicelib.audit.model import Entry
from chalicelib.base import clock
from chalicelib.companies.model import Member
from chalicelib.licenses.model.license import License
from chalicelib.tickets.model.message import File, Message, Scan
from chalicelib.tickets.model.ticket import Status, Ticket
from chalicelib.tickets.model.upload import Upload, UploadState
from tests.checks import links, moves
from tests.checks.breaking.acts import Breakage, again, alter, both, remove
from tests.checks.full import STRANGER, Full


def _open(ticket: Ticket) -> bool:
    return ticket.open is not None


def _held(license_: License) -> bool:
    return license_.claim is not None


def _activating(link: Link) -> bool:
    return link.purpose == Purpose.ACTIVATE


def _activation(entry: Entry) -> bool:
    return entry.action == "account.activated"


MOVES_BROKEN = (
    Breakage(
        moves.statuses_came_by_allowed_moves,
        "its history does not lead there",
        alter(Ticket, _open, status=Status.CLOSED),
    ),
    Breakage(
        moves.statuses_came_by_allowed_moves,
        "by customer",
        both(
            alter(
                Message,
                lambda message: message.moved_to == Status.AWAITING_ANSWER,
                moved_to=Status.CLOSED,
                by="customer",
            ),
            alter(Ticket, _open, status=Status.CLOSED),
        ),
    ),
    Breakage(moves.lists_show_the_status, "has queue None", alter(Ticket, _open, queue=None)),
    Breakage(moves.lists_show_the_status, "has due None", alter(Ticket, _open, due=None)),
    Breakage(
        moves.lists_show_the_status,
        "was reminded and is",
        alter(Ticket, lambda ticket: not ticket.open, reminded_at=lambda _: clock.now()),
    ),
    Breakage(
        moves.roles_stand_on_their_side,
        "has no address as staff",
        alter(Account, lambda account: account.email == STRANGER, role="supervisor"),
    ),
    Breakage(moves.roles_stand_on_their_side, "holds {'own_it'}", alter(Member, rights={"own_it"})),
    Breakage(moves.claims_are_whole, "is claimed by halves", alter(License, claim=None)),
    Breakage(moves.claims_are_whole, "the check's list says", alter(License, _held, check="check")),
    Breakage(
        moves.claims_are_whole,
        "which never added it",
        remove(Entry, lambda entry: entry.action == "license.added"),
    ),
    Breakage(
        moves.uploads_are_where_their_state_says,
        "and a message has it",
        alter(Upload, lambda upload: upload.ticket_id is not None, state=UploadState.COMPLETE),
    ),
    Breakage(moves.uploads_are_where_their_state_says, "and a message lacks it", remove(File)),
    Breakage(
        moves.uploads_are_where_their_state_says, "its file is", alter(File, verdict=Scan.INFECTED)
    ),
    Breakage(
        moves.uploads_are_where_their_state_says,
        "no job would ever find it",
        again(
            Upload,
            pk="upload#stray",
            state=UploadState.UPLOADING,
            due=None,
            due_at=None,
        ),
    ),
)


def _later(full: Full) -> object:
    return clock.now() + timedelta(days=30)


LINKS_BROKEN = (
    Breakage(
        links.links_live_as_long_as_promised, "is no purpose", alter(Link, purpose="anything")
    ),
    Breakage(links.links_live_as_long_as_promised, "lives for", alter(Link, ends_at=_later)),
    Breakage(
        links.links_live_as_long_as_promised,
        "and ended at",
        alter(Link, _activating, spent_at=_later),
    ),
    Breakage(
        links.links_live_as_long_as_promised,
        "was used up",
        alter(
            Link,
            lambda link: link.purpose == Purpose.SURVEY,
            spent_at=lambda _: clock.now() - timedelta(days=1),
        ),
    ),
    Breakage(
        links.each_use_did_its_one_thing,
        "led to 0 × account.activated",
        remove(Entry, _activation),
    ),
    Breakage(
        links.each_use_did_its_one_thing,
        "led to 2 × account.activated",
        again(Entry, _activation, sk="01KAZZZZZZZZZZZZZZZZZZZZZZ"),
    ),
    Breakage(links.each_effect_had_its_link, "without a link", remove(Link, _activating)),
)
