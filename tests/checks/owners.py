"""2: every living company has exactly one owner."""

from collections.abc import Iterator

from chalicelib.accounts.model import Account
from chalicelib.companies.model import Company, Member
from tests.checks.store import Store


def every_company_has_its_owner(store: Store) -> Iterator[str]:
    """The one that it names is one of its members, with a living account."""
    for company in store.of(Company):
        owner = store.find(Account, company.owner_id, "account")
        if owner is None:
            yield f"company {company.pk} is owned by {company.owner_id}, who has no account"
        elif owner.role is not None:
            yield f"company {company.pk} is owned by a member of staff"
        if store.find(Member, company.pk, f"member#{company.owner_id}") is None:
            yield f"company {company.pk} is owned by {company.owner_id}, who is not in it"


def nobody_is_in_two_companies(store: Store) -> Iterator[str]:
    """So nobody owns two either."""
    seen: dict[str, str] = {}
    for member in store.of(Member):
        if member.account_id in seen:
            yield f"{member.account_id} is in {seen[member.account_id]} and in {member.pk}"
        seen[member.account_id] = member.pk
        if store.find(Company, member.pk, "company") is None:
            yield f"{member.account_id} is in {member.pk}, which is no company"


OWNERS = (every_company_has_its_owner, nobody_is_in_two_companies)
