"""Trials, without an account."""

from typing import Any

from chalicelib.accounts.errors import TooManyAttempts
from chalicelib.base.errors import Conflict, Invalid
from chalicelib.entry.access import ANYONE
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.trials import service
from chalicelib.trials.schemas import TriableList, TrialAsked

routes = Routes(__name__)


@routes.get("/api/trials", ANYONE, "See what can be tried", gives=TriableList)
def list_triable(call: Call[Any]) -> TriableList:
    """LIC-15: the vendor's terms for each application."""
    return service.list_triable(call.language, call.now)


@routes.post(
    "/api/trials",
    ANYONE,
    "Ask for a trial license by mail",
    takes=TrialAsked,
    status=202,
    errors=(Invalid, TooManyAttempts, Conflict),
)
def ask_trial(call: Call[TrialAsked]) -> Nothing:
    """LIC-15: the same answer whether there is one or not; the mail tells."""
    service.ask_trial(call.actor, call.body, call.now, call.operation)
    return Nothing()
