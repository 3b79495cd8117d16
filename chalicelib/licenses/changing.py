"""What every change of a license has in common. Loaded by jobs: no pydantic here."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.errors import Conflict
from chalicelib.licenses.errors import ChangedMeanwhile
from chalicelib.licenses.model.license import TELL, License
from chalicelib.licenses.rules.due import Prospect, next_due
from chalicelib.licenses.store import changing as store

ATTEMPTS = 5
READ = ("claim", "company_id", "claimed_at", "expires_on", "nodes", "blocked_at", "code_id")
UNHELD: Mapping[str, None] = dict.fromkeys(
    ("company_id", "claim", "claimed_at", "claimed_by", "check", "refused_because")
)
"""What a license is that nobody claims."""
_T = TypeVar("_T")


def notice_days() -> tuple[int, int]:
    """How many days before its end a license is spoken of."""
    return settings().expiry_notice_days, settings().expiry_last_notice_days


def due_fields(license_: License, now: datetime, **new: Any) -> dict[str, Any]:
    """What puts the license on the jobs' list, once these of its facts are new."""
    due_at = next_due(Prospect.of(license_, **new), notice_days(), now)
    return {"due": TELL if due_at else None, "due_at": due_at}


def alter(change: Transaction, license_: License, now: datetime, **new: Any) -> None:
    """Write new facts of a license that was just read, and what is due because of them.

    The change raises ChangedMeanwhile when its holder, term, seats, block or code are not what was
    read any more: `decide_anew` reads again then.
    """
    alter_while(change, license_, now, new, also=())


def alter_while(
    change: Transaction,
    license_: License,
    now: datetime,
    new: Mapping[str, Any],
    *,
    also: tuple[str, ...],
) -> None:
    """As `alter`, while what `also` names is what was read, too."""
    written = {**new, **due_fields(license_, now, **new)}
    store.alter(change, license_, written, (*READ, *also), lost=ChangedMeanwhile())


def decide_anew(attempt: Callable[[], _T]) -> _T:
    """Load, decide and write; once more from the start when what was loaded has changed."""
    for _ in range(ATTEMPTS):
        try:
            return attempt()
        except ChangedMeanwhile:
            continue
    raise Conflict
