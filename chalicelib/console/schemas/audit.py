"""The audit log as supervisors read it."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AwareDatetime, Field, StringConstraints

from chalicelib.entry.schema import Cursor, Schema

Id = Annotated[str, StringConstraints(max_length=100)]


class AuditQuery(Schema):
    """Which entries: of a company, a person, a kind of action, a time; all sides may stay open."""

    company_id: Id = ""
    actor_id: Id = ""
    action: Id = ""
    since: Annotated[AwareDatetime, Field(strict=False)] | None = None
    until: Annotated[AwareDatetime, Field(strict=False)] | None = None
    cursor: Cursor | None = None


class SubjectKind(StrEnum):
    """What an entry is about, as far as there is a page of it."""

    PERSON = "person"
    COMPANY = "company"
    LICENSE = "license"
    TICKET = "ticket"
    ADDRESS = "address"
    OTHER = "other"


class AuditName(Schema):
    """Something with an id. `name` is null where it is gone or has none."""

    id: str
    name: str | None


class AuditSubject(AuditName):
    """What an entry is about."""

    kind: SubjectKind


class AuditActor(AuditName):
    """Who did it; `staff` is null where that is not known any more, or was nobody's account."""

    staff: bool | None


class AuditEntry(Schema):
    """Who did what, when, from where; `company` is null for what concerns the vendor alone."""

    id: str
    at: datetime
    action: str
    actor: AuditActor
    subject: AuditSubject
    company: AuditName | None
    address: str
    details: dict[str, Any]


class AuditPage(Schema):
    """A page, the newest first. `looked_to`: how far back it looked, where there is more behind."""

    items: list[AuditEntry]
    next_cursor: str | None
    looked_to: datetime | None


class AuditFile(Schema):
    """A part of the entries as CSV; the first part has the column names."""

    csv: str
    next_cursor: str | None
