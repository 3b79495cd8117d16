"""What a line of an order means: new, known, or another than before; and what may be taken back."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from chalicelib.licenses.model.license import License
from chalicelib.orders.model import OrderLine, What, Withdrawal


def fingerprint(what: What, asked: Mapping[str, Any]) -> str:
    """A hash of what a line asks for; the same content in another order is the same."""
    text = json.dumps([what, asked], sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def differs(known: OrderLine | None, asked: str) -> bool:
    """Whether the line was carried out with other content."""
    return known is not None and known.fingerprint != asked


def refusal_to_change(license_: License) -> str | None:
    """Why nothing can be sold for a license any more, or None."""
    if license_.withdrawn:
        return "license_withdrawn"
    return "license_merged" if license_.merged_into else None


def refusal_to_extend(license_: License, expires_on: date, now: datetime) -> tuple[str, str] | None:
    """The field and the reason why a license can't last until a day, or None."""
    if reason := refusal_to_change(license_):
        return "license", reason
    if expires_on <= license_.expires_on or expires_on < now.date():
        return "expires_on", "not_later"
    return None


def to_withdraw(lines: Iterable[OrderLine], line: int | None) -> list[OrderLine]:
    """The sales among the lines that are meant: one, or without a number all."""
    meant = [known for known in lines if line is None or known.line == line]
    return [known for known in meant if known.what == What.LICENSE]


def is_withdrawn(line: OrderLine, how: Withdrawal) -> bool:
    """Whether nothing is left to do: a refund goes beyond a cancellation, not the other way."""
    return line.withdrawn in {how, Withdrawal.REFUNDED}


def ends_before_it_starts(starts_on: date, expires_on: date) -> bool:
    """Whether a term has no day."""
    return expires_on < starts_on


def repeated(codes: Sequence[str | None]) -> list[int]:
    """The places of those that stood before in the same order; None is no code."""
    return [at for at, code in enumerate(codes) if code is not None and code in codes[:at]]
