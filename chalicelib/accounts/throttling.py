"""Bounds on trying: guessing a password, asking for mails.

A window ends by itself, so nobody is locked out for good. And what one source does at one account
is bounded first and lowest: so who guesses is stopped long before the account's own bound, which
would keep its owner out too.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.accounts.errors import TooManyAttempts
from chalicelib.accounts.store import attempts as store
from chalicelib.aws.settings import settings
from chalicelib.base.networks import source_network


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How often something may be tried in one window."""

    one_source_at_one_account: int
    one_source: int
    one_account: int
    window: timedelta


def guessing() -> Bounds:
    """For guesses at a secret of an account."""
    limits = settings()
    return Bounds(
        one_source_at_one_account=limits.sign_in_attempts,
        one_source=limits.sign_in_attempts_per_source,
        one_account=limits.sign_in_attempts_per_account,
        window=timedelta(seconds=limits.sign_in_window_seconds),
    )


def asking_for_mail() -> Bounds:
    """For letters that anybody can have sent to an address."""
    limits = settings()
    return Bounds(
        one_source_at_one_account=limits.resets_per_hour,
        one_source=limits.resets_per_hour_per_source,
        one_account=limits.resets_per_hour_per_account,
        window=timedelta(hours=1),
    )


def from_source(what: str, address: str) -> str:
    """What is counted where a source tries: all of an IPv6 network is one."""
    return f"{what} from {source_network(address)}"


def note_failure(what: str, now: datetime, window: timedelta) -> None:
    """Count one failure of `what`, for who reads the count along with other things."""
    store.count_attempt(what, now, window)


def demand_fewer(count: int, most: int, now: datetime, window: timedelta) -> None:
    """Raise TooManyAttempts where a count that was read has reached `most` in this window."""
    if count >= most:
        seconds = int(window.total_seconds())
        raise TooManyAttempts(retry_after=seconds - int(now.timestamp()) % seconds)


def throttle(what: str, now: datetime, most: int, window: timedelta, times: int = 1) -> None:
    """Count one try of `what`, or several; raise TooManyAttempts past `most` in one window."""
    count, left = store.count_attempt(what, now, window, times)
    if count > most:
        raise TooManyAttempts(retry_after=left)


def throttle_at(account: str, what: str, source: str, bounds: Bounds, now: datetime) -> None:
    """Count one try of `what` at an account (or address) by a source; TooManyAttempts past any.

    A try that is refused for its source is not counted at the account.
    """
    window = bounds.window
    at = f"{what} {account}"
    throttle(from_source(at, source), now, bounds.one_source_at_one_account, window)
    throttle(from_source(what, source), now, bounds.one_source, window)
    throttle(at, now, bounds.one_account, window)
