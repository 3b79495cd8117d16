"""Licenses that a company took off its list, and whose requests are still to be looked after."""

from collections.abc import Iterator
from datetime import datetime

from chalicelib.aws.tables import read_one
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.licenses.model.lineage import Removal

REMOVAL = "removal#"
REQUESTS = "requests"


def add_removal(change: Transaction, removal: Removal) -> None:
    """Put it on the job's list."""
    change.create(removal)


def due_removals(now: datetime, most: int) -> Iterator[tuple[str, str]]:
    """Keys of up to `most` whose grace is over, the longest due first."""
    for item in Removal.removals_due.query(REQUESTS, Removal.due_at <= now, limit=most):
        yield item.pk, item.sk


def find_removal(license_id: str, key: str) -> Removal | None:
    """One of them, or None when it is dealt with."""
    return read_one(Removal, license_id, key)


def end_removal(change: Transaction, removal: Removal, *, lost: Lost) -> None:
    """Nothing is left to do about it."""
    change.delete(removal, Removal.pk.exists(), lost=lost)
