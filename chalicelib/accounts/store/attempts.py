"""Counting what somebody tries too often."""

from datetime import UTC, datetime, timedelta

from chalicelib.accounts.model import Attempts
from chalicelib.aws.tables import Key
from chalicelib.base import ids

CLEANUP = timedelta(days=1)


def attempts_key(what: str, now: datetime, window: timedelta) -> Key:
    """Where the tries of this window are counted."""
    into = int(now.timestamp() % window.total_seconds())
    return (Attempts, f"attempts#{ids.digest(what)}", str(int(now.timestamp()) - into))


def count_attempt(what: str, now: datetime, window: timedelta, times: int = 1) -> tuple[int, int]:
    """Count tries; answers how many there were in this window and the seconds until it ends."""
    _, pk, sk = attempts_key(what, now, window)
    ends = datetime.fromtimestamp(int(sk), UTC) + window
    attempts = Attempts(pk=pk, sk=sk)
    tries, kind = Attempts.tries.add(times), Attempts.kind.set(Attempts)
    attempts.update([tries, kind, Attempts.cleanup.set(ends + CLEANUP)])
    return int(attempts.tries), int(ends.timestamp()) - int(now.timestamp())
