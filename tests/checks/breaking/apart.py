"""9: copies that are no copies any more."""

from chalicelib.accounts.model import Account
from chalicelib.companies.model import Member
from chalicelib.invitations.model import Invitation
from chalicelib.mail.model import Unwanted
from chalicelib.tickets.model.message import Message
from chalicelib.tickets.model.ticket import Ticket
from tests.checks import copies
from tests.checks.breaking.acts import Breakage, alter, both

COPIES_BROKEN = (
    Breakage(copies.members_are_as_their_accounts, "has country FR", alter(Member, country="FR")),
    Breakage(copies.choices_reach_the_outbox, "does without", alter(Account, unwanted={"surveys"})),
    Breakage(
        copies.requests_have_their_companys_name,
        "is of Ostwerk SE",
        alter(Ticket, company_name="Ostwerk SE"),
    ),
    Breakage(copies.people_go_by_the_name_they_have, "is by X", alter(Message, author_name="X")),
    Breakage(
        copies.people_go_by_the_name_they_have, "is by Y", alter(Invitation, inviter_name="Y")
    ),
    Breakage(copies.zones_reach_the_outbox, "its letters in", alter(Account, zone="Asia/Tokyo")),
    Breakage(
        copies.choices_reach_the_outbox,
        "which always come",
        both(alter(Unwanted, topics={"security"}), alter(Account, unwanted={"security"})),
    ),
)
