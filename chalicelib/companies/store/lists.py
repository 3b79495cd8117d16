"""The pages of a company's people."""

from typing import Any

from chalicelib.aws.pages import Page, read_cursor, read_page
from chalicelib.aws.settings import settings
from chalicelib.companies.model import Member


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


def branch_is_used(company_id: str, branch: str) -> bool:
    """Whether somebody belongs to a branch, or holds rights for it alone."""
    if next(iter(Member.by_branch.query(f"{company_id}#{branch}", limit=1)), None):
        return True
    limited = Member.by_last_name.query(company_id, filter_condition=Member.scope == branch)
    return next(iter(limited), None) is not None
