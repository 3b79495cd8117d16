"""Tokens for the vendor's own systems (NOT-6): made and revoked by supervisors, and checked."""

import base64
import hashlib
import hmac
from datetime import datetime, timedelta

from chalicelib.accounts.throttling import from_source, throttle
from chalicelib.audit.service import record
from chalicelib.aws.secrets import secret
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base import ids
from chalicelib.base.actor import NOBODY, Actor, Scope
from chalicelib.base.errors import FieldError, Invalid, NotFound
from chalicelib.base.operation import Operation
from chalicelib.tokens import rules, store
from chalicelib.tokens.model import ApiToken
from chalicelib.tokens.schemas import NewToken, TokenList, TokenMade, TokenOut


def authenticate(token: str, *, source: str, now: datetime) -> Actor:
    """The system behind a token; NOBODY when the token is no good.

    Raises TooManyAttempts for a token that calls too often, and for a source that keeps showing
    bad ones.
    """
    if not token:
        return NOBODY
    parts = rules.read(token)
    found = store.find_token(parts[0]) if parts else None
    if parts is None or found is None or not rules.is_good(found, parts[1], now):
        most = settings().token_failures_per_hour
        throttle(from_source("bad token", source), now, most, timedelta(hours=1))
        return NOBODY
    throttle(f"token {found.id}", now, settings().token_calls_per_minute, timedelta(minutes=1))
    if found.last_used_on != now.date():
        store.note_use(found, now.date())
    scopes = frozenset(Scope(scope) for scope in found.scopes)
    return Actor(token_id=found.id, name=found.name, scopes=scopes)


def list_tokens(now: datetime) -> TokenList:
    """All of them, revoked ones included."""
    return TokenList(items=[_shown(token, now) for token in store.list_tokens()])


def make_token(actor: Actor, data: NewToken, now: datetime, operation: Operation) -> TokenMade:
    """Make a token; the answer is the only place where its text stands.

    A repeat of the operation gets the same text: it is computed from the token's id, and what is
    kept is its hash. Raises Invalid for a last day that is over.
    """
    ends_on = data.ends_on or (now + timedelta(days=settings().token_days)).date()
    if ends_on < now.date():
        raise Invalid(FieldError("ends_on", "day_over"))
    token_id = ids.ulid(now)
    token = ApiToken(
        pk=store.PK,
        sk=store.key_of(token_id),
        name=data.name,
        scopes=set(data.scopes),
        secret_hash=ids.digest(_secret_of(token_id)),
        created_at=now,
        created_by=actor.name,
        ends_on=ends_on,
    )
    change = Transaction(operation, now)
    store.add_token(change, token)
    details = {"name": data.name, "scopes": list(data.scopes), "ends_on": ends_on.isoformat()}
    record(change, actor, "token.made", token_id, now, details=details)
    try:
        change.commit({"id": token_id})
    except Repeated as repeated:
        token_id = repeated.answer["id"]
    return TokenMade(id=token_id, token=rules.write(token_id, _secret_of(token_id)))


def _secret_of(token_id: str) -> str:
    mac = hmac.digest(secret("links"), f"api token\n{token_id}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def revoke_token(actor: Actor, token_id: str, now: datetime, operation: Operation) -> TokenOut:
    """End a token at once; one that was revoked before stays so. Raises NotFound."""
    token = store.find_token(token_id)
    if token is None:
        raise NotFound
    if token.revoked_at is not None:
        return _shown(token, now)
    change = Transaction(operation, now)
    store.revoke(change, token, now)
    record(change, actor, "token.revoked", token_id, now, details={"name": token.name})
    token.revoked_at = now
    answer = _shown(token, now)
    change.commit(answer.model_dump(mode="json"))
    return answer


def _shown(token: ApiToken, now: datetime) -> TokenOut:
    return TokenOut(
        id=token.id,
        name=token.name,
        scopes=sorted(Scope(scope) for scope in token.scopes),
        created_at=token.created_at,
        created_by=token.created_by,
        ends_on=token.ends_on,
        revoked_at=token.revoked_at,
        last_used_on=token.last_used_on,
        living=rules.is_living(token, now),
    )
