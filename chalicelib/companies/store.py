"""Keys, reads and writes of companies."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from chalicelib.accounts.model import Account
from chalicelib.aws.tables import Key, read_many, read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Right
from chalicelib.companies.model import Company, Member


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
) -> None:
    """A person's place in a company, with the rights they begin with."""
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
        joined_at=now,
    )
    change.create(member)


def set_member_language(
    change: Transaction, company_id: str, account_id: str, language: str
) -> None:
    """Keep a member's copy of the language in step with the account's."""
    member = Member(pk=company_id, sk=f"member#{account_id}")
    change.update(member, [Member.language.set(language)])


def members_of(company_id: str) -> list[Member]:
    """Everybody in a company."""
    return list(Member.query(company_id, Member.sk.startswith("member#")))
