"""Reads and writes of known browsers."""

from datetime import datetime, timedelta

from chalicelib.aws.tables import Key, read_many
from chalicelib.aws.transactions import Transaction
from chalicelib.browsers.model import KnownBrowser, LastSignIn

CLEANUP = timedelta(days=1)


def find_browser(account_id: str, browser: str) -> tuple[KnownBrowser | None, LastSignIn | None]:
    """A browser as far as the account knows it, and whether it was ever signed in to."""
    keys: list[Key] = [
        (KnownBrowser, account_id, f"browser#{browser}"),
        last_sign_in_key(account_id),
    ]
    known, last = read_many(keys)
    return known, last


def last_sign_in_key(account_id: str) -> Key:
    """Where it stands when somebody last signed in."""
    return (LastSignIn, account_id, "last_sign_in")


def browsers_of(account_id: str) -> list[KnownBrowser]:
    """All that are kept."""
    return list(KnownBrowser.query(account_id, KnownBrowser.sk.startswith("browser#")))


def know_browser(change: Transaction, known: KnownBrowser, browser: str) -> None:
    """Know a browser until it ends; it may be known already."""
    known.sk, known.cleanup = f"browser#{browser}", known.ends_at + CLEANUP
    change.put(known)


def note_sign_in(change: Transaction, account_id: str, now: datetime) -> None:
    """Keep when somebody last signed in. From the first time on a browser can be news."""
    change.put(LastSignIn(pk=account_id, sk="last_sign_in", at=now))


def forget_browser(change: Transaction, account_id: str, browser: str) -> None:
    """Know a browser no more."""
    change.delete(KnownBrowser(pk=account_id, sk=f"browser#{browser}"))
