"""What of a license's history somebody gets to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from chalicelib.base.actor import Actor
from chalicelib.licenses.model.history import Event, What
from chalicelib.licenses.model.license import ClaimState, License

VENDORS = frozenset(
    {
        What.BLOCK_PLANNED,
        What.BLOCKED,
        What.UNBLOCKED,
        What.CODE_REISSUED,
        What.SEATS_ADDED,
        What.EXTENDED,
        What.MERGED,
        What.WITHDRAWN,
        What.SEATS_WITHDRAWN,
    }
)
"""What changed the license itself: part of it for every later holder, but for the words."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the license's own facts tell, and no event does; only its day is known."""

    what: What
    at: datetime


def may_read(actor: Actor, license_: License, event: Event) -> bool:
    """Whether the event is told: what happened while another company held it is that company's.

    While the vendor checks a claim, its company reads of nothing but that.
    """
    proven = actor.role is not None or license_.claim == ClaimState.ACTIVE
    return knows_all(actor, event) or (proven and event.what in VENDORS)


def knows_all(actor: Actor, event: Event) -> bool:
    """Whether who did it and why is told, too."""
    return actor.role is not None or (
        bool(actor.company_id) and event.company_id == actor.company_id
    )


def facts_of(actor: Actor, license_: License, now: datetime) -> Iterator[Fact]:
    """What orders brought along: they make too many licenses at once for an event each."""
    if actor.role is None and license_.claim != ClaimState.ACTIVE:
        return
    yield Fact(What.ISSUED, _morning(license_.issued_on))
    if license_.activated_on is not None:
        yield Fact(What.ACTIVATED, _morning(license_.activated_on))
    # Where its holder was told of the block, an event tells of it here, too.
    untold = license_.blocked_at != license_.block_told and license_.block_reason is None
    if license_.blocked_at is not None and untold:
        planned = license_.blocked_at > now
        yield Fact(What.BLOCK_PLANNED if planned else What.BLOCKED, license_.blocked_at)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
