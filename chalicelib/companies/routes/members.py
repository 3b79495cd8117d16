"""A company's people, for those who manage them."""

from typing import Any

from chalicelib.accounts.errors import TooManyAttempts
from chalicelib.aws.pages import BadCursor
from chalicelib.base.actor import Right
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.companies import directory, export, members
from chalicelib.companies.errors import (
    MemberChanged,
    NotYoursToGrant,
    OutsideScope,
    OwnerRights,
    OwnRights,
)
from chalicelib.companies.schemas import (
    ExportQuery,
    MemberOut,
    MemberPage,
    MemberQuery,
    PeopleFile,
    SetRights,
)
from chalicelib.entry.access import member_with
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing

routes = Routes(__name__)
MANAGING_USERS = member_with(Right.MANAGE_USERS)


@routes.get(
    "/api/company/users",
    MANAGING_USERS,
    "List the company's people",
    query=MemberQuery,
    gives=MemberPage,
    errors=(BadCursor, Invalid),
)
def list_members(call: Call[Any]) -> MemberPage:
    """COM-5: by last name, of one country or branch, or those one looks for."""
    assert isinstance(call.query, MemberQuery)
    return directory.list_members(call.actor, call.query)


@routes.get(
    "/api/company/users-export",
    MANAGING_USERS,
    "Write out the company's people as CSV, part by part",
    query=ExportQuery,
    gives=PeopleFile,
    errors=(BadCursor, Invalid),
)
def export_members(call: Call[Any]) -> PeopleFile:
    """COM-5: the parts, one after the other, are the file."""
    assert isinstance(call.query, ExportQuery)
    return export.export_members(call.actor, call.query)


@routes.get(
    "/api/company/users/{account_id}",
    MANAGING_USERS,
    "See one of the company's people",
    gives=MemberOut,
    errors=(NotFound,),
)
def show_member(call: Call[Any]) -> MemberOut:
    """COM-6."""
    return members.show_member(call.actor, call.path["account_id"])


@routes.put(
    "/api/company/users/{account_id}/rights",
    MANAGING_USERS,
    "Set all of somebody's rights",
    takes=SetRights,
    gives=MemberOut,
    errors=(
        NotFound, Invalid, OwnRights, OwnerRights, NotYoursToGrant, OutsideScope, MemberChanged,
    ),
)  # fmt: skip
def set_rights(call: Call[SetRights]) -> MemberOut:
    """COM-2: they hold from that person's next request on."""
    account_id = call.path["account_id"]
    return members.set_rights(call.actor, account_id, call.body, call.now, call.operation)


@routes.post(
    "/api/company/users/{account_id}/password-reset",
    MANAGING_USERS,
    "Mail somebody a link for a new password",
    status=202,
    errors=(NotFound, TooManyAttempts, Conflict),
)
def send_password_reset(call: Call[Any]) -> Nothing:
    """COM-6."""
    members.send_password_reset(call.actor, call.path["account_id"], call.now, call.operation)
    return Nothing()
