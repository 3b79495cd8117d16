"""Writing entries."""

from chalicelib.audit.model import Entry
from chalicelib.aws.transactions import Transaction


def add(change: Transaction, entry: Entry) -> None:
    """A new entry, in the transaction of what it tells of."""
    change.create(entry)
