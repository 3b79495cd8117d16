"""3 and 4: people in the wrong list, and invitations that went astray."""

from chalicelib.accounts.model import Link, Purpose
from chalicelib.audit.model import Entry
from chalicelib.companies.model import Member
from chalicelib.invitations.model import Invitation, InvitationState
from chalicelib.mail.model import Letter
from tests.checks import invitations, listed
from tests.checks.breaking.acts import Breakage, alter, remove


def _pending(invitation: Invitation) -> bool:
    return bool(invitation.state == InvitationState.PENDING)


def _accepted(invitation: Invitation) -> bool:
    return bool(invitation.state == InvitationState.ACCEPTED)


INVITATIONS_BROKEN = (
    Breakage(
        listed.people_stand_where_their_data_say, "has last_first", alter(Member, last_name="Zett")
    ),
    Breakage(
        listed.people_stand_where_their_data_say,
        "has manages_users_of None",
        alter(Member, rights={"manage_users"}),
    ),
    Breakage(
        invitations.invitations_came_by_allowed_moves,
        "its entries say",
        alter(Invitation, _pending, state=InvitationState.EXPIRED),
    ),
    Breakage(
        invitations.invitations_came_by_allowed_moves,
        "was None and is invitation.",
        remove(Entry, lambda entry: entry.action == "invitation.sent"),
    ),
    Breakage(
        invitations.invitations_stand_where_somebody_finds_them,
        "stands in the list of None",
        alter(Invitation, _pending, open=None),
    ),
    Breakage(
        invitations.invitations_stand_where_somebody_finds_them,
        "waits as None",
        alter(Invitation, _pending, running=None),
    ),
    Breakage(
        invitations.invitations_stand_where_somebody_finds_them,
        "has the address",
        alter(Invitation, _accepted, email="anna@nordwerk.example"),
    ),
    Breakage(
        invitations.invitations_stand_where_somebody_finds_them,
        "is another address's",
        alter(Invitation, _pending, email="zoe@nordwerk.example"),
    ),
    Breakage(
        invitations.each_open_invitation_has_its_link,
        "has no link of its own",
        alter(Link, lambda link: link.purpose == Purpose.INVITATION, subject="x"),
    ),
    Breakage(
        invitations.each_open_invitation_has_its_link,
        "its link was used at None",
        alter(
            Link,
            lambda link: link.purpose == Purpose.INVITATION and link.spent_at,
            spent_at=None,
        ),
    ),
    Breakage(
        invitations.each_sending_has_its_letter,
        "have 0 letters",
        remove(Letter, lambda letter: letter.template == "invitation"),
    ),
)
