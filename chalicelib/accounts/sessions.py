"""The browsers that somebody is signed in with (ACC-5)."""

from datetime import datetime

from chalicelib.accounts.model import Account, Session
from chalicelib.accounts.schemas import SessionOut, SessionsOut
from chalicelib.accounts.store import accounts
from chalicelib.accounts.store import sessions as store
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound, NotSignedIn
from chalicelib.base.operation import Operation
from chalicelib.browsers.devices import device_of
from chalicelib.browsers.service import (
    forget,
)


def sessions(actor: Actor, now: datetime) -> SessionsOut:
    """Every living session of the person: this one first, then the last used."""
    own = account_of(actor)
    living = [
        session
        for session in store.sessions_of(actor.account_id)
        if session.generation == own.generation and now < session.ends_at
    ]
    rows = [_row(actor, session, now) for session in living]
    rows.sort(key=lambda row: (row.current, row.seen_at), reverse=True)
    return SessionsOut(items=rows)


def account_of(actor: Actor) -> Account:
    """The account of somebody who is signed in; NotSignedIn when it has just gone."""
    account = accounts.find_account(actor.account_id)
    if account is None:
        raise NotSignedIn
    return account


def _row(actor: Actor, session: Session, now: datetime) -> SessionOut:
    session_id = session.sk.removeprefix("session#")
    device = device_of(session.device)
    current = session_id == actor.session_id
    return SessionOut(
        id=session_id,
        browser=device.browser,
        system=device.system,
        began_at=session.created_at,
        seen_at=now if current else session.seen_at or session.created_at,
        current=current,
    )


def end_session(actor: Actor, session_id: str, now: datetime, operation: Operation) -> None:
    """Sign one of the person's browsers out, and forget it: coming back there is news again.

    NotFound when it is not theirs, or out already.
    """
    session = store.find_session(actor.account_id, session_id)
    if session is None:
        raise NotFound
    change = Transaction(operation, now)
    store.end_other_session(change, actor, session)
    forget(change, actor.account_id, session.browser_id)
    record(change, actor, "session.ended", session_id, now)
    change.commit()


def end_all_sessions(actor: Actor, now: datetime, operation: Operation) -> None:
    """Sign every browser of the person out, this one too."""
    account = account_of(actor)
    change = Transaction(operation, now)
    store.end_all_sessions(change, account)
    record(change, actor, "session.all_ended", account.pk, now)
    change.commit()
