"""COM-2: who may grant and take what, decided from values alone."""

from dataclasses import dataclass, field

import pytest

from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import Invalid
from chalicelib.companies.errors import NotYoursToGrant, OutsideScope, OwnerRights, OwnRights
from chalicelib.companies.rules.rights import (
    Grant,
    demand_branch,
    demand_scope,
    reaches,
    refusal_of_grant,
    refusal_of_removal,
    refusal_of_rights,
    still_given,
)

USERS, INVITE, TICKETS = Right.MANAGE_USERS, Right.INVITE_USERS, Right.MANAGE_TICKETS
ALL = frozenset(Right)


@dataclass
class Somebody:
    account_id: str = "jo"
    branch: str | None = None
    rights: set[str] | None = field(default_factory=set)
    scope: str | None = None


def actor(*rights: Right, scope: str = "", owner: bool = False, account_id: str = "me") -> Actor:
    held = frozenset(rights)
    return Actor(account_id=account_id, company_id="c", rights=held, scope=scope, owner=owner)


def grant(*rights: Right, scope: str = "") -> Grant:
    return Grant.of(rights, scope)


OWNER = actor(owner=True)
CASES = {
    "the owner gives anything": (OWNER, grant(), Grant(ALL), None),
    "what one holds": (actor(USERS, TICKETS), grant(), grant(TICKETS), None),
    "what one does not hold": (actor(USERS), grant(), grant(TICKETS), NotYoursToGrant),
    "taking what one does not hold": (actor(USERS), grant(TICKETS), grant(), NotYoursToGrant),
    "what stays as it is needs nothing": (actor(USERS), grant(TICKETS), grant(TICKETS), None),
    "beside what one does not hold": (actor(USERS), grant(TICKETS), grant(TICKETS, USERS), None),
    "widening what one does not hold": (
        actor(USERS), grant(TICKETS, scope="Kiel"), grant(TICKETS), NotYoursToGrant,
    ),
    "for one's own branch": (actor(USERS, scope="Kiel"), grant(), grant(USERS, scope="Kiel"), None),
    "for everywhere, from a branch": (
        actor(USERS, scope="Kiel"), grant(), grant(USERS), OutsideScope,
    ),
    "for another branch": (
        actor(USERS, scope="Kiel"), grant(), grant(USERS, scope="Bonn"), OutsideScope,
    ),
    "taking what reaches further": (
        actor(USERS, scope="Kiel"), grant(USERS), grant(), OutsideScope,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_nobody_grants_or_takes_what_they_do_not_hold(case: str) -> None:
    """COM-2"""
    who, before, after, expected = CASES[case]
    refusal = refusal_of_grant(who, before, after)
    assert (type(refusal) if refusal else None) is expected


def test_the_owners_rights_and_the_own_are_not_to_be_changed() -> None:
    """COM-1, COM-2: not even by the owner."""
    me = actor(*Right)
    for target, expected in (("me", OwnRights), ("owner", OwnerRights)):
        place = Somebody(target)
        assert isinstance(refusal_of_rights(me, place, "owner", grant()), expected)
        assert isinstance(refusal_of_removal(me, place, "owner"), expected)
    assert isinstance(refusal_of_rights(OWNER, Somebody("me"), "me", grant()), OwnRights)


def test_who_is_removed_takes_their_rights_along() -> None:
    """COM-6: so nobody removes somebody who holds more."""
    stronger = Somebody(rights={TICKETS.value})
    assert isinstance(refusal_of_removal(actor(USERS), stronger, "owner"), NotYoursToGrant)
    assert refusal_of_removal(actor(USERS, TICKETS), stronger, "owner") is None
    assert refusal_of_removal(actor(USERS), Somebody(), "owner") is None


def test_a_limit_reaches_the_people_of_its_branch_only() -> None:
    """COM-2"""
    limited = actor(USERS, scope="Kiel")
    assert reaches(limited, "Kiel")
    assert not reaches(limited, "Bonn")
    assert not reaches(limited, None)
    assert reaches(actor(USERS), None)
    assert reaches(actor(owner=True, scope="Kiel"), "Bonn")


def test_branches_are_those_of_the_company() -> None:
    """COM-6: a branch that is gone may stay where it stands."""
    demand_branch(OWNER, "Kiel", ["Kiel"])
    demand_branch(OWNER, "", ["Kiel"])
    demand_branch(OWNER, "Ulm", ["Kiel"], before="Ulm")
    with pytest.raises(Invalid):
        demand_branch(OWNER, "Ulm", ["Kiel"])
    with pytest.raises(Invalid):
        demand_scope(grant(USERS, scope="Ulm"), ["Kiel"])


@pytest.mark.parametrize("to", ["", "Bonn"])
def test_who_is_limited_to_a_branch_moves_nobody_out_of_it(to: str) -> None:
    """COM-2"""
    with pytest.raises(OutsideScope):
        demand_branch(actor(USERS, scope="Kiel"), to, ["Kiel", "Bonn"], before="Kiel")


def test_a_limit_without_rights_is_none() -> None:
    assert Grant.of([], "Kiel") == Grant()


def test_a_promise_is_worth_what_its_giver_still_holds() -> None:
    """COM-2, COM-3: an invitation is no way around a right that was taken."""
    promised = grant(USERS, TICKETS)
    assert still_given(actor(INVITE, USERS), promised) == grant(USERS)
    assert still_given(actor(USERS, TICKETS), promised) == Grant()
    assert still_given(actor(INVITE, USERS, TICKETS, scope="Kiel"), promised) == Grant()
    assert still_given(Actor(), promised) == Grant()
    assert still_given(OWNER, promised) == promised
