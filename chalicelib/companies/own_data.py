"""A person's own data, changed by themselves (ACC-9)."""

from collections.abc import Collection
from datetime import datetime

from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid, NotSignedIn
from chalicelib.companies.model import Company, Member
from chalicelib.companies.schemas import OwnData, OwnDataOut
from chalicelib.companies.store import companies, members


def own_data(actor: Actor) -> OwnDataOut:
    """The person's data, and the branches there are to choose from. One round trip."""
    account, company, member = _read(actor)
    return _out(account, company, member)


def _read(actor: Actor) -> tuple[Account, Company | None, Member | None]:
    keys = [accounts.account_key(actor.account_id)]
    if actor.company_id:
        keys.append(companies.company_key(actor.company_id))
        keys.append(members.member_key(actor.company_id, actor.account_id))
    account, *rest = companies.read(keys)
    if account is None:
        raise NotSignedIn
    company, member = rest or (None, None)
    return account, company, member


def _out(account: Account, company: Company | None, member: Member | None) -> OwnDataOut:
    return OwnDataOut(
        email=account.email,
        first_name=account.first_name,
        last_name=account.last_name,
        country=account.country,
        branch=member.branch if member else None,
        branches=list(company.branches) if company else [],
    )


def change_own_data(
    change: Transaction, actor: Actor, data: OwnData, now: datetime
) -> tuple[OwnDataOut, bool]:
    """Write name, country and branch into the change, of the account and of the member.

    Answers the data as they are to be, and whether the name is another one. Raises Invalid on
    `branch` for one that the company has not; the change raises Conflict when somebody who
    manages users changed the person at the same moment.
    """
    account, company, member = _read(actor)
    branch = data.branch or None
    before = member.branch if member else None
    if branch != before and branch not in {None, *(company.branches if company else ())}:
        raise Invalid(FieldError("branch", "not_a_branch"))
    wanted = {"first_name": data.first_name, "last_name": data.last_name, "country": data.country}
    changed = [name for name, value in wanted.items() if getattr(account, name) != value]
    accounts.set_person(change, account, data.first_name, data.last_name, data.country)
    for name, value in wanted.items():
        setattr(account, name, value)
        if member:
            setattr(member, name, value)
    if member:
        changed += ["branch"] if branch != before else []
        member.branch = branch
        members.save_member(change, member)
    record(change, actor, "member.changed", account.pk, now, details={"fields": changed})
    return _out(account, company, member), renames(changed)


def renames(changed: Collection[str]) -> bool:
    """Whether a change of these fields gives somebody another name."""
    return not {"first_name", "last_name"}.isdisjoint(changed)
