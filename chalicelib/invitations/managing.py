"""Open invitations: seen, sent again, withdrawn (COM-3)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from chalicelib.accounts.throttling import throttle
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import Conflict, KontorError, NotFound
from chalicelib.base.operation import Operation
from chalicelib.companies.granting import reaches
from chalicelib.invitations import store
from chalicelib.invitations.errors import AlreadyWithdrawn, InvitationAccepted
from chalicelib.invitations.inviting import issue_link
from chalicelib.invitations.letters import invite_by_letter
from chalicelib.invitations.model import Invitation, InvitationState
from chalicelib.invitations.rules.moves import Move, may, state_at, states_for
from chalicelib.invitations.schemas import InvitationOut, InvitationPage, InvitationQuery


def list_invitations(actor: Actor, query: InvitationQuery, now: datetime) -> InvitationPage:
    """A page of those that are open, the last sent first. One query."""
    branch = "" if actor.owner else actor.scope
    page = store.list_open(actor.company_id, branch, query.cursor)
    items = [invitation_out(invitation, now) for invitation in page.items]
    return InvitationPage(items=items, next_cursor=page.next_cursor)


def invitation_out(invitation: Invitation, now: datetime) -> InvitationOut:
    """An open invitation as the company's people see it."""
    over = state_at(invitation, now) is not InvitationState.PENDING
    return InvitationOut(
        id=invitation.id,
        email=invitation.email or "",
        state="expired" if over else "pending",
        rights=[right for right in Right if right in (invitation.rights or ())],
        scope=invitation.scope,
        branch=invitation.branch,
        invited_by=invitation.inviter_name,
        sent_at=invitation.sent_at,
        ends_at=invitation.ends_at,
    )


def resend(actor: Actor, invitation_id: str, now: datetime, operation: Operation) -> InvitationOut:
    """Send a pending or expired invitation again, with a new link and all of its time."""
    invitation = _movable(actor, invitation_id, Move.RESEND, now)
    most = settings().resends_per_day
    throttle(f"resend {invitation.pk} {invitation_id}", now, most, timedelta(days=1))
    before = invitation.link_id
    change = Transaction(operation, now)
    invitation.sent_at, invitation.operation = now, operation.key
    invitation.ends_at = now + timedelta(days=settings().link_days)
    invitation.link_id = issue_link(change, invitation, now)
    lost = _overtaken(actor, invitation_id)
    store.resend(change, invitation, states_for(Move.RESEND), before, lost=lost)
    invite_by_letter(change, invitation, actor.company_name, now)
    record(change, actor, "invitation.resent", invitation_id, now)
    answer = invitation_out(invitation, now)
    change.commit(answer.model_dump(mode="json"))
    return answer


def withdraw(actor: Actor, invitation_id: str, now: datetime, operation: Operation) -> None:
    """Take an invitation back: its link is dead from this moment on."""
    invitation = _movable(actor, invitation_id, Move.WITHDRAW, now)
    change = Transaction(operation, now)
    lost = _overtaken(actor, invitation_id)
    store.withdraw(change, invitation, states_for(Move.WITHDRAW), lost=lost)
    record(change, actor, "invitation.withdrawn", invitation_id, now)
    change.commit({})


def _movable(actor: Actor, invitation_id: str, move: Move, now: datetime) -> Invitation:
    invitation = store.find_invitation(actor.company_id, invitation_id)
    if invitation is None or not reaches(actor, invitation.branch):
        raise NotFound
    if not may(invitation, move, now):
        raise _why_not(invitation)
    return invitation


def _why_not(invitation: Invitation | None) -> KontorError:
    if invitation is None:
        return NotFound()
    match invitation.state:
        case InvitationState.ACCEPTED:
            return InvitationAccepted()
        case InvitationState.WITHDRAWN:
            return AlreadyWithdrawn()
        case _:
            return Conflict()


def _overtaken(actor: Actor, invitation_id: str) -> Callable[[], KontorError]:
    return lambda: _why_not(store.find_invitation(actor.company_id, invitation_id))
