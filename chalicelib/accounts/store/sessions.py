"""Keys, reads and writes of sessions."""

from contextlib import suppress
from datetime import datetime, timedelta

from pynamodb.exceptions import UpdateError

from chalicelib.accounts.model import Account, Session
from chalicelib.aws.session_secrets import secret_of
from chalicelib.aws.tables import Key, read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound, NotSignedIn

CLEANUP = timedelta(days=1)


def session_key(account_id: str, session_id: str) -> Key:
    """Where a session stands."""
    return (Session, account_id, f"session#{session_id}")


def find_session(account_id: str, session_id: str) -> Session | None:
    """One session of an account, or None."""
    return read_one(Session, account_id, f"session#{session_id}")


def sessions_of(account_id: str) -> list[Session]:
    """All that are kept, the ended ones included; the oldest first."""
    return list(Session.query(account_id, Session.sk.startswith("session#"), consistent_read=True))


def add_session(
    change: Transaction,
    account: Account,
    session_id: str,
    device: str,
    browser: str,
    now: datetime,
    ends_at: datetime,
) -> None:
    """A new session, in a browser that is known from now on."""
    session = Session(
        pk=account.pk,
        sk=f"session#{session_id}",
        generation=account.generation,
        secret_hash=ids.digest(secret_of(session_id)),
        device=device,
        browser_id=browser,
        created_at=now,
        ends_at=ends_at,
        cleanup=ends_at + CLEANUP,
    )
    change.create(session)


def note_seen(session: Session, now: datetime) -> None:
    """Keep when a session was last used; nothing happens when it is over."""
    with suppress(UpdateError):  # a convenience for one page: no request fails for it
        session.update([Session.seen_at.set(now)], Session.pk.exists())


def end_session(change: Transaction, account_id: str, session_id: str) -> None:
    """Sign one browser out; nothing happens when it is out already."""
    change.delete(Session(pk=account_id, sk=f"session#{session_id}"))


def end_other_session(change: Transaction, actor: Actor, other: Session) -> None:
    """Sign another browser of the person out; of two that end each other one comes first."""
    own = Session(pk=actor.account_id, sk=f"session#{actor.session_id}")
    change.check(own, Session.pk.exists(), lost=NotSignedIn())
    change.delete(other, Session.pk.exists(), lost=NotFound())


def end_all_sessions(change: Transaction, account: Account) -> None:
    """Sign every browser out."""
    after = (Account.generation | 0) + 1
    change.update(account, [Account.generation.set(after)])
