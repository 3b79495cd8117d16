"""Telling a person of a sign-in in a browser that was not used for it before (ACC-5).

A browser is known by a token in a cookie, per account by the digest of both: what a browser calls
itself (User-Agent) is the same for half of all people, and an address tells as little.
"""

from datetime import datetime, timedelta

from chalicelib.aws.browser_tokens import browser_token, is_browser_token
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import moment
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.browsers import store
from chalicelib.browsers.devices import device_of
from chalicelib.browsers.model import KnownBrowser
from chalicelib.mail.service import Recipient, post

CUSTOMERS_PAGE, STAFFS_PAGE = "/account/security", "/console/account/security"


def token_for(actor: Actor, session_id: str) -> str:
    """The token that this browser has, or gets with the session: at a repeat the same one."""
    return actor.browser if is_browser_token(actor.browser) else browser_token(session_id)


def browser_id(account_id: str, token: str) -> str:
    """What the browser is called in this account: nothing that another account's tells of."""
    return ids.digest(f"{account_id} {token}")


def recognise(change: Transaction, account_id: str, browser: str, now: datetime) -> bool:
    """Note the sign-in, and know the browser from now on. Answers whether it is no news there.

    The first sign-in of all is none: the person has just chosen the password. One round trip.
    """
    known, last = store.find_browser(account_id, browser)
    is_known = known is not None and now < known.ends_at
    ends_at = now + timedelta(days=settings().known_browser_days)
    since = known.since if known and is_known else now
    store.know_browser(change, KnownBrowser(pk=account_id, since=since, ends_at=ends_at), browser)
    store.note_sign_in(change, account_id, now)
    return is_known or last is None


def tell_of_new_browser(
    change: Transaction, to: Recipient, actor: Actor, device: str, now: datetime, *, staff: bool
) -> None:
    """The letter that says so; nobody can do without it."""
    named = device_of(device)
    said = {
        "browser": named.browser,
        "system": named.system,
        "at": moment(now),
        "address": actor.address,
        "url": {"page": STAFFS_PAGE if staff else CUSTOMERS_PAGE},
    }
    post(change, to, "new_sign_in", said, now)


def forget(change: Transaction, account_id: str, browser: str | None) -> None:
    """Know a browser no more: signing in there is news again."""
    if browser:
        store.forget_browser(change, account_id, browser)
