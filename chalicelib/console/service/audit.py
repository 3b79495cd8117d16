"""The audit log: who did what, when, from where (STF-12). Read only: nothing here writes."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.audit.model import Entry
from chalicelib.audit.service import VENDOR
from chalicelib.audit.store import Entries, Wanted, entries_page
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Key
from chalicelib.companies.model import Company
from chalicelib.companies.store import companies
from chalicelib.console.schemas.audit import (
    AuditActor,
    AuditEntry,
    AuditName,
    AuditPage,
    AuditQuery,
    AuditSubject,
    SubjectKind,
)
from chalicelib.licenses.model.license import License
from chalicelib.mail.model import Reach
from chalicelib.mail.store.reaching import key_of_id
from chalicelib.tickets.model.ticket import Ticket

Known = Mapping[Key, Any]

_ABOUT: Mapping[SubjectKind, tuple[str, ...]] = {
    SubjectKind.TICKET: ("ticket", "survey", "history.moved"),
    SubjectKind.LICENSE: ("license", "lease", "device", "key_file"),
    SubjectKind.COMPANY: ("company", "licenses"),
    SubjectKind.ADDRESS: ("address.stopped", "address.reopened"),
    SubjectKind.PERSON: (
        *("account", "member", "password", "factor", "factors", "staff"),
        *("recovery_code", "recovery_codes", "history", "address.check_asked"),
        "address.confirmed",
    ),
}
KIND_OF: Mapping[str, SubjectKind] = {
    thing: kind for kind, things in _ABOUT.items() for thing in things
}
"""What the subject of an action is, by its whole name or the first part of it."""


def list_entries(query: AuditQuery) -> AuditPage:
    """A page, the newest first. One query, and one read of all names on it. Raises BadCursor."""
    page = entries(query, settings().page_size)
    return AuditPage(
        items=shown(page.items), next_cursor=page.next_cursor, looked_to=page.looked_to
    )


def entries(query: AuditQuery, size: int) -> Entries:
    """The entries that are asked for."""
    wanted = Wanted(
        company_id=query.company_id,
        actor_id=query.actor_id,
        action=query.action,
        since=query.since,
        until=query.until,
    )
    return entries_page(wanted, query.cursor, size)


def shown(found: Sequence[Entry]) -> list[AuditEntry]:
    """Up to 33 entries with the names of all they speak of. One round trip."""
    keys = list(dict.fromkeys(key for entry in found for key in _keys_of(entry)))
    known = dict(zip(keys, companies.read(keys), strict=True)) if keys else {}
    return [_entry(entry, known) for entry in found]


def _keys_of(entry: Entry) -> list[Key]:
    """Whatever the entry names: who did it, whom it concerns, and what it is about."""
    keys = [accounts.account_key(entry.actor_id)]
    if entry.pk != VENDOR:
        keys.append(companies.company_key(entry.pk))
    if (subject := _subject_key(entry)) is not None:
        keys.append(subject)
    return keys


def kind_of(action: str) -> SubjectKind:
    """What an action is about."""
    thing = action if action in KIND_OF else action.partition(".")[0]
    return KIND_OF.get(thing, SubjectKind.OTHER)


def _subject_key(entry: Entry) -> Key | None:
    match kind_of(entry.action):
        case SubjectKind.PERSON:
            return accounts.account_key(entry.subject)
        case SubjectKind.COMPANY:
            return companies.company_key(entry.subject)
        case SubjectKind.LICENSE:
            return (License, entry.subject, "license")
        case SubjectKind.TICKET:
            return (Ticket, entry.subject, "ticket")
        case SubjectKind.ADDRESS:
            return key_of_id(entry.subject)
        case SubjectKind.OTHER:
            return None


def _entry(entry: Entry, known: Known) -> AuditEntry:
    actor = known.get(accounts.account_key(entry.actor_id))
    key = _subject_key(entry)
    subject = known.get(key) if key else None
    company = None
    if entry.pk != VENDOR:
        found = known.get(companies.company_key(entry.pk))
        company = AuditName(id=entry.pk, name=found.name if found else None)
    return AuditEntry(
        id=entry.sk,
        at=entry.at,
        action=entry.action,
        actor=AuditActor(
            id=entry.actor_id,
            name=actor.name if actor else None,
            staff=bool(actor.role) if actor else None,
        ),
        subject=AuditSubject(id=entry.subject, kind=kind_of(entry.action), name=_name_of(subject)),
        company=company,
        address=entry.address,
        details=dict(entry.details or {}),
    )


def _name_of(item: Account | Company | License | Ticket | Reach | None) -> str | None:
    match item:
        case Account() | Company():
            return str(item.name)
        case License():
            return str(item.public_id)
        case Ticket():
            return str(item.number)
        case Reach():
            return str(item.email)
        case None:
            return None
