"""The order export: one CSV row per license sold (docs/formats/order-export.md)."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from chalicelib.licenses.rules.codes import read_code

COLUMNS = (
    "order_number", "product_ids", "edition", "activation_code", "serial_number", "nodes",
    "end_user", "partner", "issued_on", "starts_on", "expires_on", "activated_on", "blocked_at",
    "needs_check",
)  # fmt: skip
NEEDED = frozenset(COLUMNS) - {"partner", "activated_on", "blocked_at", "needs_check"}
"""Columns that a file must have; the others count as empty."""
MOST_CHARS = 200
MOST_NODES = 1_000_000
MOST_DIGITS = 12
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
BOOLEANS = {"": False, "no": False, "yes": True}


class Unread(ValueError):
    """A value can't be read; `reason` says why, as the code of a text `import.<reason>`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BadRow(ValueError):
    """A row can't be a license; `problems` are its columns with the reason for each."""

    def __init__(self, *problems: tuple[str, str]) -> None:
        super().__init__(", ".join(column for column, _ in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A license as the vendor's order system knows it; `activation_code` in its one form."""

    order_number: str
    product_ids: tuple[str, ...]
    edition: str
    activation_code: str
    serial_number: str
    nodes: int
    end_user: str
    partner: str | None
    issued_on: date
    starts_on: date
    expires_on: date
    activated_on: date | None
    blocked_at: datetime | None
    needs_check: bool


def read_row(row: Mapping[str, str | None]) -> Order:
    """One license; raises BadRow with every column that can't be read.

    Columns beyond ours are left alone, so that the vendor's export may hold more. Whether the
    catalog has what it names is not asked here.
    """
    values: dict[str, Any] = {}
    problems: list[tuple[str, str]] = []
    for column in COLUMNS:
        try:
            values[column] = _read(column, row.get(column) or "")
        except Unread as unread:
            problems.append((column, unread.reason))
    if not problems:
        order = Order(**values)
        if max(order.issued_on, order.starts_on) <= order.expires_on:
            return order
        problems = [("expires_on", "ends_before_start")]
    raise BadRow(*problems)


def _read(column: str, raw: str) -> Any:
    value = unicodedata.normalize("NFC", raw).strip()
    return _READERS.get(column, _text)(value)


def _text(value: str) -> str:
    if not value:
        raise Unread("missing")
    if len(value) > MOST_CHARS:
        raise Unread("too_long")
    if not value.isprintable():
        raise Unread("unprintable")
    return value


def _perhaps(read: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda value: read(value) if value else None


def _products(value: str) -> tuple[str, ...]:
    products = tuple(dict.fromkeys(_text(part.strip()) for part in value.split("+")))
    if not all(part.isascii() for part in products):
        raise Unread("product_unknown")
    return products


def _code(value: str) -> str:
    code = read_code(value)
    if code is None:
        raise Unread("code_malformed")
    return code


def _nodes(value: str) -> int:
    # Only these: int() would take an underscore and the digits of every script.
    if not (value.isascii() and value.isdecimal()):
        raise Unread("not_a_number")
    if not 1 <= int(value[:MOST_DIGITS]) <= MOST_NODES:
        raise Unread("out_of_range")
    return int(value)


def _day(value: str) -> date:
    # Only this form: fromisoformat() takes weeks, and days without dashes, too.
    if not _DAY.fullmatch(_text(value)):
        raise Unread("not_a_day")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Unread("not_a_day") from None


def _moment(value: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise Unread("not_a_moment") from None
    return moment.replace(tzinfo=moment.tzinfo or UTC)


def _yes_or_no(value: str) -> bool:
    if value.lower() not in BOOLEANS:
        raise Unread("not_yes_or_no")
    return BOOLEANS[value.lower()]


_READERS: dict[str, Callable[[str], Any]] = {
    "product_ids": _products,
    "activation_code": _code,
    "nodes": _nodes,
    "partner": _perhaps(_text),
    "issued_on": _day,
    "starts_on": _day,
    "expires_on": _day,
    "activated_on": _perhaps(_day),
    "blocked_at": _perhaps(_moment),
    "needs_check": _yes_or_no,
}
