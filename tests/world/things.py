"""What the people of the small world have: licenses, requests, files on their way, links."""

from dataclasses import dataclass
from datetime import datetime

from chalicelib.accounts import passwords
from chalicelib.accounts.model import Account
from chalicelib.base.actor import NOBODY, Actor
from chalicelib.journeys.registration import register
from chalicelib.journeys.schemas.registration import Registration
from chalicelib.licenses.adding import add_license
from chalicelib.licenses.schemas.licenses import AddLicense
from chalicelib.tickets.schemas.uploads import UploadStarted
from chalicelib.tickets.service import uploading
from tests.builders import TOTP_SECRET, actor_for, make_catalog, make_colleague, make_license
from tests.mailbox import letters_to, link_in
from tests.tickets.builders import anew, end, open_one, say
from tests.tickets.files import announce, put_part, send_file
from tests.world.invited import Invited, make_invitations
from tests.world.licenses import DeskThings, make_desk_things
from tests.world.people import People, Who

HELD_CODE = "7F3KQ-9XDM2-B8WZ4-RT6YH"
ALSO_HELD_CODE = "2MXKQ-9XDM2-B8WZ4-RT6YH"
FOREIGN_CODE = "5PWKQ-9XDM2-B8WZ4-RT6YH"
FREE_CODE = "8QZKQ-9XDM2-B8WZ4-RT6YH"
NEWCOMER = "nele.newcomer@westwerk.example"
CONTENT = b"scan stopped"
NO_SUCH_ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV"


@dataclass
class Things:
    """Ids and secrets. What belongs to no one else is the author's, and the company's."""

    license_id: str
    second_license_id: str
    foreign_license_id: str
    desk: DeskThings
    ticket_id: str
    ticket_number: str
    file_id: str
    note_file_id: str
    owners_ticket_id: str
    closed_ticket_id: str
    foreign_ticket_id: str
    foreign_number: str
    whole_upload: str
    staff_upload: UploadStarted
    upload: UploadStarted
    activation_token: str
    reset_token: str
    survey_token: str
    second_factor_account: Account
    invited: Invited


def make_things(people: People, now: datetime) -> Things:
    """Everything, made by the product's own services."""
    make_catalog(now)
    actors = {who: actor_for(account, now) for who, account in people.accounts.items()}
    author, owner = actors[Who.AUTHOR], actors[Who.OWNER]
    stranger, agent = actors[Who.STRANGER], actors[Who.AGENT]
    licenses = _licenses(owner, stranger, now)
    file_id = send_file(author, now=now)
    ticket = open_one(author, now, files=[file_id])
    note_file_id = send_file(agent, name="trace.txt", now=now)
    say(agent, ticket.id, "note", now, "Seen before.", [note_file_id])
    foreign = open_one(stranger, now, subject="Where is the log?")
    closed = open_one(author, now, subject="An old one")
    end(agent, closed.id, "close", now)
    secure = make_colleague(people.accounts[Who.OWNER], now, email="secure@nordwerk.example")
    secure.update([Account.totp_secret.set(TOTP_SECRET)])
    return Things(
        *licenses,
        desk=make_desk_things(stranger, now),
        ticket_id=ticket.id,
        ticket_number=ticket.number,
        file_id=file_id,
        note_file_id=note_file_id,
        owners_ticket_id=open_one(owner, now, subject="The owner's own").id,
        closed_ticket_id=closed.id,
        foreign_ticket_id=foreign.id,
        foreign_number=foreign.number,
        whole_upload=send_file(author, name="more.log", now=now),
        staff_upload=begin_upload(agent, now),
        upload=begin_upload(author, now),
        activation_token=_activation_token(now),
        reset_token=_reset_token(owner, now),
        survey_token=link_in(letters_to(author.email, "survey")[0]),
        second_factor_account=secure,
        invited=make_invitations(people, owner, stranger, now),
    )


def _licenses(owner: Actor, stranger: Actor, now: datetime) -> tuple[str, str, str]:
    """Two of the company, one of another, and one that nobody has."""
    held = make_license(HELD_CODE)
    second = make_license(ALSO_HELD_CODE, product_ids="vault-server", serial_number="HG-26-4712")
    foreign = make_license(FOREIGN_CODE, end_user="Südwerk AG", serial_number="HG-26-4713")
    make_license(FREE_CODE, product_ids="gate-mail", end_user="Anybody", serial_number="HG-26-4714")
    for who, code in ((owner, HELD_CODE), (owner, ALSO_HELD_CODE), (stranger, FOREIGN_CODE)):
        add_license(who, AddLicense(activation_code=code), now, anew())
    return held.pk, second.pk, foreign.pk


def begin_upload(actor: Actor, now: datetime) -> UploadStarted:
    """An upload that has begun, with nothing of it in S3 yet."""
    return uploading.start_upload(actor, announce(len(CONTENT)), now, anew())


def full_upload(actor: Actor, now: datetime) -> tuple[UploadStarted, dict[str, object]]:
    """An upload that is ready to be completed, and what to say then."""
    started = begin_upload(actor, now)
    part = put_part(actor, started.uploadId, started.key, 1, CONTENT)
    return started, {"parts": [part.model_dump()]}


def registration(**changed: object) -> dict[str, object]:
    """A filled registration form with a code that is free."""
    return {
        "first_name": "Nele",
        "last_name": "Newcomer",
        "company_name": "Westwerk KG",
        "email": NEWCOMER,
        "country": "DE",
        "activation_code": FREE_CODE,
        "key_file": None,
        "accept_terms": "1",
        "accept_privacy": "1",
        "survey": False,
        "language": "en",
    } | changed


def _activation_token(now: datetime) -> str:
    register(NOBODY, Registration.model_validate(registration()), now, anew())
    return link_in(letters_to(NEWCOMER, "account_activate")[0])


def _reset_token(owner: Actor, now: datetime) -> str:
    passwords.ask_password_reset(NOBODY, owner.email, now, anew())
    return link_in(letters_to(owner.email, "password_reset")[0])
