"""COM-10: whatever a recovery has come to, what holds of objecting and deciding."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from chalicelib.base.actor import Actor
from chalicelib.recoveries import rules
from chalicelib.recoveries.model import RecoveryState
from tests.proof.fuzz.drawing import actors, fuzzed, ids, moments


@dataclass(frozen=True)
class Wish:
    """Somebody's recovery."""

    state: str
    ends_at: datetime
    objections: float
    owner_objected: bool
    asker_id: str


@st.composite
def wishes(draw: Callable[[Any], Any]) -> Wish:
    """Anybody's, in any state."""
    state = draw(st.sampled_from(list(RecoveryState)))
    count = draw(st.integers(0, 3))
    return Wish(state, draw(moments), count, draw(st.booleans()), draw(ids))


@fuzzed(wishes(), st.integers(0, 3), st.booleans(), st.booleans(), moments)
def test_nothing_changes_hands_before_the_days_are_over(
    wish: Wish, seen: int, there: bool, proven: bool, now: datetime
) -> None:
    """Nor against the owner's word, nor unseen objections, nor without who asked or the proof."""
    refusal = rules.refusal_of_acceptance(
        wish, seen=seen, asker_there=there, proven=proven, now=now
    )
    nothing_against = not wish.owner_objected and seen == wish.objections
    possible = rules.is_open(wish) and now >= wish.ends_at and nothing_against and there and proven
    assert (refusal is None) == possible
    assert (rules.refusal_of_refusal(wish) is None) == rules.is_open(wish)


@fuzzed(wishes(), actors())
def test_only_who_is_told_can_object_and_nobody_against_themselves(
    wish: Wish, actor: Actor
) -> None:
    """Whoever objects sees it; one that is over can't be objected to."""
    if rules.may_object(actor, wish):
        assert rules.may_see(actor, wish)
        assert rules.is_open(wish)
        assert actor.account_id != wish.asker_id


@fuzzed(st.sampled_from(list(RecoveryState)), st.sampled_from(list(RecoveryState)))
def test_what_is_over_stays_over(one: RecoveryState, other: RecoveryState) -> None:
    """Only an open one moves, and never back."""
    assert rules.may_move(one, other) == (one is RecoveryState.ASKED and other is not one)
