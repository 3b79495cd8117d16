"""What is sold, sold for longer, and taken back."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from chalicelib.aws.tables import read_many, read_one
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.licenses.model.license import Code, License, PublicId
from chalicelib.licenses.store.changing import actions
from chalicelib.licenses.store.licenses import KIND, code_key, find_license, public_key


def find_by_public_id(public_id: str) -> License | None:
    """The license of a public id, or None."""
    name = read_one(PublicId, public_key(public_id), "public")
    return find_license(name.license_id) if name else None


def find_licenses(license_ids: Sequence[str]) -> list[License | None]:
    """Several at once, up to 100, in the order asked."""
    return read_many([(License, license_id, KIND) for license_id in license_ids])


def add_license(
    change: Transaction, license_: License, hashed: str, code_taken: Lost, public_id_taken: Lost
) -> None:
    """A new license with its code and its public id."""
    change.create(license_)
    code = Code(pk=code_key(hashed), sk="code", license_id=license_.pk)
    change.create(code, lost=code_taken)
    name = PublicId(pk=public_key(license_.public_id), sk="public", license_id=license_.pk)
    change.create(name, lost=public_id_taken)


def extend(
    change: Transaction, license_: License, expires_on: date, due: Mapping[str, Any], lost: Lost
) -> None:
    """Let it last longer, if it did not change since it was read.

    `due` is what puts it on the jobs' list, or takes it off.
    """
    unchanged = (License.expires_on == license_.expires_on) & License.withdrawn.does_not_exist()
    change.update(license_, actions({"expires_on": expires_on, **due}), unchanged, lost=lost)


def withdraw(
    change: Transaction,
    license_: License,
    how: str,
    due: Mapping[str, Any],
    now: datetime,
    lost: Lost,
) -> None:
    """Say that its sale was taken back; it is blocked from now on, if it was not before.

    If its block changed since it was read, the change raises `lost`. `due` is as in `extend`.
    """
    wanted = {"withdrawn": how, "withdrawn_at": now}
    blocked = license_.blocked_at is not None and license_.blocked_at <= now
    unchanged = (
        License.blocked_at.does_not_exist()
        if license_.blocked_at is None
        else License.blocked_at == license_.blocked_at
    )
    if not blocked:
        wanted |= {"blocked_at": now, **due}
    change.update(license_, actions(wanted), unchanged, lost=lost)
