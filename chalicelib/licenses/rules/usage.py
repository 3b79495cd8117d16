"""The key usage report as a table (LIC-17): its columns, and how much goes into one part of it."""

from collections.abc import Iterable
from itertools import accumulate, takewhile

COLUMNS = (
    "license", "product", "device", "name", "kind", "active_since", "last_seen", "lease_ends",
)  # fmt: skip


def fitting(seats: Iterable[int], most: int) -> int:
    """How many licenses, from the first on, make up to `most` rows: at least one."""
    return max(1, sum(1 for _ in takewhile(lambda total: total <= most, accumulate(seats))))
