"""What is sold, sold for longer, and taken back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import reduce
from operator import and_
from typing import Any

from pynamodb.expressions.condition import Condition

from chalicelib.aws.tables import read_many, read_one
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.licenses.model.license import Code, License, PublicId
from chalicelib.licenses.store.changing import actions, unchanged
from chalicelib.licenses.store.licenses import (
    KIND,
    MOST_READ,
    code_key,
    find_license,
    public_key,
)


def find_by_public_id(public_id: str) -> License | None:
    """The license of a public id, or None."""
    name = read_one(PublicId, public_key(public_id), "public")
    return find_license(name.license_id) if name else None


def find_licenses(license_ids: Sequence[str]) -> list[License | None]:
    """Several at once, up to 100, in the order asked."""
    return read_many([(License, license_id, KIND) for license_id in license_ids])


def find_merged(license_ids: Sequence[str]) -> list[License]:
    """Those licenses that went into another; 100 in a round trip, none without any."""
    parts = (license_ids[at : at + MOST_READ] for at in range(0, len(license_ids), MOST_READ))
    return [each for part in parts for each in find_licenses(part) if each is not None]


def add_license(
    change: Transaction, license_: License, hashed: str, code_taken: Lost, public_id_taken: Lost
) -> None:
    """A new license with its code and its public id."""
    change.create(license_)
    code = Code(pk=code_key(hashed), sk="code", license_id=license_.pk)
    change.create(code, lost=code_taken)
    name = PublicId(pk=public_key(license_.public_id), sk="public", license_id=license_.pk)
    change.create(name, lost=public_id_taken)


def withdraw(
    change: Transaction,
    license_: License,
    how: str,
    due: Mapping[str, Any],
    now: datetime,
    lost: Lost,
    *,
    seats: int = 0,
) -> None:
    """Say that its sale was taken back; it is blocked from now on, if it was not before.

    If its block, its seats, its holder or what it was merged into changed since it was read, the
    change raises `lost`. `due` is what puts it on the jobs' list, or takes it off; `seats` leave
    it, where another license counts them.
    """
    wanted = {"withdrawn": how, "withdrawn_at": now}
    if license_.blocked_at is None or license_.blocked_at > now:
        wanted |= {"blocked_at": now, **due}
    if seats:
        wanted["nodes"] = int(license_.nodes) - seats
    change.update(license_, actions(wanted), _same(license_, "blocked_at"), lost=lost)


def take_seats(change: Transaction, license_: License, seats: int, lost: Lost) -> None:
    """Take seats off that no device holds; `lost` as in `withdraw`, and where one does."""
    left = int(license_.nodes) - seats
    free = License.seats_used.does_not_exist() | (License.seats_used <= left)
    change.update(license_, actions({"nodes": left}), _same(license_) & free, lost=lost)


def _same(license_: License, *also: str) -> Condition:
    # Its holder too: whoever came to hold it meanwhile must be told.
    still = ("nodes", "merged_into", "company_id", "claim", *also)
    conditions = (unchanged(license_, name) for name in still)
    return reduce(and_, conditions)
