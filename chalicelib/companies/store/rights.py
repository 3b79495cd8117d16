"""Who holds a right in a company."""

from collections.abc import Iterable

from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import Forbidden
from chalicelib.companies.model import Company, Member
from chalicelib.companies.store.members import MEMBER


def demand_rights(change: Transaction, actor: Actor, rights: Iterable[Right]) -> None:
    """Let the change happen only while the actor holds these rights; Forbidden otherwise."""
    if actor.owner:
        company = Company(pk=actor.company_id, sk="company")
        change.check(company, Company.owner_id == actor.account_id, lost=Forbidden())
        return
    held = Member.pk.exists()
    for right in sorted(rights):
        held &= Member.rights.contains(right)
    held &= Member.scope == actor.scope if actor.scope else Member.scope.does_not_exist()
    member = Member(pk=actor.company_id, sk=MEMBER + actor.account_id)
    change.check(member, held, lost=Forbidden())


def user_managers(company_id: str, most: int) -> list[Member]:
    """Those who may manage users, beside the owner; as much of them as letters need."""
    return list(Member.user_managers.query(company_id, limit=most))


def license_managers(company_id: str, most: int) -> list[Member]:
    """Those who may manage licenses, beside the owner; as much of them as letters need."""
    return list(Member.license_managers.query(company_id, limit=most))


def right_holders(company_id: str, after: str, most: int) -> list[Member]:
    """Some of those who hold a right, by account id, behind the one named (empty: from the start).

    As much of them as letters need.
    """
    behind = Member.sk > MEMBER + after
    return list(Member.right_holders.query(company_id, behind, limit=most))
