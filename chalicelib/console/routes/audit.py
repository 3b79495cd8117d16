"""The audit log (STF-12). No route writes to it: whatever is done writes its own entry."""

from typing import Any

from chalicelib.aws.pages import BadCursor
from chalicelib.base.actor import StaffRole
from chalicelib.base.errors import Invalid
from chalicelib.console.schemas.audit import AuditFile, AuditPage, AuditQuery
from chalicelib.console.service import audit, audit_file
from chalicelib.entry.access import staff_as
from chalicelib.entry.http import Call, Routes

routes = Routes(__name__)
SUPERVISOR = staff_as(StaffRole.SUPERVISOR)


@routes.get(
    "/api/staff/audit",
    SUPERVISOR,
    "Read the audit log",
    query=AuditQuery,
    gives=AuditPage,
    errors=(BadCursor, Invalid),
)
def list_entries(call: Call[Any]) -> AuditPage:
    """STF-12: the newest first; by company, person, kind of action and time."""
    assert isinstance(call.query, AuditQuery)
    return audit.list_entries(call.query)


@routes.get(
    "/api/staff/audit-export",
    SUPERVISOR,
    "Read the audit log as CSV",
    query=AuditQuery,
    gives=AuditFile,
    errors=(BadCursor, Invalid),
)
def export_entries(call: Call[Any]) -> AuditFile:
    """STF-12: a part at a time."""
    assert isinstance(call.query, AuditQuery)
    return audit_file.export_entries(call.actor, call.query)
