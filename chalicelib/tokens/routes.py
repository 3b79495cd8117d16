"""The vendor's tokens, in the console."""

from typing import Any

from chalicelib.base.actor import StaffRole
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import staff_as
from chalicelib.entry.http import Call, Routes
from chalicelib.tokens import service
from chalicelib.tokens.schemas import NewToken, TokenList, TokenMade, TokenOut

routes = Routes(__name__)
SUPERVISOR = staff_as(StaffRole.SUPERVISOR)


@routes.get("/api/staff/tokens", SUPERVISOR, "List the tokens of our systems", gives=TokenList)
def list_tokens(call: Call[Any]) -> TokenList:
    """NOT-6: names, scopes and last use; no secrets."""
    return service.list_tokens(call.now)


@routes.post(
    "/api/staff/tokens",
    SUPERVISOR,
    "Make a token for a system of ours",
    takes=NewToken,
    gives=TokenMade,
    status=201,
    errors=(Invalid,),
)
def make_token(call: Call[NewToken]) -> TokenMade:
    """NOT-6: its text is told in this answer and never again."""
    return service.make_token(call.actor, call.body, call.now, call.operation)


@routes.post(
    "/api/staff/tokens/{token_id}/revocation",
    SUPERVISOR,
    "Revoke a token",
    gives=TokenOut,
    errors=(NotFound, Conflict),
)
def revoke_token(call: Call[Any]) -> TokenOut:
    """NOT-6: from the next call on."""
    return service.revoke_token(call.actor, call.path["token_id"], call.now, call.operation)
