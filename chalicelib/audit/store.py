"""Entries: written once, and read by company, person, kind of action, or all, the newest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chalicelib.audit.model import EVERY, Entry
from chalicelib.aws.pages import read_cursor, write_cursor
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids

LOOKED_AT = 200
"""How many entries one call looks at where it leaves some of them out."""

_FIRST, _LAST = bytes(10), b"\xff" * 10


def add(change: Transaction, entry: Entry) -> None:
    """A new entry, in the transaction of what it tells of."""
    change.create(entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which entries: empty and None leave a side open. `since` and `until` are both included."""

    company_id: str = ""
    actor_id: str = ""
    action: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def fits(self, entry: Entry) -> bool:
        """Whether an entry is one of them, as far as its key doesn't say so already."""
        return (
            self.company_id in {"", entry.pk}
            and self.actor_id in {"", entry.actor_id}
            and self.action in {"", entry.action}
        )


@dataclass(frozen=True, slots=True)
class Entries:
    """A page of entries; `looked_to` is how far back it looked where that was not to the end."""

    items: list[Entry]
    next_cursor: str | None
    looked_to: datetime | None


def entries_page(wanted: Wanted, cursor: str | None, size: int) -> Entries:
    """Up to `size` entries. One query, of 200 entries at most. Raises BadCursor.

    The narrowest list is read: of a person, a company, a kind, or all.
    """
    index, attribute, value, narrowed = _list_of(wanted)
    partition = {attribute: value}
    names = frozenset({"sk"}) if attribute == "pk" else frozenset({"pk", "sk"})
    most = size + 1 if narrowed == 1 else LOOKED_AT
    found = index.query(
        value,
        _between(wanted),
        scan_index_forward=False,
        limit=most,
        last_evaluated_key=read_cursor(cursor, partition, names),
    )
    looked = list(found)
    return _cut(looked, wanted, size, ended=len(looked) < most, partition=partition)


def _cut(
    looked: list[Entry], wanted: Wanted, size: int, *, ended: bool, partition: dict[str, str]
) -> Entries:
    """The first of those that fit, and where the next page begins."""
    items: list[Entry] = []
    for place, entry in enumerate(looked):
        if not wanted.fits(entry):
            continue
        if len(items) == size:
            return Entries(items, _behind(looked[place - 1], partition), None)
        items.append(entry)
    if ended:
        return Entries(items, None, None)
    last = looked[-1]
    return Entries(items, _behind(last, partition), last.at)


def _behind(entry: Entry, partition: dict[str, str]) -> str | None:
    place = {"pk": {"S": entry.pk}, "sk": {"S": entry.sk}}
    return write_cursor(place, partition)


def _list_of(wanted: Wanted) -> tuple[Any, str, str, int]:
    """The list to read, the name and value of its key, and how many sides are asked for."""
    asked = sum(map(bool, (wanted.company_id, wanted.actor_id, wanted.action)))
    if wanted.actor_id:
        return Entry.by_actor, "actor_id", wanted.actor_id, asked
    if wanted.company_id:
        return Entry, "pk", wanted.company_id, asked
    if wanted.action:
        return Entry.by_action, "action", wanted.action, asked
    return Entry.all_of_them, "every", EVERY, 1


def _between(wanted: Wanted) -> Any:
    """The condition on the time that stands in an entry's key."""
    if wanted.since is None and wanted.until is None:
        return None
    first = ids.derived_ulid(wanted.since, _FIRST) if wanted.since else "0"
    last = ids.derived_ulid(wanted.until, _LAST) if wanted.until else "Z"
    return Entry.sk.between(first, last)
