"""When a recovery can be asked for, objected to and decided (COM-10): pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from chalicelib.base.actor import Actor
from chalicelib.base.errors import KontorError
from chalicelib.recoveries.errors import (
    AskerGone,
    ObjectionCame,
    ObjectionPending,
    OwnerObjected,
    ProofGone,
    RecoveryOver,
)
from chalicelib.recoveries.model import RecoveryState

_ENDS = frozenset(RecoveryState) - {RecoveryState.ASKED}
# Every move there is: an open one ends once, and stays ended.
MOVES: Mapping[RecoveryState, frozenset[RecoveryState]] = {
    RecoveryState.ASKED: _ENDS,
    **dict.fromkeys(_ENDS, frozenset()),
}

NOT_TOLD = frozenset(
    {
        *("code_unknown", "code_mistakable", "code_replaced", "key_file_unknown"),
        *("license_blocked", "license_merged", "license_not_yours"),
    }
)
"""Why a license proves nothing, as far as the answer would tell an outsider something about us."""


class Asked(Protocol):
    """A recovery, as far as it is judged here."""

    @property
    def state(self) -> str: ...
    @property
    def ends_at(self) -> datetime: ...
    @property
    def objections(self) -> float: ...
    @property
    def owner_objected(self) -> bool: ...
    @property
    def asker_id(self) -> str: ...


def may_move(from_: str, to: RecoveryState) -> bool:
    """Whether a recovery may go from one state to the other."""
    return to in MOVES[RecoveryState(from_)]


def is_open(recovery: Asked) -> bool:
    """Whether it can still come to something."""
    return bool(MOVES[RecoveryState(recovery.state)])


def is_party(*, owner: bool, rights: Iterable[str]) -> bool:
    """Whether somebody of the company is told of a recovery, and may object: who holds a right."""
    return owner or any(True for _ in rights)


def may_see(actor: Actor, recovery: Asked) -> bool:
    """Whether somebody of the company sees that there is one: who is told, and who asked."""
    return is_party(owner=actor.owner, rights=actor.rights) or recovery.asker_id == actor.account_id


def may_object(actor: Actor, recovery: Asked) -> bool:
    """Whether somebody of the company may say no to it, as long as it is open."""
    party = is_party(owner=actor.owner, rights=actor.rights)
    return party and is_open(recovery) and recovery.asker_id != actor.account_id


def refusal_of_refusal(recovery: Asked) -> KontorError | None:
    """Why staff can't refuse it now, or None: nothing changes hands, so that needs no waiting."""
    return None if is_open(recovery) else RecoveryOver()


def refusal_of_acceptance(
    recovery: Asked, *, seen: int, asker_there: bool, proven: bool, now: datetime
) -> KontorError | None:
    """Why staff can't accept it now, or None. There is no way around the time to object.

    `seen` is the number of objections that the page showed; `asker_there`: who asked is still who
    they were; `proven`: the license is still the company's.
    """
    if not is_open(recovery):
        return RecoveryOver()
    if recovery.owner_objected:
        return OwnerObjected()
    if now < recovery.ends_at:
        return ObjectionPending(ends_at=recovery.ends_at.isoformat())
    if seen != recovery.objections:
        return ObjectionCame()
    if not asker_there:
        return AskerGone()
    return None if proven else ProofGone()
