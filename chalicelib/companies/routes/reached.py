"""Whether our mail reaches the signed-in person (NOT-3)."""

from typing import Any

from chalicelib.accounts.errors import LinkExpired, LinkUnknown, LinkUsed, TooManyAttempts
from chalicelib.accounts.schemas import LinkShown
from chalicelib.companies import reached
from chalicelib.entry.access import ANYONE
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.entry.sides import SIGNED_IN, both
from chalicelib.mail.schemas import ReachConfirmed, ReachOut

routes = Routes(__name__)


@both(routes, "get", "/me/mail", SIGNED_IN, "Whether our mail reaches one", gives=ReachOut)
def own_reach(call: Call[Any]) -> ReachOut:
    """NOT-3"""
    return reached.reached(call.actor)


@both(
    routes,
    "post",
    "/me/mail/check",
    SIGNED_IN,
    "Have a mail sent that shows whether mail arrives",
    status=202,
    errors=(TooManyAttempts,),
)
def ask_for_check(call: Call[Any]) -> Nothing:
    """NOT-3: its link opens the address again."""
    reached.ask_for_check(call.actor, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/address-checks",
    ANYONE,
    "Show by a mailed link that mail arrives",
    takes=LinkShown,
    gives=ReachConfirmed,
    errors=(LinkUnknown, LinkUsed, LinkExpired),
)
def confirm_address(call: Call[LinkShown]) -> ReachConfirmed:
    """NOT-3: whoever has the link has read the mail."""
    return reached.confirm(call.actor, call.body.token, call.now, call.operation)
