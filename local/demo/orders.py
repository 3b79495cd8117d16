"""The invented vendor's order export: any number of licenses, the same ones for the same seed."""

import csv
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from chalicelib.licenses.rules.orders import COLUMNS
from local.demo.names import Buyer, invent_buyer

SEED = 20260901
LICENSES_PER_BUYER = 25
Row = dict[str, str]

# Letters and digits that nobody mistakes for another.
_SYMBOLS = "".join(sorted(set(string.ascii_uppercase + string.digits) - set("01ILOU")))
_EDITIONS = ("Standard", "Advanced", "Premium")
_NODES = (5, 10, 15, 25, 25, 50, 50, 100, 250, 500, 1000)
_TERMS = (1, 1, 1, 2, 3)
_PRODUCTS = (
    "guard-business", "guard-business", "guard-server", "guard-mobile", "vault-server",
    "vault-desktop", "gate-mail", "gate-web", "conductor",
)  # fmt: skip
_PAIRS = ("guard-business+guard-server", "guard-business+conductor", "vault-server+vault-desktop")


@dataclass(frozen=True, slots=True)
class Term:
    """When a license was sold and when it ends."""

    issued: date
    expires: date


def order_rows(count: int, today: date, seed: int = SEED) -> Iterator[Row]:
    """`count` licenses of many buyers: most run, some are over, blocked or not activated yet."""
    chance = Random(seed)  # noqa: S311 - the same people every time
    buyer = invent_buyer(chance)
    for number in range(count):
        if number % LICENSES_PER_BUYER == 0:
            buyer = invent_buyer(chance)
        yield order_row(number, buyer, today, chance)


def order_row(number: int, buyer: Buyer, today: date, chance: Random) -> Row:
    """One license of a buyer."""
    term = _term(today, chance)
    products = chance.choice(_PAIRS) if chance.random() < 0.08 else chance.choice(_PRODUCTS)
    return {
        "order_number": f"HS-{term.issued:%Y}-{number // 3:06}",
        "product_ids": products,
        "edition": chance.choice(_EDITIONS),
        "activation_code": _code(chance),
        "serial_number": f"{products[:2].upper()}-{term.issued:%y}-{number:06}",
        "nodes": str(chance.choice(_NODES)),
        "end_user": buyer.name,
        "partner": buyer.partner,
        "issued_on": term.issued.isoformat(),
        "starts_on": term.issued.isoformat(),
        "expires_on": term.expires.isoformat(),
        **_state(term, today, chance),
    }


def _term(today: date, chance: Random) -> Term:
    years = chance.choice(_TERMS)
    issued = today - timedelta(days=chance.randrange(1, 365 * years + 120))
    return Term(issued, issued + timedelta(days=365 * years - 1))


def _state(term: Term, today: date, chance: Random) -> Row:
    days = (today - term.issued).days
    activated = term.issued + timedelta(days=chance.randrange(0, min(days, 30) + 1))
    blocked = chance.random() < 0.03 and days > 10
    blocked_on = today - timedelta(days=chance.randrange(1, 10))
    return {
        "activated_on": "" if chance.random() < 0.1 else activated.isoformat(),
        "blocked_at": datetime.combine(blocked_on, time(9), UTC).isoformat() if blocked else "",
        "needs_check": "yes" if chance.random() < 0.02 else "no",
    }


def _code(chance: Random) -> str:
    symbols = "".join(chance.choices(_SYMBOLS, k=20))
    return "-".join(symbols[start : start + 5] for start in range(0, 20, 5))


def write_export(path: Path, rows: Iterable[Row]) -> None:
    """The rows as the vendor's order system exports them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)


def read_export(path: Path) -> Iterator[dict[str, str | None]]:
    """The rows of an export, one at a time; a byte order mark is no part of the first heading."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
