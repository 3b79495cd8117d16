"""Devices that found no seat, and the mark that staff see when there are many (LIC-10)."""

from datetime import datetime, timedelta
from typing import Any

from pynamodb.expressions.condition import size
from pynamodb.expressions.operand import Path

from chalicelib.aws.conditional import update_if
from chalicelib.aws.pages import Page, read_cursor, read_page
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.licenses.model.devices import REFUSED, Refused
from chalicelib.licenses.model.license import License
from chalicelib.licenses.store.changing import actions

OVERUSED = "overused"
CURSOR_KEYS = frozenset({"pk", "sk", "overused_at"})
CLEARED = {"overused": None, "overused_at": None}
"""What a license is that nobody overuses, as far as staff know."""


def count_refused(license_id: str, device_id: str, now: datetime) -> int | None:
    """Note that a device found no seat; answers how many did so today.

    The same device counts once a day. None when no more are noted.
    """
    refused = Refused(pk=license_id, sk=REFUSED + now.date().isoformat())
    days = timedelta(days=settings().overuse_days)
    noting: list[Any] = [
        Refused.devices.add({device_id}),
        Refused.kind.set(Refused),
        Refused.cleanup.set(now + days),
    ]
    noted = size(Path("devices")) < settings().overuse_recorded
    room = Refused.devices.does_not_exist() | noted
    return len(refused.devices) if update_if(refused, noting, room) else None


def mark(change: Transaction, license_: License, now: datetime, *, lost: Lost) -> None:
    """Let staff see that many more devices than seats want this license; the first time counts."""
    marked = actions({"overused": OVERUSED, "overused_at": now})
    change.update(license_, marked, License.overused_at.does_not_exist(), lost=lost)


def unmark(change: Transaction, license_: License, now: datetime, *, lost: Lost) -> None:
    """Staff have looked: no mark for the rest of the day."""
    taken_off = actions({**CLEARED, "overuse_seen_on": now.date()})
    change.update(license_, taken_off, License.overused_at == license_.overused_at, lost=lost)


def overused_page(cursor: str | None) -> Page[License]:
    """A page of the licenses that have the mark, the latest first; by their keys alone."""
    partition = {"overused": OVERUSED}
    results = License.by_overuse.query(
        OVERUSED,
        scan_index_forward=False,
        limit=settings().page_size + 1,
        last_evaluated_key=read_cursor(cursor, partition, CURSOR_KEYS),
    )
    return read_page(results, partition, settings().page_size)
