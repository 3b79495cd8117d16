"""When a license's holder has to be told something next: of its end, or that it is blocked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from chalicelib.licenses.model.license import ClaimState, License


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """The facts that decide it."""

    claim: str | None
    expires_on: date
    blocked_at: datetime | None
    block_told: datetime | None
    expiry_told: int | None
    expiry_told_for: date | None

    @classmethod
    def of(cls, license_: License, **new: Any) -> "Prospect":
        """A license's, with some of its facts changed."""
        names = (
            *("claim", "expires_on", "blocked_at", "block_told"),
            *("expiry_told", "expiry_told_for"),
        )
        return cls(**{name: new.get(name, getattr(license_, name)) for name in names})


def block_is_due(prospect: Prospect, now: datetime) -> bool:
    """Whether a planned block has taken effect, and its holder was not told yet."""
    return _untold_block(prospect) is not None and prospect.blocked_at <= now  # type: ignore[operator]


def notice_due(prospect: Prospect, days: Sequence[int], now: datetime) -> int | None:
    """Which notice is due, in days before the end; of several the latest. None: none is.

    What ended meanwhile, or is blocked, is not announced any more.
    """
    if _is_blocked(prospect, now) or prospect.expires_on < now.date():
        return None
    due = [ahead for ahead in _untold_notices(prospect, days) if _at(prospect, ahead) <= now]
    return min(due, default=None)


def next_due(prospect: Prospect, days: Sequence[int], now: datetime) -> datetime | None:
    """When the job has to look at it next; None: never."""
    if prospect.claim != ClaimState.ACTIVE:
        return None
    moments = []
    if (blocked_at := _untold_block(prospect)) is not None:
        moments.append(blocked_at)
    if not _is_blocked(prospect, now) and prospect.expires_on >= now.date():
        moments += [_at(prospect, ahead) for ahead in _untold_notices(prospect, days)]
    return min(moments, default=None)


def notices_missed(prospect: Prospect, days: Sequence[int], now: datetime) -> int | None:
    """The latest notice whose time was over before there was a holder to tell."""
    return min((ahead for ahead in days if _at(prospect, ahead) <= now), default=None)


def _untold_block(prospect: Prospect) -> datetime | None:
    return prospect.blocked_at if prospect.blocked_at != prospect.block_told else None


def _is_blocked(prospect: Prospect, now: datetime) -> bool:
    return prospect.blocked_at is not None and prospect.blocked_at <= now


def _untold_notices(prospect: Prospect, days: Sequence[int]) -> list[int]:
    if prospect.expiry_told is None or prospect.expiry_told_for != prospect.expires_on:
        return list(days)
    return [ahead for ahead in days if ahead < prospect.expiry_told]


def _at(prospect: Prospect, ahead: int) -> datetime:
    """The morning of the day that lies so many days before the last one."""
    return datetime.combine(prospect.expires_on - timedelta(days=ahead), time(), UTC)
