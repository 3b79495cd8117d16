"""Claims that wait for the vendor's check."""

from typing import Any

from chalicelib.aws.pages import BadCursor
from chalicelib.base.actor import StaffRole
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import staff_as
from chalicelib.entry.http import Call, Routes
from chalicelib.licenses import checking, evidence
from chalicelib.licenses.errors import CheckDecided
from chalicelib.licenses.schemas.checks import (
    CheckDecision,
    CheckDone,
    CheckEvidence,
    CheckPage,
    CheckQuery,
)

routes = Routes(__name__)
DESK = staff_as(StaffRole.LICENSE_DESK, StaffRole.SUPERVISOR)


@routes.get(
    "/api/staff/license-checks",
    DESK,
    "List the claims that wait for a check",
    query=CheckQuery,
    gives=CheckPage,
    errors=(BadCursor, Invalid),
)
def list_checks(call: Call[Any]) -> CheckPage:
    """STF-4: the oldest first."""
    assert isinstance(call.query, CheckQuery)
    return checking.list_checks(call.actor, call.query.cursor, call.now)


@routes.get(
    "/api/staff/license-checks/{license_id}",
    DESK,
    "See the evidence for and against a claim",
    gives=CheckEvidence,
    errors=(NotFound,),
)
def check_evidence(call: Call[Any]) -> CheckEvidence:
    """STF-4."""
    return evidence.evidence_of(call.actor, call.path["license_id"], call.now)


@routes.post(
    "/api/staff/license-checks/{license_id}/decision",
    DESK,
    "Accept or refuse a claim",
    takes=CheckDecision,
    gives=CheckDone,
    errors=(NotFound, Invalid, CheckDecided, Conflict),
)
def decide_check(call: Call[CheckDecision]) -> CheckDone:
    """LIC-3, STF-4: the reason goes into the letter."""
    license_id = call.path["license_id"]
    return checking.decide_check(call.actor, license_id, call.body, call.now, call.operation)
