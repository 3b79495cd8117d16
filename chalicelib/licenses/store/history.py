"""The events in a license's collection: added, read, and never changed."""

from datetime import datetime

from chalicelib.aws.pages import BadCursor, Page, read_cursor, read_page
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.licenses.model.history import EVENT, Event

CURSOR_KEYS = frozenset({"sk"})


def add_event(change: Transaction, event: Event) -> None:
    """A new event, in the transaction of what it tells of."""
    change.create(event)


def history_page(license_id: str, cursor: str | None) -> Page[Event]:
    """A page of what happened to a license, the newest first. One query."""
    partition, size = {"pk": license_id}, settings().page_size
    results = Event.query(
        license_id,
        Event.sk.startswith(EVENT),
        scan_index_forward=False,
        limit=size + 1,
        last_evaluated_key=read_cursor(cursor, partition, CURSOR_KEYS),
    )
    return read_page(results, partition, size)


def place_of(cursor: str | None) -> datetime | None:
    """The moment that a page goes on from; None for the first one. Raises BadCursor."""
    key = read_cursor(cursor, {}, CURSOR_KEYS)
    if key is None:
        return None
    try:
        return ids.made_at(key["sk"]["S"].removeprefix(EVENT))
    except ValueError:
        raise BadCursor from None
