"""Signing in and out."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.accounts import hashing
from chalicelib.accounts.errors import LinkUsed, SignInFailed
from chalicelib.accounts.model import Account, Session
from chalicelib.accounts.opening import begin_session
from chalicelib.accounts.store import accounts, sessions
from chalicelib.accounts.throttling import guessing, throttle_at
from chalicelib.audit.service import record
from chalicelib.aws.operations import find_done
from chalicelib.aws.session_secrets import secret_of
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Key
from chalicelib.aws.transactions import Repeated, Transaction, raise_repeated
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.browsers.service import token_for
from chalicelib.mail.service import Recipient

NO_COMPANY = "-"


@dataclass(frozen=True, slots=True)
class CookieClaim:
    """What a cookie says, before anything is checked."""

    account_id: str
    company_id: str
    session_id: str
    secret: str


@dataclass(frozen=True, slots=True)
class NewSession:
    """A session that was just made, as cookie and lifetime; and the token of its browser."""

    cookie: str
    seconds: int
    browser: str


def read_cookie(value: str) -> CookieClaim | None:
    """What a session cookie claims, or None when it has not our form."""
    parts = value.split(".")
    if len(parts) != 4 or not all(parts):
        return None
    account_id, company_id, session_id, secret = parts
    return CookieClaim(account_id, company_id.replace(NO_COMPANY, ""), session_id, secret)


def session_keys(claim: CookieClaim) -> list[Key]:
    """The items that a session check reads of this feature: session, then account."""
    return [
        sessions.session_key(claim.account_id, claim.session_id),
        accounts.account_key(claim.account_id),
    ]


def holds(claim: CookieClaim, session: Session | None, account: Account, now: datetime) -> bool:
    """Whether the session is there, is this browser's, and has not ended."""
    return (
        session is not None
        and account.deactivated_at is None
        and now < session.ends_at
        and session.generation == account.generation
        and hmac.compare_digest(session.secret_hash, ids.digest(claim.secret))
    )


def check_password(actor: Actor, email: str, password: str, side: str, now: datetime) -> Account:
    """The account of these credentials.

    Raises SignInFailed after the same work whether the address or the password is wrong, and
    TooManyAttempts.
    """
    throttle_at(email.lower(), f"sign-in {side}", actor.address, guessing(), now)
    account = accounts.find_by_email(email, side)
    matches = hashing.password_matches(account.password_hash if account else None, password)
    if account is None or not matches or account.deactivated_at:
        raise SignInFailed
    return account


def open_session(
    actor: Actor, account: Account, device: str, now: datetime, operation: Operation
) -> NewSession:
    """Sign a browser in, on the password alone; a repeat gets the same session.

    The session that this browser had until now ends. Raises SignInFailed when the password has
    changed since it was checked.
    """
    change = Transaction(for_account("session", account, operation), now)
    accounts.demand_password(change, account)
    return open_session_in(change, actor, account, device, now)


def for_account(step: str, account: Account, operation: Operation) -> Operation:
    """The operation of a step that a password allows, told apart by the account alone."""
    # What was asked holds the password, and a quick hash of that must not be kept. It is checked
    # anew at each repeat, so that the account alone says who asks.
    return Operation.of(f"{step} {account.pk}", operation.key)


def open_session_in(
    change: Transaction, actor: Actor, account: Account, device: str, now: datetime
) -> NewSession:
    """Sign a browser in as part of a change that proves who it is, and commit; repeats as ever."""
    session_id = begin_session(change, actor, account, device, now, now + _lifetime())
    record(change, person_behind(actor, account), "session.opened", session_id, now)
    if actor.session_id:
        _end_session(change, actor, now)
    session = {"account": account.pk, "company": account.company_id or "", "session": session_id}
    try:
        change.commit(session)
    except Repeated as repeated:
        return _session(actor, repeated.answer)
    return _session(actor, session)


def opened_before(actor: Actor, operation: Operation) -> NewSession:
    """The session that this operation opened the first time it came; LinkUsed if it did not."""
    try:
        raise_repeated(operation, find_done(operation))
    except Repeated as repeated:
        return _session(actor, repeated.answer)
    raise LinkUsed


def _lifetime() -> timedelta:
    return timedelta(days=settings().session_days)


def _session(actor: Actor, opened: Mapping[str, str]) -> NewSession:
    session_id = opened["session"]
    parts = (opened["account"], opened["company"] or NO_COMPANY, session_id, secret_of(session_id))
    seconds = int(_lifetime().total_seconds())
    return NewSession(".".join(parts), seconds, token_for(actor, session_id))


def sign_out(actor: Actor, now: datetime, operation: Operation) -> None:
    """End the session that asks."""
    change = Transaction(operation, now)
    _end_session(change, actor, now)
    change.commit()


def _end_session(change: Transaction, actor: Actor, now: datetime) -> None:
    sessions.end_session(change, actor.account_id, actor.session_id)
    record(change, actor, "session.ended", actor.session_id, now)


def person_behind(actor: Actor, account: Account) -> Actor:
    """Who acts when somebody proves to be the owner of an account: they, from where the actor is.

    For the audit log alone: it grants nothing.
    """
    return Actor(
        account_id=account.pk,
        name=account.name,
        company_id=account.company_id or "",
        address=actor.address,
    )


def recipient_of(account: Account) -> Recipient:
    """A person as somebody to write to."""
    unwanted = frozenset(account.unwanted or ())
    return Recipient(account.email, account.language, account.name, unwanted)
