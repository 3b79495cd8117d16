"""Mail that did not arrive."""

from typing import Any

from chalicelib.aws.pages import BadCursor
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.console.schemas.letters import ListQuery, ParkedPage, StoppedPage
from chalicelib.console.service import letters
from chalicelib.entry.access import STAFF
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.mail import reaching

routes = Routes(__name__)
LETTER = "/api/staff/letters/{letter_id}"


@routes.get(
    "/api/staff/letters/parked",
    STAFF,
    "List letters that were given up",
    query=ListQuery,
    gives=ParkedPage,
    errors=(BadCursor, Invalid),
)
def list_parked(call: Call[Any]) -> ParkedPage:
    """NOT-2: the latest first."""
    assert isinstance(call.query, ListQuery)
    return letters.parked(call.query.cursor)


@routes.post(f"{LETTER}/retry", STAFF, "Try a letter again", errors=(NotFound, Conflict))
def try_again(call: Call[Nothing]) -> Nothing:
    """NOT-2: within minutes, from the first attempt on."""
    letters.try_again(call.actor, call.path["letter_id"], call.now, call.operation)
    return Nothing()


@routes.delete(LETTER, STAFF, "Give a letter up for good", errors=(NotFound, Conflict))
def drop(call: Call[Nothing]) -> Nothing:
    """NOT-2: for what must not or need not go out any more."""
    letters.drop(call.actor, call.path["letter_id"], call.now, call.operation)
    return Nothing()


@routes.get(
    "/api/staff/addresses/stopped",
    STAFF,
    "List addresses that get no mail",
    query=ListQuery,
    gives=StoppedPage,
    errors=(BadCursor, Invalid),
)
def list_stopped(call: Call[Any]) -> StoppedPage:
    """NOT-3: the latest first."""
    assert isinstance(call.query, ListQuery)
    return letters.stopped(call.query.cursor)


@routes.post(
    "/api/staff/addresses/{address_id}/reopening",
    STAFF,
    "Let mail go to an address again",
    errors=(NotFound,),
)
def reopen(call: Call[Nothing]) -> Nothing:
    """NOT-3: what was held back is not sent."""
    reaching.reopen(call.actor, call.path["address_id"], call.now, call.operation)
    return Nothing()
