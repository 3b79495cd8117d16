"""Reads and writes of known browsers."""

from datetime import datetime, timedelta

from chalicelib.aws.tables import Key, read_many
from chalicelib.aws.transactions import Transaction
from chalicelib.browsers.model import FirstSignIn, KnownBrowser

CLEANUP = timedelta(days=1)


def find_browser(account_id: str, browser: str) -> tuple[KnownBrowser | None, FirstSignIn | None]:
    """A browser as far as the account knows it, and whether it was ever signed in to."""
    keys: list[Key] = [
        (KnownBrowser, account_id, f"browser#{browser}"),
        (FirstSignIn, account_id, "first-sign-in"),
    ]
    known, first = read_many(keys)
    return known, first


def browsers_of(account_id: str) -> list[KnownBrowser]:
    """All that are kept."""
    return list(KnownBrowser.query(account_id, KnownBrowser.sk.startswith("browser#")))


def know_browser(change: Transaction, known: KnownBrowser, browser: str) -> None:
    """Know a browser until it ends; it may be known already."""
    known.sk, known.cleanup = f"browser#{browser}", known.ends_at + CLEANUP
    change.put(known)


def note_first_sign_in(change: Transaction, account_id: str, now: datetime) -> None:
    """From here on a browser can be news."""
    change.put(FirstSignIn(pk=account_id, sk="first-sign-in", at=now))


def forget_browser(change: Transaction, account_id: str, browser: str) -> None:
    """Know a browser no more."""
    change.delete(KnownBrowser(pk=account_id, sk=f"browser#{browser}"))
