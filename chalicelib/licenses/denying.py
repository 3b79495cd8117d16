"""Putting licenses and codes on the deny list, and taking them off (LIC-11).

Whoever blocks, unblocks or replaces says so in the same transaction; the list that applications
read follows within the minute (`publishing.py`).
"""

from collections.abc import Iterator
from datetime import datetime

from chalicelib.aws.transactions import Transaction
from chalicelib.licenses.model.denials import Denial
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.deny_list import code_entry, license_entry
from chalicelib.licenses.sealing import open_code
from chalicelib.licenses.store import denials as store


def deny_license(change: Transaction, license_: License, at: datetime) -> None:
    """Put a license and its code on the deny list, at once or at a time to come (2 items).

    Its key files and leases are denied with it. Another time takes the place of one planned.
    """
    for entry in _entries_of(license_):
        store.put_denial(change, license_.pk, entry, at)


def allow_license(change: Transaction, license_: License) -> None:
    """Take a license and its code off, and call off what was planned (2 items).

    Codes that were replaced stay on.
    """
    for entry in _entries_of(license_):
        store.put_denial(change, license_.pk, entry, None)


def deny_code(change: Transaction, license_id: str, code: str, at: datetime) -> None:
    """Put one code on, as when it was replaced (1 item); the license and its key files stay good.

    `code` is in its one form: 20 capitals and digits.
    """
    store.put_denial(change, license_id, code_entry(code), at)


def deny_replaced(
    change: Transaction, license_: License, code: str, blocked_at: datetime | None, now: datetime
) -> None:
    """`code` took the place of the license's own, which goes on the list (2 or 3 items).

    `blocked_at` is the block that the license has afterwards, if any: the new code shares it.
    """
    deny_code(change, license_.pk, open_code(license_.sealed_code, license_.pk), now)
    if blocked_at is not None:
        deny_code(change, license_.pk, code, blocked_at)
    elif license_.blocked_at is not None:
        store.put_denial(change, license_.pk, license_entry(license_.pk), None)


def denials_of_new(license_: License) -> Iterator[Denial]:
    """What to write beside a license that comes into being blocked, or with a block planned."""
    if license_.blocked_at is not None:
        for entry in _entries_of(license_):
            yield store.denial(license_.pk, entry, license_.blocked_at)


def _entries_of(license_: License) -> tuple[bytes, bytes]:
    code = open_code(license_.sealed_code, license_.pk)
    return license_entry(license_.pk), code_entry(code)
