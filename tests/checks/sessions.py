"""11: after sign-out, reset, removal or deletion no old session and no new presigned URL works.

A presigned URL is made for a living session only, and its file's request; so it is the sessions
that must be over.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from chalicelib.accounts.model import Account, Session
from chalicelib.accounts.service import CookieClaim, holds
from chalicelib.audit.model import Entry
from chalicelib.aws.settings import settings
from chalicelib.base import ids
from tests.checks.store import Store

PREFIX = "session#"
_HASH = re.compile(r"[0-9a-f]{64}")


ENDING = frozenset(
    {"password.changed", "session.all_ended", "factors.dropped", "staff.deactivated"}
)
"""After these nothing that began before is taken; their subject is the account."""


def sessions_are_bounded(store: Store) -> Iterator[str]:
    """Each ends by itself, and its secret is stored as a hash."""
    most = timedelta(days=settings().session_days)
    for session in store.of(Session):
        if session.ends_at - session.created_at > most:
            yield f"{session.sk} lives for {session.ends_at - session.created_at}"
        if not _HASH.fullmatch(session.secret_hash):
            yield f"{session.sk} keeps its secret in the clear"


def ended_sessions_are_gone(store: Store) -> Iterator[str]:
    """Signed out is signed out; and each session was opened by somebody signing in, once."""
    ended = {entry.subject for entry in store.of(Entry) if entry.action == "session.ended"}
    opened = Counter(e.subject for e in store.of(Entry) if e.action == "session.opened")
    for session in store.of(Session):
        session_id = session.sk.removeprefix(PREFIX)
        if session_id in ended:
            yield f"{session.sk} was ended and is there"
        if opened[session_id] != 1:
            yield f"{session.sk} was opened {opened[session_id]} times"


def no_session_outlives_its_password(store: Store) -> Iterator[str]:
    """A session that was opened before the password changed is not taken any more."""
    changed: dict[str, list[Entry]] = {}
    for entry in store.of(Entry):
        if entry.action in ENDING:
            changed.setdefault(entry.subject, []).append(entry)
    opened = {e.subject: e.at for e in store.of(Entry) if e.action == "session.opened"}
    for session in store.of(Session):
        account = store.find(Account, session.pk, "account")
        at = opened.get(session.sk.removeprefix(PREFIX), session.created_at)
        before = any(at <= entry.at for entry in changed.get(session.pk, []))
        if account and before and _is_taken(session, account):
            yield f"{session.sk} was opened before its account's password changed, and is taken"


def _is_taken(session: Session, account: Account) -> bool:
    """Whether the right cookie would be let in. The secret is unknown, so one is put in."""
    secret = "known to this check alone"
    known = Session.from_raw_data(session.to_dynamodb_dict())
    known.secret_hash = ids.digest(secret)
    claim = CookieClaim(
        account.pk, account.company_id or "", session.sk.removeprefix(PREFIX), secret
    )
    return holds(claim, known, account, session.created_at)


SESSIONS = (sessions_are_bounded, ended_sessions_are_gone, no_session_outlives_its_password)
