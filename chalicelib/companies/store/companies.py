"""Keys, reads and writes of companies themselves."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pynamodb.expressions.condition import Condition

from chalicelib.accounts.model import Account
from chalicelib.aws.pages import Page, read_cursor, read_page
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Key, read_many, read_one
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.aws.wiping import wipe
from chalicelib.companies.model import LISTED, Company, Member
from chalicelib.companies.names import LAST, fold
from chalicelib.companies.store.members import add_member, member_key

NAME_KEYS = frozenset({"pk", "sk", "sort_name"})


def company_key(company_id: str) -> Key:
    """Where a company stands."""
    return (Company, company_id, "company")


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


def demand_company(change: Transaction, company_id: str, *, lost: Lost) -> None:
    """Let the change happen only while the company is there."""
    change.check(Company(pk=company_id, sk="company"), Company.pk.exists(), lost=lost)


def demand_no_owner(change: Transaction, company_id: str, account_id: str, *, lost: Lost) -> None:
    """Let the change happen only while somebody else owns the company."""
    company = Company(pk=company_id, sk="company")
    change.check(company, Company.owner_id != account_id, lost=lost)


def set_facts(
    change: Transaction,
    company: Company,
    name: str,
    branches: list[str],
    owner_id: str,
    *,
    lost: Lost,
) -> None:
    """Name, branches and owner of a company; whoever read it before has lost.

    With another owner the wish of somebody to be it is over, for the caller to end.
    """
    read = int(company.version)
    actions = [
        Company.name.set(name),
        Company.sort_name.set(fold(name) or LAST),
        Company.branches.set(branches),
        Company.owner_id.set(owner_id),
        Company.version.set(read + 1),
    ]
    unchanged: Condition = Company.version == read
    if read == 0:
        # Companies of old have none until they are changed.
        unchanged |= Company.version.does_not_exist()
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


def remove_company(change: Transaction, company: Company, *, lost: Lost) -> None:
    """The company is gone for everybody at once; what stands beside its head goes by and by.

    `lost` when its owner, or who asks to be it, is not who was read.
    """
    change.delete(company, _same_owner(company), lost=lost)


def forget_remains(company_id: str) -> int:
    """Remove what a company without head left in its collection. Safe to repeat."""
    return wipe(Company.Meta.table_name, company_id)
