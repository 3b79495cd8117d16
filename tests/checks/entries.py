"""12: every privileged action leaves exactly one audit entry, and no secret in it or in a log."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from chalicelib.accounts.model import Account, Link
from chalicelib.audit.model import EVERY, Entry
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.settings import settings
from chalicelib.base.ids import made_at
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.codes import show_code
from chalicelib.licenses.sealing import open_code
from chalicelib.tickets.model.message import Message, MessageKind
from chalicelib.tickets.model.ticket import Party, Ticket
from tests.checks.store import Store, kind_of

TELLING_CHARS = 20
"""A text that somebody wrote counts as found in an entry from this length on."""


def no_action_is_logged_twice(store: Store) -> Iterator[str]:
    """The same thing by the same person at the same moment is one action."""
    seen = Counter((e.action, e.subject, e.actor_id, e.at) for e in store.of(Entry))
    for (action, subject, _, _), count in seen.items():
        if count > 1:
            yield f"{action} of {subject} is logged {count} times"


def requests_are_logged_step_by_step(store: Store) -> Iterator[str]:
    """One entry for each opening and for each move of a status."""
    opened = Counter(e.subject for e in store.of(Entry) if e.action == "ticket.opened")
    moves = Counter(e.subject for e in store.of(Entry) if _moved(e))
    shown = Counter(m.pk for m in store.of(Message) if m.moved_from)
    told = Counter(m.pk for m in store.of(Message) if m.what == MessageKind.STATUS)
    ends = Counter(e.subject for e in store.of(Entry) if e.action in _WITH_STATUS_MESSAGE)
    for ticket in store.of(Ticket):
        if opened[ticket.pk] != 1:
            yield f"request {ticket.pk} was opened {opened[ticket.pk]} times, by the log"
        if moves[ticket.pk] != shown[ticket.pk]:
            yield f"request {ticket.pk} moved {shown[ticket.pk]} times, {moves[ticket.pk]} logged"
        if told[ticket.pk] != ends[ticket.pk]:
            yield f"request {ticket.pk} tells of {told[ticket.pk]} moves, {ends[ticket.pk]} logged"


_WITH_STATUS_MESSAGE = frozenset(
    {
        "ticket.ended",
        "ticket.cancelled",
        "ticket.unanswered",
        "ticket.settled",
        "ticket.support_ended",
        "ticket.company_closed",
    }
)


def _moved(entry: Entry) -> bool:
    details = entry.details or {}
    in_a_request = entry.action.startswith("ticket.") and entry.action != "ticket.assigned"
    return in_a_request and details.get("from") != details.get("to")


def staff_leave_their_names(store: Store) -> Iterator[str]:
    """What staff said on a request was logged in their name."""
    logged = {(e.subject, e.details["message"]): e.actor_id for e in store.of(Entry) if _said(e)}
    for message in store.of(Message):
        if message.by == Party.SUPPORT and message.what != MessageKind.STATUS:
            who = logged.get((message.pk, message.id))
            if who != message.author_id:
                yield f"message {message.id} of {message.author_id} is logged as {who}'s"


def _said(entry: Entry) -> bool:
    return bool(entry.details and "message" in entry.details)


def _secrets(store: Store) -> Iterator[tuple[str, str]]:
    """Every secret that the store's content leads to, with what it is."""
    for link in store.of(Link):
        yield "a link's token", token_of(link.pk.removeprefix("link#"))
    for license_ in store.of(License):
        code = open_code(license_.sealed_code, license_.pk)
        yield "an activation code", code
        yield "an activation code", show_code(code)
    for account in store.of(Account):
        yield "a password's hash", account.password_hash
        if account.totp_secret:
            yield "a second factor's secret", account.totp_secret
    kept = json.loads(Path(settings().secrets_file).read_text(encoding="utf-8"))
    for name, value in kept.items():
        yield f"the deployment's secret {name}", value
    for canary in store.canaries:
        yield "a canary", canary


def secrets_stand_nowhere(store: Store) -> Iterator[str]:
    """Neither in any table, but for the account's own two, nor in the logs."""
    texts = {"the logs": store.logs}
    for table, rows in store.raw.items():
        texts[table] = json.dumps([_without_own_secrets(row) for row in rows], ensure_ascii=False)
    for what, secret in set(_secrets(store)):
        for where, text in texts.items():
            if secret and secret in text:
                yield f"{what} stands in {where}"


def _without_own_secrets(row: dict[str, object]) -> dict[str, object]:
    if kind_of(row) != "account":
        return row
    return {name: v for name, v in row.items() if name not in {"password_hash", "totp_secret"}}


def nobodys_words_are_logged(store: Store) -> Iterator[str]:
    """Entries hold what changed, not what people wrote."""
    entries = json.dumps([e.details for e in store.of(Entry)], ensure_ascii=False)
    for message in store.of(Message):
        text = message.text or ""
        if len(text) >= TELLING_CHARS and (text in entries or text in store.logs):
            yield f"the text of message {message.id} stands in the log"


def entries_stand_in_their_lists(store: Store) -> Iterator[str]:
    """Each is found by its time, among all, by who did it and by what was done."""
    for entry in store.of(Entry):
        if entry.every != EVERY or abs(made_at(entry.sk) - entry.at) >= timedelta(milliseconds=1):
            yield f"entry {entry.sk} of {entry.pk} is not found where it belongs"


ENTRIES = (
    entries_stand_in_their_lists,
    no_action_is_logged_twice,
    requests_are_logged_step_by_step,
    staff_leave_their_names,
    secrets_stand_nowhere,
    nobodys_words_are_logged,
)
