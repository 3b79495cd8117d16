"""Everything that is stored about a person, for that person (ACC-13).

In parts, each a ZIP of its own: so one takes as much time and memory however much there is. It is
a write because it is logged; nothing secret stands in it: no hash, no token, no factor.
"""

import base64
import io
import json
import zipfile
from contextlib import suppress
from datetime import datetime
from typing import Any

from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts, sessions
from chalicelib.audit.service import record
from chalicelib.aws.tables import only
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import NotSignedIn
from chalicelib.base.operation import Operation
from chalicelib.browsers.store import browsers_of
from chalicelib.companies.store import members
from chalicelib.journeys.schemas.export import ExportPart
from chalicelib.recoveries.own_data import own_data
from chalicelib.tickets.model.message import File, Message, MessageKind, Survey
from chalicelib.tickets.model.ticket import Ticket
from chalicelib.tickets.service.authors import own_ticket_ids, ticket_ids_of
from chalicelib.tickets.store import tickets, uploads

REQUESTS = 50
_INSIDE = frozenset({"pk", "sk", "kind", "password_hash", "totp_secret", "totp_step", "generation"})


def export_part(actor: Actor, after: str | None, now: datetime, operation: Operation) -> ExportPart:
    """One part: the first says who the person is, each has some of what they asked and said.

    `after` is what the part before answered. Some 60 reads at most.
    """
    account = accounts.find_account(actor.account_id)
    if account is None:
        raise NotSignedIn
    change = Transaction(operation, now)
    ids = _request_ids(actor, after)
    found = (_said(actor, ticket_id) for ticket_id in ids)
    parts: dict[str, Any] = {"requests.json": [request for request in found if request]}
    if after is None:
        parts["person.json"] = _person(actor, account)
        record(change, actor, "account.exported", account.pk, now)
    more = len(ids) == REQUESTS
    part = ExportPart(
        name=f"{now:%Y-%m-%d}{'-' + after[-8:] if after else ''}.zip",
        content_base64=base64.b64encode(_zipped(parts)).decode(),
        next_after=ids[-1] if more else None,
    )
    if after is None:
        with suppress(Repeated):
            # A repeat reads anew: what was answered before is kept nowhere.
            change.commit()
    return part


def _request_ids(actor: Actor, after: str | None) -> list[str]:
    """Requests in which the person may have said something: the own, or (by right) all."""
    if not actor.company_id:
        return []
    if actor.may(Right.MANAGE_TICKETS):
        return ticket_ids_of(actor.company_id, after, REQUESTS)
    return own_ticket_ids(actor.company_id, actor.account_id, after, REQUESTS)


def _said(actor: Actor, ticket_id: str) -> dict[str, Any] | None:
    """A request as far as it is the person's: their words and files, and their rating."""
    items = tickets.open_collection(ticket_id)
    ticket = next(iter(only(Ticket, items)), None)
    mine = [m for m in only(Message, items) if m.author_id == actor.account_id]
    mine = [message for message in mine if message.what != MessageKind.NOTE]
    own = ticket is not None and ticket.author_id == actor.account_id
    if ticket is None or not (own or mine):
        return None
    ids = {message.id for message in mine}
    files = [file for file in only(File, items) if file.message_id in ids]
    said: dict[str, Any] = {
        "number": ticket.number,
        "subject": ticket.subject,
        "opened_by_me": own,
        "status": ticket.status,
        "opened_at": ticket.created_at,
        "messages": [{"at": m.created_at, "text": m.text or ""} for m in mine],
        "files": [{"name": f.name, "size": int(f.size), "sha256": f.sha256} for f in files],
    }
    survey = next(iter(only(Survey, items)), None)
    if own and survey is not None:
        said["survey"] = {"rating": survey.rating, "words": survey.words}
    return said


def _person(actor: Actor, account: Account) -> dict[str, Any]:
    member = members.find_member(actor.company_id, account.pk) if actor.company_id else None
    loose = uploads.loose_uploads(account.pk)
    return {
        "account": {"id": account.pk, **_plain(account)},
        "company": _plain(member) | {"name": actor.company_name} if member else None,
        "sessions": [
            {
                "device": s.device,
                "began_at": s.created_at,
                "seen_at": s.seen_at or s.created_at,
                "ends_at": s.ends_at,
            }
            for s in sessions.sessions_of(account.pk)
        ],
        "known_browsers": [
            {"since": one.since, "known_until": one.ends_at} for one in browsers_of(account.pk)
        ],
        "uploads_not_sent": [
            {"name": u.name, "size": int(u.size), "at": u.created_at} for u in loose
        ],
        "ownership": own_data(actor),
    }


def _plain(item: Any) -> dict[str, Any]:
    """An item's attributes that mean something to a person."""
    values = item.attribute_values.items()
    return {name: value for name, value in values if name not in _INSIDE and value is not None}


def _zipped(parts: dict[str, Any]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(parts.items()):
            text = json.dumps(content, ensure_ascii=False, indent=2, default=_readable)
            # Without a time of its own: asked for again, the same data are the same bytes.
            entry = zipfile.ZipInfo(name)
            archive.writestr(entry, text, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _readable(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return sorted(value) if isinstance(value, set | frozenset) else str(value)
