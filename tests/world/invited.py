"""Who is invited in the small world."""

from dataclasses import dataclass
from datetime import datetime

from chalicelib.base.actor import Actor
from chalicelib.invitations.inviting import invite
from chalicelib.invitations.schemas import Invite
from chalicelib.invitations.store import invitation_id
from tests.mailbox import letters_to, link_in
from tests.tickets.builders import anew
from tests.world.people import THE_BRANCH, People, Who

GUEST = "gesa.guest@nordwerk.example"
FOREIGN_GUEST = "fred.guest@suedwerk.example"


@dataclass
class Invited:
    """Ids and secrets: a guest of the author's branch, somebody without company, a foreign one."""

    invitation_id: str
    joining_id: str
    foreign_id: str
    token: str
    joining_token: str


def make_invitations(people: People, owner: Actor, stranger: Actor, now: datetime) -> Invited:
    """Sent by the two owners."""
    joining = people.accounts[Who.PERSON].email
    invite(owner, Invite(lines=[GUEST], branch=THE_BRANCH, language="de"), now, anew())
    invite(owner, Invite(lines=[joining], language="de"), now, anew())
    invite(stranger, Invite(lines=[FOREIGN_GUEST], language="de"), now, anew())
    return Invited(
        invitation_id(owner.company_id, GUEST),
        invitation_id(owner.company_id, joining),
        invitation_id(stranger.company_id, FOREIGN_GUEST),
        *(link_in(letters_to(email, "invitation")[0]) for email in (GUEST, joining)),
    )
