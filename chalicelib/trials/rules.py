"""Whose trial it is, and whether there can be another one (LIC-15)."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date

from chalicelib.trials.model import Trial

RUNNING = "running"
COMPANY_FULL = "company_full"
# How companies call themselves, in a few countries: it tells none from another.
_FORMS = frozenset(
    {
        *("gmbh", "mbh", "ag", "kg", "ohg", "ug", "se", "ev", "eg", "co", "ltd", "llc", "inc"),
        *("plc", "corp", "sa", "sarl", "sas", "srl", "spa", "bv", "nv", "oy", "ab", "as", "aps"),
    }
)


def plain_address(email: str, *, ignores_plus: bool, dotless: Collection[str]) -> str:
    """The mailbox behind an address: `A.B+x@GMail.com` and `ab@gmail.com` are one."""
    local, _, domain = email.casefold().rpartition("@")
    if ignores_plus:
        local = local.partition("+")[0] or local
    if domain in dotless:
        local = local.replace(".", "")
    return f"{local}@{domain}"


def company_of(email: str, company_name: str, free_domains: Collection[str]) -> str:
    """What stands for the company: its mail domain, or its plain name where that is anybody's."""
    domain = email.casefold().rpartition("@")[2]
    return f"name {plain_name(company_name)}" if domain in free_domains else f"domain {domain}"


def plain_name(name: str) -> str:
    """A company's name without case, accents, punctuation and legal form."""
    folded = unicodedata.normalize("NFKD", name).casefold().replace(".", "")
    words = re.findall(r"[^\W_]+", "".join(c for c in folded if not unicodedata.combining(c)))
    return " ".join(word for word in words if word not in _FORMS) or " ".join(words)


def refusal(
    own: Trial | None, others: Mapping[str, str], most: int, today: date
) -> tuple[str, date] | None:
    """Why there can be no trial now, and until which day; None when there can.

    `others` are the days on which the company's trials end. On the day after the last one another
    can be asked for.
    """
    if own is not None and own.ends_on >= today:
        return RUNNING, own.ends_on
    living = living_of(others, today)
    if len(living) >= most:
        return COMPANY_FULL, min(date.fromisoformat(day) for day in living.values())
    return None


def living_of(ends: Mapping[str, str], today: date) -> dict[str, str]:
    """Those that are not over."""
    return {name: day for name, day in ends.items() if date.fromisoformat(day) >= today}
