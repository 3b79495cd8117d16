"""The list of a company's people: sorted, filtered, searched as one types (COM-5)."""

from collections.abc import Callable
from dataclasses import dataclass

from chalicelib.aws.pages import BadCursor, Page
from chalicelib.aws.settings import settings
from chalicelib.aws.together import read_all
from chalicelib.base.actor import Actor
from chalicelib.companies.members import member_out
from chalicelib.companies.model import Member
from chalicelib.companies.names import fold, looked_for, sorted_by
from chalicelib.companies.schemas import MemberPage, MemberQuery
from chalicelib.companies.store import lists as store

# How many one query looks at where country or branch leave some of them out.
LOOKED_AT = 100
Way = Callable[[str | None], Page[Member]]
NOBODY: Page[Member] = Page([], None)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The part of a company that is listed."""

    company_id: str
    country: str | None
    branch: str | None

    def holds(self, member: Member) -> bool:
        """Whether somebody belongs to it."""
        return self.country in {None, member.country} and self.branch in {None, member.branch}


def narrowed(actor: Actor, country: str | None, branch: str | None) -> Narrowed | None:
    """What the actor asks for, as far as their rights reach; None when that is nobody."""
    limit = None if actor.owner else actor.scope or None
    if limit and branch not in {None, limit}:
        return None
    return Narrowed(actor.company_id, country, branch or limit)


def list_members(actor: Actor, query: MemberQuery) -> MemberPage:
    """A page of people by last name. Whom one looks for comes by what was found of them.

    One query; three at once where somebody is looked for.
    """
    part = narrowed(actor, query.country, query.branch)
    page = people_of(part, query.find, query.cursor) if part else NOBODY
    items = [member_out(actor, member) for member in page.items]
    return MemberPage(items=items, next_cursor=page.next_cursor)


def people_of(part: Narrowed, find: str, cursor: str | None) -> Page[Member]:
    """A page of that part of a company, or of those of it who are looked for."""
    if find.strip():
        return _find(part, find, cursor)
    return store.list_members(part.company_id, part.country, part.branch, cursor)


def _find(part: Narrowed, typed: str, cursor: str | None) -> Page[Member]:
    """Those whose last name begins so, then those whose first name does, then by address.

    Each query starts where `cursor` says; those before it have been read to their ends.
    """
    name, address = fold(typed), looked_for(typed)
    most = LOOKED_AT if part.country or part.branch else settings().page_size

    def by_last_name(cursor: str | None) -> Page[Member]:
        return store.list_members(
            part.company_id, part.country, part.branch, cursor, begins=name
        ) if name else NOBODY  # fmt: skip

    def by_first_name(cursor: str | None) -> Page[Member]:
        return store.find_by_first_name(part.company_id, name, cursor, most) if name else NOBODY

    def by_address(cursor: str | None) -> Page[Member]:
        return store.find_by_address(part.company_id, address, cursor, most) if address else NOBODY

    begin, place = _read_place(cursor)
    ways = (by_last_name, by_first_name, by_address)
    places = (place, None, None)
    pages = read_all([_bound(*pair) for pair in zip(ways[begin:], places, strict=False)])
    found: list[Member] = []
    for number, page in enumerate(pages, start=begin):
        new = _new(page.items, part, number, name)
        if new and len(found) >= settings().page_size:
            return Page(found, f"{number}.")
        found += new
        if on := _leads_on(ways[number], page, part, number, name):
            return Page(found, f"{number}.{on}")
    return Page(found, None)


def _leads_on(way: Way, page: Page[Member], part: Narrowed, number: int, name: str) -> str | None:
    """Where the way goes on with somebody new; None where it has nobody new any more.

    Where the next one is not new, one more query looks further; after that it is left open.
    """
    if page.ahead is None or _new([page.ahead], part, number, name):
        return page.next_cursor
    further = way(page.next_cursor)
    new = _new(further.items, part, number, name)
    return page.next_cursor if new else further.next_cursor


def _new(members: list[Member], part: Narrowed, number: int, name: str) -> list[Member]:
    """Those whom no way before this one has found."""
    return [m for m in members if part.holds(m) and not _earlier(m, number, name)]


def _bound(way: Way, cursor: str | None) -> Callable[[], Page[Member]]:
    return lambda: way(cursor)


def _read_place(cursor: str | None) -> tuple[int, str | None]:
    if cursor is None:
        return 0, None
    number, dot, place = cursor.partition(".")
    if not dot or number not in {"0", "1", "2"}:
        raise BadCursor
    return int(number), place or None


def _earlier(member: Member, number: int, name: str) -> bool:
    """Whether a way before this one finds the person, too."""
    names = (
        sorted_by(member.last_name, member.first_name),
        sorted_by(member.first_name, member.last_name),
    )
    return bool(name) and any(each.startswith(name) for each in names[:number])
