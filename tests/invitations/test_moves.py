"""COM-3, SCH-1: every move of an invitation, in one table."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.invitations.model import InvitationState
from chalicelib.invitations.rules.moves import MOVES, Move, may, state_at

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PENDING, EXPIRED = InvitationState.PENDING, InvitationState.EXPIRED
ACCEPTED, WITHDRAWN = InvitationState.ACCEPTED, InvitationState.WITHDRAWN


@dataclass
class Timed:
    state: str
    ends_at: datetime = NOON


MAY = {
    None: {Move.SEND},
    PENDING: {Move.RESEND, Move.ACCEPT, Move.WITHDRAW},
    EXPIRED: {Move.SEND, Move.RESEND, Move.WITHDRAW},
    ACCEPTED: {Move.SEND},
    WITHDRAWN: {Move.SEND},
}


@pytest.mark.parametrize("state", MAY)
def test_what_can_happen_to_an_invitation(state: InvitationState | None) -> None:
    """COM-3"""
    invitation = Timed(state) if state else None
    before = NOON - timedelta(microseconds=1)
    possible = {move for move in Move if may(invitation, move, before)}
    assert possible == MAY[state]


def test_its_time_is_over_by_the_clock() -> None:
    """SCH-1: at its end, whether or not the job has come round."""
    pending = Timed(PENDING)
    assert state_at(pending, NOON - timedelta(microseconds=1)) is PENDING
    assert state_at(pending, NOON) is EXPIRED
    assert not may(pending, Move.ACCEPT, NOON)
    assert may(pending, Move.SEND, NOON)
    assert may(pending, Move.RUN_OUT, NOON)
    assert not may(Timed(EXPIRED), Move.RUN_OUT, NOON)


def test_every_state_is_reached_and_accepted_is_never_taken_back() -> None:
    assert set(MOVES.values()) == set(InvitationState)
    assert {move for state, move in MOVES if state is ACCEPTED} == {Move.SEND}
