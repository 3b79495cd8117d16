"""A company's people, for those who manage them (COM-5, COM-6)."""

from datetime import datetime

from chalicelib.accounts import passwords
from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.accounts.throttling import asking_for_mail, throttle_at
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import KontorError, NotFound
from chalicelib.base.operation import Operation
from chalicelib.companies.errors import MemberChanged
from chalicelib.companies.model import Company, Member
from chalicelib.companies.own_data import renames
from chalicelib.companies.rules import rights as rule
from chalicelib.companies.rules.rights import Grant
from chalicelib.companies.schemas import EditMember, MemberAct, MemberOut, SetRights
from chalicelib.companies.store import companies, members, rights


def show_member(actor: Actor, account_id: str) -> MemberOut:
    """One person; NotFound for those out of reach, as for those who are not there."""
    member = members.find_member(actor.company_id, account_id)
    if member is None or not rule.reaches(actor, member.branch):
        raise NotFound
    return member_out(actor, member)


def member_out(actor: Actor, member: Member) -> MemberOut:
    """A person as the actor may see and treat them."""
    return MemberOut(
        id=member.account_id,
        email=member.email,
        first_name=member.first_name,
        last_name=member.last_name,
        country=member.country,
        branch=member.branch,
        owner=member.account_id == actor.owner_id,
        rights=[right for right in Right if right in (member.rights or ())],
        scope=member.scope,
        joined_at=member.joined_at,
        version=int(member.version),
        may=_acts(actor, member),
    )


def _acts(actor: Actor, member: Member) -> list[MemberAct]:
    acts = [MemberAct.EDIT, MemberAct.RESET]
    untouched = Grant.of(member.rights, member.scope)
    if rule.refusal_of_rights(actor, member, actor.owner_id, untouched) is None:
        acts.append(MemberAct.RIGHTS)
    if rule.refusal_of_removal(actor, member, actor.owner_id) is None:
        acts.append(MemberAct.DELETE)
    return acts


def read_within_reach(actor: Actor, account_id: str) -> tuple[Company, Member, Account]:
    """A person whom the actor's rights reach, with company and account. One round trip.

    Raises NotFound.
    """
    keys = [
        companies.company_key(actor.company_id),
        members.member_key(actor.company_id, account_id),
        accounts.account_key(account_id),
    ]
    company, member, account = companies.read(keys)
    if not (company and member and account) or not rule.reaches(actor, member.branch):
        raise NotFound
    return company, member, account


def demand_removable(actor: Actor, account_id: str) -> Account:
    """Somebody whom the actor may delete; raises why not, NotFound for who is out of reach."""
    company, member, account = read_within_reach(actor, account_id)
    if refusal := rule.refusal_of_removal(actor, member, company.owner_id):
        raise refusal
    return account


def edit_member(
    change: Transaction, actor: Actor, account_id: str, data: EditMember, now: datetime
) -> tuple[MemberOut, bool]:
    """Write somebody's name, country and branch into the change.

    Answers the person as they are to be, and whether the name is another one. MemberChanged,
    now or at the commit, when somebody else was faster.
    """
    company, member, account = read_within_reach(actor, account_id)
    _demand_version(member, data.version)
    branch = data.branch or ""
    rule.demand_branch(actor, branch, company.branches, member.branch or "")
    wanted = {
        "first_name": data.first_name,
        "last_name": data.last_name,
        "country": data.country,
        "branch": branch or None,
    }
    changed = [name for name, value in wanted.items() if getattr(member, name) != value]
    for name, value in wanted.items():
        setattr(member, name, value)
    accounts.set_person(change, account, data.first_name, data.last_name, data.country)
    _save(change, actor, member)
    record(change, actor, "member.changed", account_id, now, details={"fields": changed})
    return _saved(actor, member), renames(changed)


def set_rights(
    actor: Actor, account_id: str, data: SetRights, now: datetime, operation: Operation
) -> MemberOut:
    """Set all of somebody's rights (COM-2); they hold from that person's next request on."""
    company, member, _ = read_within_reach(actor, account_id)
    _demand_version(member, data.version)
    before, after = Grant.of(member.rights, member.scope), Grant.of(data.rights, data.scope)
    refusal = rule.refusal_of_rights(actor, member, company.owner_id, after)
    if refusal is not None:
        raise refusal
    rule.demand_scope(after, company.branches, before.scope)
    member.rights = {right.value for right in after.rights} or None
    member.scope = after.scope or None
    change = Transaction(operation, now)
    _save(change, actor, member)
    moved = before.rights ^ after.rights if before.scope == after.scope else after.rights
    rights.demand_rights(change, actor, moved | {Right.MANAGE_USERS})
    details = {
        "given": sorted(after.rights - before.rights),
        "taken": sorted(before.rights - after.rights),
        "scope": after.scope,
    }
    record(change, actor, "member.rights_changed", account_id, now, details=details)
    answer = _saved(actor, member)
    change.commit(answer.model_dump(mode="json"))
    return answer


def send_password_reset(actor: Actor, account_id: str, now: datetime, operation: Operation) -> None:
    """Mail somebody a link for a new password (COM-6), as if they had asked for it."""
    _, _, account = read_within_reach(actor, account_id)
    throttle_at(account.email.lower(), "reset", actor.address, asking_for_mail(), now)
    change = Transaction(operation, now)
    passwords.promise_reset(change, account, now)
    record(change, actor, "password.reset_asked", account_id, now)
    change.commit({})


def _demand_version(member: Member, version: int) -> None:
    if int(member.version) != version:
        raise MemberChanged


def _save(change: Transaction, actor: Actor, member: Member) -> None:
    company_id, account_id = actor.company_id, member.account_id

    def lost() -> KontorError:
        there = members.find_member(company_id, account_id) is not None
        return MemberChanged() if there else NotFound()

    members.save_member(change, member, lost=lost)


def _saved(actor: Actor, member: Member) -> MemberOut:
    member.version = int(member.version) + 1
    return member_out(actor, member)
