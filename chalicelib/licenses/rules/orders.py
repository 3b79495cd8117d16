"""The order export: one CSV row per license sold (docs/formats/order-export.md)."""

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
MOST_CHARS = 200
MOST_NODES = 1_000_000
BOOLEANS = {"": False, "no": False, "yes": True}


class BadRow(ValueError):
    """A row can't be a license; `column` says where."""

    def __init__(self, column: str, value: str) -> None:
        super().__init__(f"{column}: {value!r}")
        self.column = column


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
    """One license; raises BadRow for the first column that can't be read.

    Columns beyond ours are left alone, so that the vendor's export may hold more.
    """
    values = {column: _read(column, row.get(column) or "") for column in COLUMNS}
    order = Order(**values)
    if not order.issued_on <= order.expires_on or not order.starts_on <= order.expires_on:
        raise BadRow("expires_on", order.expires_on.isoformat())
    return order


def _read(column: str, raw: str) -> Any:
    value = unicodedata.normalize("NFC", raw).strip()
    try:
        return _READERS.get(column, _text)(value)
    except (ValueError, KeyError):
        raise BadRow(column, raw) from None


def _text(value: str) -> str:
    if not 0 < len(value) <= MOST_CHARS or not value.isprintable():
        raise ValueError(value)
    return value


def _perhaps(read: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda value: read(value) if value else None


def _products(value: str) -> tuple[str, ...]:
    products = tuple(dict.fromkeys(_text(part.strip()) for part in value.split("+")))
    if not all(part.isascii() for part in products):
        raise ValueError(value)
    return products


def _code(value: str) -> str:
    code = read_code(value)
    if code is None:
        raise ValueError(value)
    return code


def _nodes(value: str) -> int:
    nodes = int(value)
    if not 1 <= nodes <= MOST_NODES:
        raise ValueError(value)
    return nodes


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    return moment.replace(tzinfo=moment.tzinfo or UTC)


_READERS: dict[str, Callable[[str], Any]] = {
    "product_ids": _products,
    "activation_code": _code,
    "nodes": _nodes,
    "partner": _perhaps(_text),
    "issued_on": date.fromisoformat,
    "starts_on": date.fromisoformat,
    "expires_on": date.fromisoformat,
    "activated_on": _perhaps(date.fromisoformat),
    "blocked_at": _perhaps(_moment),
    "needs_check": BOOLEANS.__getitem__,
}
