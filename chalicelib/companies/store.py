"""Keys, reads and writes of companies."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from pynamodb.expressions.condition import Condition

from chalicelib.accounts.model import Account
from chalicelib.aws.pages import Page, read_cursor, read_page
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Key, read_many, read_one
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.aws.wiping import wipe
from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import Forbidden
from chalicelib.companies.model import LISTED, Company, Logo, Member
from chalicelib.companies.names import LAST, fold, sorted_by

NAME_KEYS = frozenset({"pk", "sk", "sort_name"})
MEMBER = "member#"
LOGO = "logo"


def company_key(company_id: str) -> Key:
    """Where a company stands."""
    return (Company, company_id, "company")


def member_key(company_id: str, account_id: str) -> Key:
    """Where a person's place in a company stands."""
    return (Member, company_id, f"member#{account_id}")


def read(keys: Sequence[Key]) -> list[Any]:
    """The items at these keys, of this table or another, in one round trip."""
    return read_many(keys)


def find_company(company_id: str) -> Company | None:
    """The company, or None."""
    return read_one(Company, company_id, "company")


def find_company_and_member(
    company_id: str, account_id: str
) -> tuple[Company | None, Member | None]:
    """Both in one round trip."""
    found = read_many([company_key(company_id), member_key(company_id, account_id)])
    return found[0], found[1]


def add_company(
    change: Transaction, company_id: str, name: str, owner: Account, now: datetime
) -> None:
    """A new company with its owner as its first member."""
    company = Company(
        pk=company_id,
        sk="company",
        name=name,
        country=owner.country,
        owner_id=owner.pk,
        created_at=now,
        sort_name=fold(name) or LAST,
    )
    change.create(company)
    add_member(change, company_id, owner, now)


def add_member(
    change: Transaction,
    company_id: str,
    account: Account,
    now: datetime,
    *,
    rights: frozenset[Right] = frozenset(),
    branch: str | None = None,
    scope: str | None = None,
) -> Member:
    """A person's place in a company, with the rights they begin with; answers it."""
    member = Member(
        pk=company_id,
        sk=f"member#{account.pk}",
        account_id=account.pk,
        email=account.email,
        first_name=account.first_name,
        last_name=account.last_name,
        country=account.country,
        language=account.language,
        rights={right.value for right in rights} or None,
        branch=branch,
        scope=scope,
        unwanted=account.unwanted,
        joined_at=now,
    )
    place(member)
    change.create(member)
    return member


def place(member: Member) -> None:
    """Put a member into the lists where their data belong."""
    company_id = member.pk
    member.last_first = sorted_by(member.last_name, member.first_name)
    member.first_last = sorted_by(member.first_name, member.last_name)
    member.address = member.email.lower()
    member.in_country = f"{company_id}#{member.country}"
    member.in_branch = f"{company_id}#{member.branch}" if member.branch else None
    member.in_both = f"{member.in_country}#{member.branch}" if member.branch else None
    rights = member.rights or ()
    member.manages_users_of = company_id if Right.MANAGE_USERS in rights else None
    member.manages_licenses_of = company_id if Right.MANAGE_LICENSES in rights else None
    member.holds_rights_in = company_id if member.rights else None


CHANGING = (
    "first_name", "last_name", "country", "branch", "rights", "scope",
    "last_first", "first_last", "in_country", "in_branch", "in_both",
    "manages_users_of", "manages_licenses_of", "holds_rights_in",
)  # fmt: skip


def save_member(change: Transaction, member: Member, *, lost: Lost | None = None) -> None:
    """Write a member that was read and changed; whoever read it before has lost.

    For every change of names, country, branch, rights or scope: the lists follow.
    """
    read = int(member.version)
    place(member)
    actions = [Member.version.set(read + 1)]
    for name in CHANGING:
        attribute, value = getattr(Member, name), getattr(member, name)
        actions.append(attribute.remove() if value is None else attribute.set(value))
    change.update(member, actions, Member.version == read, lost=lost)


def find_member(company_id: str, account_id: str) -> Member | None:
    """A person's place in a company, or None."""
    return read_one(Member, company_id, f"member#{account_id}")


def set_member_language(
    change: Transaction, company_id: str, account_id: str, language: str
) -> None:
    """Keep a member's copy of the language in step with the account's."""
    member = Member(pk=company_id, sk=f"member#{account_id}")
    change.update(member, [Member.language.set(language)])


def set_member_unwanted(
    change: Transaction, company_id: str, account_id: str, topics: Collection[str]
) -> None:
    """Keep a member's copy of the topics they do without in step with the account's."""
    member = Member(pk=company_id, sk=f"member#{account_id}")
    kept = Member.unwanted.set(set(topics)) if topics else Member.unwanted.remove()
    change.update(member, [kept])


def members_of(company_id: str, most: int | None = None) -> list[Member]:
    """Everybody in a company, or so many of them: those whose accounts are the oldest."""
    return list(Member.query(company_id, Member.sk.startswith("member#"), limit=most))


def companies_by_name(beginning: str, cursor: str | None) -> Page[Company]:
    """A page of the companies whose folded name begins so, from A to Z. One query."""
    partition, size = {"listed": LISTED}, settings().page_size
    results = Company.by_name.query(
        LISTED,
        Company.sort_name.startswith(beginning) if beginning else None,
        limit=size + 1,
        last_evaluated_key=read_cursor(cursor, partition, NAME_KEYS),
    )
    return read_page(results, partition, size)


def list_members(
    company_id: str,
    country: str | None,
    branch: str | None,
    cursor: str | None,
    *,
    begins: str = "",
    most: int | None = None,
) -> Page[Member]:
    """A page of a company's people by last name, of one country and one branch where named."""
    index: Any = Member.by_last_name
    name, value = "pk", company_id
    if country and branch:
        index, name, value = Member.by_both, "in_both", f"{company_id}#{country}#{branch}"
    elif country:
        index, name, value = Member.by_country, "in_country", f"{company_id}#{country}"
    elif branch:
        index, name, value = Member.by_branch, "in_branch", f"{company_id}#{branch}"
    size = most or settings().page_size
    results = index.query(
        value,
        Member.last_first.startswith(begins) if begins else None,
        limit=size + 1,
        last_evaluated_key=read_cursor(cursor, {name: value}, _keys(name, "last_first")),
    )
    return read_page(results, {name: value}, size)


def find_by_first_name(company_id: str, begins: str, cursor: str | None, most: int) -> Page[Member]:
    """A page of those whose first name begins so, by first name. One query."""
    return _look(Member.by_first_name, "first_last", company_id, begins, cursor, most)


def find_by_address(company_id: str, begins: str, cursor: str | None, most: int) -> Page[Member]:
    """A page of those whose e-mail address begins so, by address. One query."""
    return _look(Member.by_address, "address", company_id, begins, cursor, most)


def _look(
    index: Any, name: str, company_id: str, begins: str, cursor: str | None, most: int
) -> Page[Member]:
    partition = {"pk": company_id}
    results = index.query(
        company_id,
        getattr(Member, name).startswith(begins),
        limit=most + 1,
        last_evaluated_key=read_cursor(cursor, partition, _keys("pk", name)),
    )
    return read_page(results, partition, most)


def _keys(hash_name: str, range_name: str) -> frozenset[str]:
    """What a cursor of an index names, beside its partition."""
    return frozenset({"pk", "sk", range_name}) - {hash_name}


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
    member = Member(pk=actor.company_id, sk=f"member#{actor.account_id}")
    change.check(member, held, lost=Forbidden())


def demand_company(change: Transaction, company_id: str, *, lost: Lost) -> None:
    """Let the change happen only while the company is there."""
    change.check(Company(pk=company_id, sk="company"), Company.pk.exists(), lost=lost)


def find_members(company_id: str, account_ids: Sequence[str]) -> list[Member | None]:
    """Some people's places in a company, in the order asked, in one round trip."""
    return read_many([member_key(company_id, one) for one in account_ids])


def remove_member(
    change: Transaction, company_id: str, account_id: str, *, lost: Lost | None = None
) -> None:
    """Take somebody's place in a company away; `lost` when they had none."""
    member = Member(pk=company_id, sk=MEMBER + account_id)
    change.delete(member, Member.pk.exists(), lost=lost)


def demand_no_owner(change: Transaction, company_id: str, account_id: str, *, lost: Lost) -> None:
    """Let the change happen only while somebody else owns the company."""
    company = Company(pk=company_id, sk="company")
    change.check(company, Company.owner_id != account_id, lost=lost)


def remove_company(change: Transaction, company: Company, *, lost: Lost) -> None:
    """The company is gone for everybody at once; what stands beside its head goes by and by.

    `lost` when its owner, or who asks to be it, is not who was read.
    """
    change.delete(company, _same_owner(company), lost=lost)


def demand_member(change: Transaction, company_id: str, account_id: str, *, lost: Lost) -> None:
    """Let the change happen only while somebody is in the company."""
    change.check(Member(pk=company_id, sk=MEMBER + account_id), Member.pk.exists(), lost=lost)


def set_facts(
    change: Transaction,
    company: Company,
    name: str,
    branches: list[str],
    owner_id: str,
    *,
    lost: Lost,
) -> None:
    """Name, branches and owner of a company, as long as they are those that were read.

    With another owner the wish of somebody to be it is over, for the caller to end.
    """
    actions = [
        Company.name.set(name),
        Company.sort_name.set(fold(name) or LAST),
        Company.branches.set(branches),
        Company.owner_id.set(owner_id),
    ]
    unchanged = (Company.name == company.name) & (Company.owner_id == company.owner_id)
    if owner_id != company.owner_id:
        actions.append(Company.recovery.remove())
        unchanged &= _same_owner(company)
    change.update(company, actions, unchanged, lost=lost)


def _same_owner(company: Company) -> Condition:
    """The owner is the one that was read, and so is the wish of somebody else to be it."""
    wish = Company.recovery
    same = wish == company.recovery if company.recovery else wish.does_not_exist()
    condition: Condition = (Company.owner_id == company.owner_id) & same
    return condition


def begin_recovery(change: Transaction, company: Company, recovery_id: str, *, lost: Lost) -> None:
    """Somebody asks to own the company; `lost` when another does, or another owner came."""
    none = (Company.owner_id == company.owner_id) & Company.recovery.does_not_exist()
    change.update(company, [Company.recovery.set(recovery_id)], none, lost=lost)


def end_recovery(change: Transaction, company: Company, recovery_id: str, *, lost: Lost) -> None:
    """Nobody asks to own the company any more."""
    named = Company.recovery == recovery_id
    change.update(company, [Company.recovery.remove()], named, lost=lost)


def branch_is_used(company_id: str, branch: str) -> bool:
    """Whether somebody belongs to a branch, or holds rights for it alone."""
    if next(iter(Member.by_branch.query(f"{company_id}#{branch}", limit=1)), None):
        return True
    limited = Member.by_last_name.query(company_id, filter_condition=Member.scope == branch)
    return next(iter(limited), None) is not None


def some_members(company_id: str, most: int) -> list[Member]:
    """Up to `most` people of a company, in no order that matters; read consistently."""
    return list(
        Member.query(company_id, Member.sk.startswith(MEMBER), limit=most, consistent_read=True)
    )


def forget_remains(company_id: str) -> int:
    """Remove what a company without head left in its collection. Safe to repeat."""
    return wipe(Company.Meta.table_name, company_id)


def find_logo(company_id: str) -> Logo | None:
    """The logo, or None."""
    return read_one(Logo, company_id, LOGO)


def set_logo(change: Transaction, company_id: str, version: str, content: bytes) -> None:
    """The company's logo in the place of the one before."""
    change.put(Logo(pk=company_id, sk=LOGO, version=version, content=content))
    change.update(Company(pk=company_id, sk="company"), [Company.logo.set(version)])


def drop_logo(change: Transaction, company_id: str, *, lost: Lost) -> None:
    """No logo any more; `lost` when there was none."""
    change.delete(Logo(pk=company_id, sk=LOGO), Logo.pk.exists(), lost=lost)
    change.update(Company(pk=company_id, sk="company"), [Company.logo.remove()])
