"""Invitations: for those who send them, and for those who get one."""

from typing import Any

from chalicelib.accounts.errors import (
    AddressTaken,
    LinkExpired,
    LinkUnknown,
    LinkUsed,
    TooManyAttempts,
)
from chalicelib.accounts.schemas import LinkShown, PasswordSet
from chalicelib.aws.pages import BadCursor
from chalicelib.base.actor import Right
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.companies.errors import NotYoursToGrant, OutsideScope
from chalicelib.entry.access import ANYONE, member_with
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.invitations import inviting, joining, managing
from chalicelib.invitations.errors import (
    AccountExists,
    AccountGone,
    AlreadyInCompany,
    AlreadyWithdrawn,
    CompanyGone,
    InvitationAccepted,
    InvitationReplaced,
    InvitationWithdrawn,
)
from chalicelib.invitations.schemas import (
    AcceptAsNew,
    AcceptWithAccount,
    InvitationOut,
    InvitationPage,
    InvitationQuery,
    InvitationShown,
    Invite,
    Invited,
)

routes = Routes(__name__)
INVITING = member_with(Right.INVITE_USERS)
DEAD_LINKS = (
    LinkUnknown, LinkUsed, LinkExpired, InvitationWithdrawn, InvitationReplaced, CompanyGone,
    AlreadyInCompany,
)  # fmt: skip


@routes.get(
    "/api/company/invitations",
    INVITING,
    "List the open invitations",
    query=InvitationQuery,
    gives=InvitationPage,
    errors=(BadCursor, Invalid),
)
def list_invitations(call: Call[Any]) -> InvitationPage:
    """COM-3: the last sent first, the expired among them."""
    assert isinstance(call.query, InvitationQuery)
    return managing.list_invitations(call.actor, call.query, call.now)


@routes.post(
    "/api/company/invitations",
    INVITING,
    "Invite people, a line each",
    takes=Invite,
    gives=Invited,
    errors=(Invalid, NotYoursToGrant, OutsideScope, TooManyAttempts, NotFound, Conflict),
)
def invite(call: Call[Invite]) -> Invited:
    """COM-3: good ones go out, the others are told why not."""
    return inviting.invite(call.actor, call.body, call.now, call.operation)


@routes.post(
    "/api/company/invitations/{invitation_id}/resend",
    INVITING,
    "Send an invitation again",
    gives=InvitationOut,
    errors=(NotFound, InvitationAccepted, AlreadyWithdrawn, TooManyAttempts, Conflict),
)
def resend(call: Call[Any]) -> InvitationOut:
    """COM-3: an expired one, too; the earlier link is good for nothing then."""
    return managing.resend(call.actor, call.path["invitation_id"], call.now, call.operation)


@routes.post(
    "/api/company/invitations/{invitation_id}/withdrawal",
    INVITING,
    "Withdraw an invitation",
    errors=(NotFound, InvitationAccepted, AlreadyWithdrawn, Conflict),
)
def withdraw(call: Call[Any]) -> Nothing:
    """COM-3: its link is dead at once, and says so."""
    managing.withdraw(call.actor, call.path["invitation_id"], call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/invitations/inspect",
    ANYONE,
    "See who invites whom",
    takes=LinkShown,
    gives=InvitationShown,
    errors=DEAD_LINKS,
)
def inspect(call: Call[LinkShown]) -> InvitationShown:
    """COM-3: looking does not use the invitation up."""
    return joining.inspect(call.body.token, call.now)


@routes.post(
    "/api/invitations/redeem",
    ANYONE,
    "Accept an invitation with a new account",
    takes=AcceptAsNew,
    gives=PasswordSet,
    errors=(Invalid, AccountExists, AddressTaken, Conflict, *DEAD_LINKS),
)
def accept_as_new(call: Call[AcceptAsNew]) -> PasswordSet:
    """COM-3, ACC-1: form and password, then the person is in the company."""
    return joining.accept_as_new(call.actor, call.body, call.now, call.operation)


@routes.post(
    "/api/invitations/join",
    ANYONE,
    "Accept an invitation with the account that one has",
    takes=AcceptWithAccount,
    gives=PasswordSet,
    errors=(Invalid, AccountGone, TooManyAttempts, Conflict, *DEAD_LINKS),
)
def accept_with_account(call: Call[AcceptWithAccount]) -> PasswordSet:
    """COM-3, ACC-12: for an account that is in no company."""
    return joining.accept_with_account(call.actor, call.body, call.now, call.operation)
