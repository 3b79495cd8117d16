"""The lists of requests: each page is one query of one index, at the same price at any size."""

from collections.abc import Iterable
from typing import Any

from pynamodb.expressions.condition import Condition

from chalicelib.aws.counting import count_index
from chalicelib.aws.pages import Page, read_cursor, read_page
from chalicelib.aws.settings import settings
from chalicelib.tickets.model.ticket import Ticket

CURSOR_KEYS = frozenset({"pk", "sk"})


def company_page(
    company_id: str,
    status: str | None,
    inactive: bool,
    cursor: str | None,
    branch: tuple[str, str] | None = None,
) -> Page[Ticket]:
    """A page of a company's requests, newest first: all, in one status, or those that are over.

    `branch` leaves one branch's and one person's of them.
    """
    only = (Ticket.branch == branch[0]) | (Ticket.author_id == branch[1]) if branch else None
    if status:
        return _newest(Ticket.by_company_status, "cs", f"{company_id}#{status}", cursor, only)
    if inactive:
        return _newest(Ticket.by_company_inactive, "ci", company_id, cursor, only)
    return _newest(Ticket.by_company, "c", company_id, cursor, only)


def author_page(
    company_id: str, author_id: str, status: str | None, inactive: bool, cursor: str | None
) -> Page[Ticket]:
    """A page of a person's requests in a company, newest first, as `company_page`."""
    person = f"{company_id}#{author_id}"
    if status:
        return _newest(Ticket.by_author_status, "as", f"{person}#{status}", cursor)
    if inactive:
        return _newest(Ticket.by_author_inactive, "ai", person, cursor)
    return _newest(Ticket.by_author, "aa", person, cursor)


def _newest(
    index: Any, attribute: str, value: str, cursor: str | None, only: Condition | None = None
) -> Page[Ticket]:
    partition, size = {attribute: value}, settings().page_size
    results = index.query(
        value,
        filter_condition=only,
        scan_index_forward=False,
        limit=size + 1,
        last_evaluated_key=read_cursor(cursor, partition, CURSOR_KEYS),
    )
    return read_page(results, partition, size)


def earlier_of_company(ticket: Ticket, most: int) -> list[Ticket]:
    """What the company asked before this request, the newest first."""
    older = Ticket.pk < ticket.pk
    found = Ticket.by_company.query(ticket.company_id, older, scan_index_forward=False, limit=most)
    return list(found)


def newest_of_company(company_id: str, most: int) -> list[Ticket]:
    """What a company asked last, the newest first."""
    return list(Ticket.by_company.query(company_id, scan_index_forward=False, limit=most))


def open_of_company(company_id: str, statuses: Iterable[str], most: int | None) -> list[str]:
    """Ids of a company's requests in some statuses, up to `most` of all; a query each."""
    found: list[str] = []
    for status in statuses:
        left = None if most is None else most - len(found)
        if left == 0:
            break
        rows = Ticket.by_company_status.query(f"{company_id}#{status}", limit=left)
        found += [row.pk for row in rows]
    return found


_QUEUES = {
    "queue": (Ticket.by_queue, "q"),
    "open": (Ticket.by_open, "o"),
    "waiting": (Ticket.by_waiting, "wa"),
}


def queue_page(index: str, value: str, cursor: str | None) -> Page[Ticket]:
    """A page of a staff queue, the longest open first."""
    queue, attribute = _QUEUES[index]
    partition, size = {attribute: value}, settings().page_size
    results = queue.query(
        value,
        limit=size + 1,
        last_evaluated_key=read_cursor(cursor, partition, CURSOR_KEYS),
    )
    return read_page(results, partition, size)


def count_queue(index: str, value: str, most: int) -> int:
    """How many stand in a queue; counting stops at `most`, so it never costs more."""
    _, attribute = _QUEUES[index]
    return count_index(Ticket.Meta.table_name, index, attribute, value, most)
