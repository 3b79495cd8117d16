"""The audit log as CSV, in parts of bounded size."""

import json

from chalicelib.aws.settings import settings
from chalicelib.base.actor import Actor
from chalicelib.base.delimited import write_rows
from chalicelib.base.texts import say
from chalicelib.console.schemas.audit import AuditEntry, AuditFile, AuditQuery
from chalicelib.console.service.audit import entries, shown

COLUMNS = (
    "at", "actor", "actor_id", "action", "subject", "subject_id", "company", "address", "details",
)  # fmt: skip
NAMED_AT_A_TIME = 33
"""Each entry speaks of three things at most, and a read names a hundred."""


def export_entries(actor: Actor, query: AuditQuery) -> AuditFile:
    """The next `export_rows` entries as lines of CSV. One query; a read of names for each 33.

    Actions stand there as they are kept: a file is for programs and for ever.
    """
    tongue = actor.reads
    rows = [] if query.cursor else [[say(tongue, f"audit.{name}") for name in COLUMNS]]
    page = entries(query, settings().export_rows)
    for start in range(0, len(page.items), NAMED_AT_A_TIME):
        rows += [_row(entry) for entry in shown(page.items[start : start + NAMED_AT_A_TIME])]
    return AuditFile(
        csv=write_rows(rows, say(tongue, "export.delimiter")), next_cursor=page.next_cursor
    )


def _row(entry: AuditEntry) -> list[str]:
    return [
        entry.at.isoformat(timespec="seconds"),
        entry.actor.name or "",
        entry.actor.id,
        entry.action,
        entry.subject.name or "",
        entry.subject.id,
        (entry.company.name or entry.company.id) if entry.company else "",
        entry.address,
        json.dumps(entry.details, ensure_ascii=False, sort_keys=True) if entry.details else "",
    ]
