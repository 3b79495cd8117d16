"""A session's beginning, and its use: what every request may need, and so loads."""

from datetime import datetime, timedelta

from chalicelib.accounts.model import Account, Session
from chalicelib.accounts.store import sessions as store
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.browsers.service import browser_id, recognise, tell_of_new_browser, token_for
from chalicelib.mail.service import Recipient


def begin_session(
    change: Transaction, actor: Actor, account: Account, device: str, now: datetime, ends: datetime
) -> str:
    """A new session; answers its id. Where its browser is new to the person, they get a letter."""
    session_id = ids.ulid(now)
    browser = browser_id(account.pk, token_for(actor, session_id))
    store.add_session(change, account, session_id, device, browser, now, ends)
    if not recognise(change, account.pk, browser, now):
        to, staff = Recipient(account.email, account.language, account.name), bool(account.role)
        tell_of_new_browser(change, to, actor, device, now, staff=staff)
    return session_id


def note_seen(session: Session, now: datetime) -> None:
    """Keep when a session was last used; at most one write an hour (`seen_seconds`)."""
    last = session.seen_at or session.created_at
    if now - last >= timedelta(seconds=settings().seen_seconds):
        store.note_seen(session, now)
