"""COM-10: when a recovery can be objected to and decided, by values alone."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.base.actor import Actor, Right
from chalicelib.recoveries import rules
from chalicelib.recoveries.model import RecoveryState

END = datetime(2026, 11, 30, 12, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Wish:
    state: str = RecoveryState.ASKED
    ends_at: datetime = END
    objections: float = 0
    owner_objected: bool = False
    asker_id: str = "jonas"


def _refused(wish: Wish, now: datetime = END, **facts: object) -> str | None:
    known = {"seen": 0, "asker_there": True, "proven": True, **facts}
    refusal = rules.refusal_of_acceptance(wish, now=now, **known)  # type: ignore[arg-type]
    return refusal.code if refusal else None


def test_it_is_accepted_from_the_end_of_the_days_on_and_not_a_moment_before() -> None:
    assert _refused(Wish()) is None
    assert _refused(Wish(), END - MOMENT) == "objection_pending"


@pytest.mark.parametrize("days", [1, 30, 3000])
def test_the_owners_word_holds_for_ever(days: int) -> None:
    wish = Wish(owner_objected=True, objections=1)
    assert _refused(wish, END + timedelta(days=days), seen=1) == "owner_objected"


def test_only_what_was_seen_is_decided_on() -> None:
    assert _refused(Wish(objections=2), seen=1) == "objection_came"
    assert _refused(Wish(objections=2), seen=2) is None
    assert _refused(Wish(), asker_there=False) == "asker_gone"
    assert _refused(Wish(), proven=False) == "proof_gone"


def test_a_refusal_needs_no_waiting_and_nothing_ends_twice() -> None:
    assert rules.refusal_of_refusal(Wish()) is None
    for state in set(RecoveryState) - {RecoveryState.ASKED}:
        assert _refused(Wish(state=state)) == "recovery_over"
        assert rules.refusal_of_refusal(Wish(state=state)) is not None
        assert not any(rules.may_move(state, to) for to in RecoveryState)
        assert rules.may_move(RecoveryState.ASKED, state)


def test_who_holds_a_right_may_object_but_not_who_asked() -> None:
    plain = Actor(account_id="anna", company_id="c")
    holder = replace(plain, rights=frozenset({Right.INVITE_USERS}))
    assert not rules.may_object(plain, Wish())
    assert rules.may_object(holder, Wish())
    assert rules.may_object(replace(plain, owner=True), Wish())
    assert not rules.may_object(holder, Wish(state=RecoveryState.REFUSED))
    assert not rules.may_object(replace(holder, account_id="jonas"), Wish())
    assert rules.may_see(replace(plain, account_id="jonas"), Wish())
    assert not rules.may_see(plain, Wish())
