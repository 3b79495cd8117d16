"""The vendor's own people (STF-1)."""

from chalicelib.accounts.errors import AddressTaken, LinkExpired, LinkUnknown, LinkUsed
from chalicelib.accounts.schemas import LinkHolder, LinkShown, PasswordSet
from chalicelib.base.actor import StaffRole
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import ANYONE, STAFF, staff_as
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.staff import service
from chalicelib.staff.errors import LastSupervisor, NotYourself
from chalicelib.staff.schemas import (
    ColleagueOut,
    Colleagues,
    InviteColleague,
    JoinStaff,
    RoleChosen,
)

routes = Routes(__name__)
SUPERVISOR = staff_as(StaffRole.SUPERVISOR)
LINK_ERRORS = (LinkUnknown, LinkUsed, LinkExpired)
ONE = "/api/staff/colleagues/{colleague_id}"


@routes.get("/api/staff/colleagues", STAFF, "Who is staff", gives=Colleagues)
def colleagues(call: Call[Nothing]) -> Colleagues:
    """STF-1, STF-3: for choosing whom to give a request, too."""
    return service.colleagues(call.actor)


@routes.post(
    "/api/staff/colleagues",
    SUPERVISOR,
    "Invite a member of staff",
    takes=InviteColleague,
    gives=ColleagueOut,
    status=201,
    errors=(Invalid,),
)
def invite(call: Call[InviteColleague]) -> ColleagueOut:
    """STF-1: by a mailed link."""
    return service.invite(call.actor, call.body, call.now, call.operation)


@routes.post(
    f"{ONE}/invitation",
    SUPERVISOR,
    "Send an invitation to staff again",
    errors=(NotFound, Conflict),
)
def invite_again(call: Call[Nothing]) -> Nothing:
    """STF-1: the former link is void."""
    service.invite_again(call.actor, call.path["colleague_id"], call.now, call.operation)
    return Nothing()


@routes.delete(
    f"{ONE}/invitation",
    SUPERVISOR,
    "Withdraw an invitation to staff",
    errors=(NotFound, Conflict),
)
def withdraw(call: Call[Nothing]) -> Nothing:
    """STF-1: its link is void."""
    service.withdraw(call.actor, call.path["colleague_id"], call.now, call.operation)
    return Nothing()


@routes.put(
    f"{ONE}/role",
    SUPERVISOR,
    "Change what a member of staff is",
    takes=RoleChosen,
    gives=ColleagueOut,
    errors=(NotFound, NotYourself, LastSupervisor),
)
def change_role(call: Call[RoleChosen]) -> ColleagueOut:
    """STF-1: from their next request on."""
    account_id = call.path["colleague_id"]
    return service.change_role(call.actor, account_id, call.body.role, call.now, call.operation)


@routes.post(
    f"{ONE}/deactivation",
    SUPERVISOR,
    "Send a member of staff away",
    errors=(NotFound, NotYourself, LastSupervisor),
)
def deactivate(call: Call[Nothing]) -> Nothing:
    """STF-1: every browser of theirs is signed out."""
    service.deactivate(call.actor, call.path["colleague_id"], call.now, call.operation)
    return Nothing()


@routes.post(
    f"{ONE}/reactivation",
    SUPERVISOR,
    "Let a member of staff back in",
    errors=(NotFound, NotYourself),
)
def reactivate(call: Call[Nothing]) -> Nothing:
    """STF-1: with the role that they had."""
    service.reactivate(call.actor, call.path["colleague_id"], call.now, call.operation)
    return Nothing()


@routes.post(
    f"{ONE}/factor-reset",
    SUPERVISOR,
    "Take a lost second factor of a member of staff off",
    errors=(NotFound, NotYourself),
)
def reset_factor(call: Call[Nothing]) -> Nothing:
    """ACC-5: they set up a new one at the next sign-in."""
    service.reset_factor(call.actor, call.path["colleague_id"], call.now, call.operation)
    return Nothing()


@routes.post(
    f"{ONE}/password-link",
    SUPERVISOR,
    "Mail a member of staff a link for a new password",
    status=202,
    errors=(NotFound, NotYourself),
)
def send_password_link(call: Call[Nothing]) -> Nothing:
    """STF-1, ACC-6"""
    service.send_password_link(call.actor, call.path["colleague_id"], call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/staff/invitations/inspect",
    ANYONE,
    "See whom an invitation to staff is for",
    takes=LinkShown,
    gives=LinkHolder,
    errors=LINK_ERRORS,
)
def inspect_invitation(call: Call[LinkShown]) -> LinkHolder:
    """STF-1: looking does not spend the link."""
    return service.inspect(call.body.token, call.now)


@routes.post(
    "/api/staff/invitations/redeem",
    ANYONE,
    "Accept an invitation to staff",
    takes=JoinStaff,
    gives=PasswordSet,
    errors=(Invalid, AddressTaken, *LINK_ERRORS),
)
def join(call: Call[JoinStaff]) -> PasswordSet:
    """STF-1: the password now, the second factor at the first sign-in."""
    return service.join(call.actor, call.body, call.now, call.operation)
