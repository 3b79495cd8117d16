"""What staff do to companies and people on request (STF-8, STF-9)."""

from typing import Any

from chalicelib.base.actor import StaffRole
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.companies.errors import CompanyChanged
from chalicelib.entry.access import staff_as
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.journeys import deciding, evidence, handing, restoring
from chalicelib.journeys.errors import HistoryElsewhere
from chalicelib.journeys.schemas.companies import ChangeCompany
from chalicelib.journeys.schemas.evidence import EvidenceFiles, EvidenceQuery
from chalicelib.journeys.schemas.history import EarlierAccounts, EarlierQuery, MoveHistory
from chalicelib.recoveries.errors import (
    AskerGone,
    ObjectionCame,
    ObjectionPending,
    OwnerObjected,
    ProofGone,
    RecoveryOver,
)
from chalicelib.recoveries.schemas import Decide

routes = Routes(__name__)
REFUSALS = (RecoveryOver, OwnerObjected, ObjectionPending, ObjectionCame, AskerGone, ProofGone)
KEEPERS = staff_as(StaffRole.LICENSE_DESK, StaffRole.SUPERVISOR)


@routes.get(
    "/api/staff/companies/{company_id}/evidence",
    KEEPERS,
    "See which files of a request may be an application",
    query=EvidenceQuery,
    gives=EvidenceFiles,
    errors=(Invalid,),
)
def list_evidence(call: Call[Any]) -> EvidenceFiles:
    """STF-8: by the incident number of a request of the company."""
    assert isinstance(call.query, EvidenceQuery)
    return evidence.files_of(call.path["company_id"], call.query.number)


@routes.patch(
    "/api/staff/companies/{company_id}",
    KEEPERS,
    "Change a company's name, branches or owner",
    takes=ChangeCompany,
    errors=(NotFound, Invalid, CompanyChanged, Conflict),
)
def change_company(call: Call[ChangeCompany]) -> Nothing:
    """COM-8, STF-8: on the official application; of two at once the second is told."""
    handing.change_company(call.actor, call.path["company_id"], call.body, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/staff/recoveries/{recovery_id}/decision",
    KEEPERS,
    "Decide whether somebody becomes the owner",
    takes=Decide,
    errors=(NotFound, Conflict, *REFUSALS),
)
def decide_recovery(call: Call[Decide]) -> Nothing:
    """COM-10, STF-8: with a reason; accepted once the time to object is over."""
    recovery_id = call.path["recovery_id"]
    deciding.decide(call.actor, recovery_id, call.body, call.now, call.operation)
    return Nothing()


@routes.get(
    "/api/staff/people/{account_id}/earlier-accounts",
    KEEPERS,
    "See whose requests may become a person's",
    query=EarlierQuery,
    gives=EarlierAccounts,
    errors=(NotFound, Invalid),
)
def list_earlier(call: Call[Any]) -> EarlierAccounts:
    """STF-9, ACC-11: who left from the same address, and the author of a request."""
    assert isinstance(call.query, EarlierQuery)
    return restoring.earlier_accounts(call.path["account_id"], call.query)


@routes.post(
    "/api/staff/people/{account_id}/history",
    KEEPERS,
    "Give a person the requests of an earlier account",
    takes=MoveHistory,
    status=202,
    errors=(NotFound, Invalid, HistoryElsewhere),
)
def move_history(call: Call[MoveHistory]) -> Nothing:
    """STF-9: audited, and the person is told."""
    restoring.move_history(call.actor, call.path["account_id"], call.body, call.now, call.operation)
    return Nothing()
