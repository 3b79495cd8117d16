"""Recovering the ownership of a company (COM-10)."""

from typing import Any

from chalicelib.accounts.errors import LinkExpired, LinkUnknown, LinkUsed, TooManyAttempts
from chalicelib.accounts.schemas import LinkShown
from chalicelib.aws.pages import BadCursor
from chalicelib.base.actor import StaffRole
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import ANYONE, MEMBER, PERSON, staff_as
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.recoveries import asking, ending, evidence, objecting, showing
from chalicelib.recoveries.errors import (
    AlreadyOwner,
    AskerGone,
    ObjectedAlready,
    ProofGone,
    RecoveryOpen,
    RecoveryOver,
)
from chalicelib.recoveries.schemas import (
    AskRecovery,
    CompanyRecoveries,
    ObjectByLink,
    ObjectionLink,
    ObjectSignedIn,
    OwnRecoveries,
    RecoveryEvidence,
    RecoveryPage,
    RecoveryQuery,
)
from chalicelib.tickets.errors import FileInfected, FilePending
from chalicelib.tickets.schemas.requests import Download
from chalicelib.tickets.service import applications

routes = Routes(__name__)
KEEPERS = staff_as(StaffRole.LICENSE_DESK, StaffRole.SUPERVISOR)
LINK_ERRORS = (LinkUnknown, LinkUsed, LinkExpired)


@routes.get("/api/recoveries", PERSON, "See what one asked to own", gives=OwnRecoveries)
def own_recovery(call: Call[Nothing]) -> OwnRecoveries:
    """COM-10: what is open, else the last."""
    return showing.own(call.actor)


@routes.post(
    "/api/recoveries",
    PERSON,
    "Ask to own a company whose owner has left",
    takes=AskRecovery,
    status=202,
    errors=(Invalid, AlreadyOwner, RecoveryOpen, AskerGone, ProofGone, Conflict, TooManyAttempts),
)
def ask(call: Call[AskRecovery]) -> Nothing:
    """COM-10: who is in no company gets the same answer whatever they show."""
    asking.ask(call.actor, call.body, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/recoveries/withdrawal",
    PERSON,
    "Take the wish to own a company back",
    errors=(NotFound, RecoveryOver),
)
def withdraw(call: Call[Nothing]) -> Nothing:
    """COM-10: nothing changes hands."""
    ending.withdraw(call.actor, call.now, call.operation)
    return Nothing()


@routes.get(
    "/api/company/recovery",
    MEMBER,
    "See whether somebody asks to own the company",
    gives=CompanyRecoveries,
)
def company_recovery(call: Call[Nothing]) -> CompanyRecoveries:
    """COM-10: for the owner, who holds a right, and who asked."""
    return showing.of_company(call.actor)


@routes.post(
    "/api/company/recovery/objection",
    MEMBER,
    "Object to another's owning the company",
    takes=ObjectSignedIn,
    errors=(NotFound, ObjectedAlready, RecoveryOver),
)
def object_signed_in(call: Call[ObjectSignedIn]) -> Nothing:
    """COM-10: until it is decided."""
    objecting.object_signed_in(call.actor, call.body.words, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/recovery-objections/inspect",
    ANYONE,
    "See what a link would object to",
    takes=LinkShown,
    gives=ObjectionLink,
    errors=LINK_ERRORS,
)
def inspect_objection(call: Call[LinkShown]) -> ObjectionLink:
    """COM-10: looking does not spend the link."""
    return objecting.inspect(call.body.token, call.now)


@routes.post(
    "/api/recovery-objections",
    ANYONE,
    "Object by a mailed link",
    takes=ObjectByLink,
    errors=(*LINK_ERRORS, ObjectedAlready, RecoveryOver),
)
def object_by_link(call: Call[ObjectByLink]) -> Nothing:
    """COM-10: within the days that the mail names."""
    body = call.body
    objecting.object_by_link(call.actor, body.token, body.words, call.now, call.operation)
    return Nothing()


@routes.get(
    "/api/staff/recoveries",
    KEEPERS,
    "List who asks to own a company",
    query=RecoveryQuery,
    gives=RecoveryPage,
    errors=(BadCursor,),
)
def list_recoveries(call: Call[Any]) -> RecoveryPage:
    """STF-8: those that are open, the oldest first."""
    assert isinstance(call.query, RecoveryQuery)
    return showing.list_open(call.query, call.now)


@routes.get(
    "/api/staff/recoveries/{recovery_id}",
    KEEPERS,
    "See what speaks for a recovery and against it",
    gives=RecoveryEvidence,
    errors=(NotFound,),
)
def show_recovery(call: Call[Nothing]) -> RecoveryEvidence:
    """STF-8: what was shown, who asked, when the owner was last there, who objected."""
    return evidence.evidence_of(call.actor, call.path["recovery_id"], call.now)


@routes.get(
    "/api/staff/recoveries/{recovery_id}/application",
    KEEPERS,
    "Download the application",
    gives=Download,
    errors=(NotFound, FilePending, FileInfected),
)
def download_application(call: Call[Nothing]) -> Download:
    """STF-8: by an address that is good for minutes."""
    recovery = evidence.demand(call.path["recovery_id"])
    return applications.download(call.actor, recovery.file_key, call.now)
