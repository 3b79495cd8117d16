"""Changing people's data, their names among it, which requests hold copies of."""

from chalicelib.base.actor import Right
from chalicelib.base.errors import Invalid, NotFound
from chalicelib.companies.errors import MemberChanged, OutsideScope
from chalicelib.companies.schemas import EditMember, MemberOut, OwnData, OwnDataOut
from chalicelib.entry.access import PERSON, member_with
from chalicelib.entry.http import Call, Routes
from chalicelib.journeys import naming

routes = Routes(__name__)


@routes.put(
    "/api/me/data",
    PERSON,
    "Change the own personal data",
    takes=OwnData,
    gives=OwnDataOut,
    errors=(Invalid,),
)
def change_own_data(call: Call[OwnData]) -> OwnDataOut:
    """ACC-9: name, country and branch; the address stays."""
    return naming.change_own_data(call.actor, call.body, call.now, call.operation)


@routes.patch(
    "/api/company/users/{account_id}",
    member_with(Right.MANAGE_USERS),
    "Change somebody's name, country and branch",
    takes=EditMember,
    gives=MemberOut,
    errors=(NotFound, Invalid, OutsideScope, MemberChanged),
)
def edit_member(call: Call[EditMember]) -> MemberOut:
    """COM-6: of two who edit at once the second is told."""
    account_id = call.path["account_id"]
    return naming.edit_member(call.actor, account_id, call.body, call.now, call.operation)
