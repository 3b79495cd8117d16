"""Bounds on trying: guessing a password, asking for mails."""

from datetime import datetime, timedelta

from chalicelib.accounts import store
from chalicelib.accounts.errors import TooManyAttempts
from chalicelib.aws.settings import settings


def throttle(what: str, now: datetime, most: int, window: timedelta) -> None:
    """Count one try of `what`; raise TooManyAttempts past `most` in one window.

    A window ends by itself, so nobody is locked out for good.
    """
    count, left = store.count_attempt(what, now, window)
    if count > most:
        raise TooManyAttempts(retry_after=left)


def throttle_guessing(what: str, now: datetime) -> None:
    """Count one guess of a secret, by the limits of signing in."""
    window = timedelta(seconds=settings().sign_in_window_seconds)
    throttle(what, now, settings().sign_in_attempts, window)
