"""Every move of an invitation there is, in one table."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from chalicelib.invitations.model import InvitationState

PENDING, ACCEPTED = InvitationState.PENDING, InvitationState.ACCEPTED
WITHDRAWN, EXPIRED = InvitationState.WITHDRAWN, InvitationState.EXPIRED


class Move(StrEnum):
    """What can happen to an invitation."""

    SEND = "send"  # to an address that is not invited now
    RESEND = "resend"
    ACCEPT = "accept"
    WITHDRAW = "withdraw"
    RUN_OUT = "run_out"


# None is an address that was never invited.
MOVES: Mapping[tuple[InvitationState | None, Move], InvitationState] = {
    (None, Move.SEND): PENDING,
    (ACCEPTED, Move.SEND): PENDING,  # they have left the company since
    (WITHDRAWN, Move.SEND): PENDING,
    (EXPIRED, Move.SEND): PENDING,
    (PENDING, Move.RESEND): PENDING,
    (EXPIRED, Move.RESEND): PENDING,
    (PENDING, Move.ACCEPT): ACCEPTED,
    (PENDING, Move.WITHDRAW): WITHDRAWN,
    (EXPIRED, Move.WITHDRAW): WITHDRAWN,
    (PENDING, Move.RUN_OUT): EXPIRED,
}


class Timed(Protocol):
    """An invitation, as far as time decides."""

    @property
    def state(self) -> str: ...
    @property
    def ends_at(self) -> datetime: ...


def state_at(invitation: Timed | None, now: datetime) -> InvitationState | None:
    """Where it stands by the clock, whether or not a job has come round to write so."""
    if invitation is None:
        return None
    state = InvitationState(invitation.state)
    return EXPIRED if state is PENDING and now >= invitation.ends_at else state


def may(invitation: Timed | None, move: Move, now: datetime) -> bool:
    """Whether this can happen to it now."""
    if move is Move.RUN_OUT:
        return invitation is not None and _has_run_out(invitation, now)
    return (state_at(invitation, now), move) in MOVES


def _has_run_out(invitation: Timed, now: datetime) -> bool:
    return invitation.state == PENDING and now >= invitation.ends_at


def states_for(move: Move) -> frozenset[str]:
    """The states, as they are stored, that a move can start from."""
    return frozenset(state.value for state, way in MOVES if state and way is move)
