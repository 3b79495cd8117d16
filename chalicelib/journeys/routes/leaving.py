"""Leaving for good: the own account, a colleague's, the company's."""

from chalicelib.accounts.errors import LinkExpired, LinkUnknown, LinkUsed, TooManyAttempts
from chalicelib.accounts.schemas import LinkShown
from chalicelib.base.actor import Right
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.companies.errors import NotYoursToGrant, OutsideScope, OwnerRights, OwnRights
from chalicelib.entry.access import ANYONE, OWNER, PERSON, member_with
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.journeys import dismissing, exporting, leaving, shutting
from chalicelib.journeys.errors import OwnerStays
from chalicelib.journeys.schemas.export import ExportAsked, ExportPart
from chalicelib.journeys.schemas.leaving import (
    AccountLeaving,
    CompanyLeaving,
    Confirmed,
    LinkAndPassword,
)

routes = Routes(__name__)
LINK_ERRORS = (LinkUnknown, LinkUsed, LinkExpired)


@routes.post(
    "/api/me/export",
    PERSON,
    "Download everything stored about oneself, part by part",
    takes=ExportAsked,
    gives=ExportPart,
)
def export_data(call: Call[ExportAsked]) -> ExportPart:
    """ACC-13: JSON in a ZIP; the first part is logged."""
    return exporting.export_part(call.actor, call.body.after, call.now, call.operation)


@routes.post(
    "/api/me/deletion",
    PERSON,
    "Ask for the link that deletes the own account",
    takes=Confirmed,
    status=202,
    errors=(OwnerStays, TooManyAttempts),
)
def ask_deletion(call: Call[Confirmed]) -> Nothing:
    """ACC-10: nothing is deleted yet."""
    leaving.ask(call.actor, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/account-deletions/inspect",
    ANYONE,
    "See whose account a link would delete",
    takes=LinkShown,
    gives=AccountLeaving,
    errors=LINK_ERRORS,
)
def inspect_deletion(call: Call[LinkShown]) -> AccountLeaving:
    """ACC-10: looking does not spend the link."""
    return leaving.inspect(call.body.token, call.now)


@routes.post(
    "/api/account-deletions",
    ANYONE,
    "Delete the account behind a link",
    takes=LinkAndPassword,
    errors=(*LINK_ERRORS, OwnerStays, Invalid, TooManyAttempts),
)
def delete_account(call: Call[LinkAndPassword]) -> Nothing:
    """ACC-10, ACC-13: with the password; every session is over, the company's requests stay."""
    leaving.redeem(call.actor, call.body, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/company/users/{account_id}/deletion",
    member_with(Right.MANAGE_USERS),
    "Delete a colleague's account",
    takes=Confirmed,
    errors=(NotFound, OwnRights, OwnerRights, NotYoursToGrant, OutsideScope, OwnerStays, Conflict),
)
def delete_colleague(call: Call[Confirmed]) -> Nothing:
    """COM-6, COM-4: the person is told, and those who manage users."""
    dismissing.delete_colleague(call.actor, call.path["account_id"], call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/company/deletion",
    OWNER,
    "Ask for the link that deletes the company",
    takes=Confirmed,
    status=202,
    errors=(TooManyAttempts,),
)
def ask_company_deletion(call: Call[Confirmed]) -> Nothing:
    """COM-9: nothing is deleted yet."""
    shutting.ask(call.actor, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/company-deletions/inspect",
    ANYONE,
    "See which company a link would delete",
    takes=LinkShown,
    gives=CompanyLeaving,
    errors=LINK_ERRORS,
)
def inspect_company_deletion(call: Call[LinkShown]) -> CompanyLeaving:
    """COM-9: looking does not spend the link."""
    return shutting.inspect(call.body.token, call.now)


@routes.post(
    "/api/company-deletions",
    ANYONE,
    "Delete the company behind a link",
    takes=LinkAndPassword,
    errors=(*LINK_ERRORS, Invalid, Conflict, TooManyAttempts),
)
def delete_company(call: Call[LinkAndPassword]) -> Nothing:
    """COM-9: with the owner's password; licenses are detached, sessions end."""
    shutting.redeem(call.actor, call.body, call.now, call.operation)
    return Nothing()
