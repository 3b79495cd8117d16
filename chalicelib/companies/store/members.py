"""Keys, reads and writes of people's places in companies."""

from collections.abc import Collection, Sequence
from datetime import datetime

from chalicelib.accounts.model import Account
from chalicelib.aws.tables import Key, read_many, read_one
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.base.actor import Right
from chalicelib.companies.model import Member
from chalicelib.companies.names import sorted_by

MEMBER = "member#"


def member_key(company_id: str, account_id: str) -> Key:
    """Where a person's place in a company stands."""
    return (Member, company_id, MEMBER + account_id)


def find_member(company_id: str, account_id: str) -> Member | None:
    """A person's place in a company, or None."""
    return read_one(Member, company_id, MEMBER + account_id)


def find_members(company_id: str, account_ids: Sequence[str]) -> list[Member | None]:
    """Some people's places in a company, in the order asked, in one round trip."""
    return read_many([member_key(company_id, one) for one in account_ids])


def members_of(company_id: str, most: int | None = None) -> list[Member]:
    """Everybody in a company, or so many of them: those whose accounts are the oldest."""
    return list(Member.query(company_id, Member.sk.startswith(MEMBER), limit=most))


def some_members(company_id: str, most: int) -> list[Member]:
    """Up to `most` people of a company, in no order that matters; read consistently."""
    return list(
        Member.query(company_id, Member.sk.startswith(MEMBER), limit=most, consistent_read=True)
    )


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
        sk=MEMBER + account.pk,
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


def set_member_language(
    change: Transaction, company_id: str, account_id: str, language: str
) -> None:
    """Keep a member's copy of the language in step with the account's."""
    member = Member(pk=company_id, sk=MEMBER + account_id)
    change.update(member, [Member.language.set(language)])


def set_member_unwanted(
    change: Transaction, company_id: str, account_id: str, topics: Collection[str]
) -> None:
    """Keep a member's copy of the topics they do without in step with the account's."""
    member = Member(pk=company_id, sk=MEMBER + account_id)
    kept = Member.unwanted.set(set(topics)) if topics else Member.unwanted.remove()
    change.update(member, [kept])


def demand_member(change: Transaction, company_id: str, account_id: str, *, lost: Lost) -> None:
    """Let the change happen only while somebody is in the company."""
    change.check(Member(pk=company_id, sk=MEMBER + account_id), Member.pk.exists(), lost=lost)


def remove_member(
    change: Transaction, company_id: str, account_id: str, *, lost: Lost | None = None
) -> None:
    """Take somebody's place in a company away; `lost` when they had none."""
    member = Member(pk=company_id, sk=MEMBER + account_id)
    change.delete(member, Member.pk.exists(), lost=lost)
