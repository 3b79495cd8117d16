"""Who may grant, take and do what among a company's people (COM-2, COM-6): decided here alone.

What each right allows stands at `Right`; here stands who may pass it on. Nobody grants or takes
what they don't hold. Whose rights are limited to a branch acts on its people only, and grants for
it only. The owner's rights are nobody's to change, and one's own are not one's own to change.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import FieldError, Invalid, KontorError
from chalicelib.companies.errors import NotYoursToGrant, OutsideScope, OwnerRights, OwnRights


@dataclass(frozen=True, slots=True)
class Grant:
    """Rights, and the one branch they are limited to; empty for the whole company."""

    rights: frozenset[Right] = frozenset()
    scope: str = ""

    @classmethod
    def of(cls, rights: Iterable[str] | None, scope: str | None) -> "Grant":
        """As it is stored or sent. A limit without anything to limit is none."""
        held = frozenset(Right(right) for right in rights or ())
        return cls(held, (scope or "") if held else "")


class Place(Protocol):
    """Somebody's place in a company, as far as it is judged here."""

    @property
    def account_id(self) -> str: ...
    @property
    def branch(self) -> str | None: ...
    @property
    def rights(self) -> set[str] | None: ...
    @property
    def scope(self) -> str | None: ...


def reaches(actor: Actor, branch: str | None) -> bool:
    """Whether the actor's rights reach people of this branch; who is out of reach isn't shown."""
    return actor.owner or not actor.scope or actor.scope == (branch or "")


def refusal_of_grant(actor: Actor, before: Grant, after: Grant) -> KontorError | None:
    """Why the actor may not turn one grant into the other, or None."""
    same_scope = before.scope == after.scope
    touched = before.rights ^ after.rights if same_scope else before.rights | after.rights
    if not all(actor.may(right) for right in touched):
        return NotYoursToGrant()
    scopes = {grant.scope for grant in (before, after) if grant.rights}
    if touched and _limit(actor) and scopes != {_limit(actor)}:
        return OutsideScope()
    return None


def refusal_of_rights(
    actor: Actor, place: Place, owner_id: str, after: Grant
) -> KontorError | None:
    """Why the actor may not set this person's rights, or None."""
    if place.account_id == actor.account_id:
        return OwnRights()
    if place.account_id == owner_id:
        return OwnerRights()
    return refusal_of_grant(actor, Grant.of(place.rights, place.scope), after)


def refusal_of_removal(actor: Actor, place: Place, owner_id: str) -> KontorError | None:
    """Why the actor may not remove this person, or None: with them go their rights."""
    return refusal_of_rights(actor, place, owner_id, Grant())


def still_given(giver: Actor, promised: Grant) -> Grant:
    """What is left of a promise, by what its giver may pass on now: a promise is no grant yet."""
    limit = _limit(giver)
    if not giver.may(Right.INVITE_USERS) or limit not in {"", promised.scope}:
        return Grant()
    return Grant.of((right for right in promised.rights if giver.may(right)), promised.scope)


def demand_branch(actor: Actor, branch: str, known: Iterable[str], before: str = "") -> None:
    """Raise unless somebody may belong to this branch by the actor's doing; empty is no branch.

    Who stays in a branch that the company has no more may stay there.
    """
    if branch and branch != before and branch not in known:
        raise Invalid(FieldError("branch", "not_a_branch"))
    if branch != before and _limit(actor) not in {"", branch}:
        raise OutsideScope


def demand_scope(grant: Grant, known: Iterable[str], before: str = "") -> None:
    """Raise unless the limit is a branch that the company has."""
    if grant.scope and grant.scope != before and grant.scope not in known:
        raise Invalid(FieldError("scope", "not_a_branch"))


def _limit(actor: Actor) -> str:
    return "" if actor.owner else actor.scope
