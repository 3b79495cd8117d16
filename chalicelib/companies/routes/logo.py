"""The company's logo."""

from chalicelib.base.actor import Right
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.companies import logo
from chalicelib.companies.schemas import LogoOut, LogoSet, SetLogo
from chalicelib.entry.access import MEMBER, member_with
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing

routes = Routes(__name__)
KEEPING = member_with(Right.MANAGE_COMPANY)


@routes.get("/api/company/logo", MEMBER, "See the logo", gives=LogoOut, errors=(NotFound,))
def show_logo(call: Call[Nothing]) -> LogoOut:
    """COM-7: drawn anew as a PNG; its version changes with it."""
    return logo.show_logo(call.actor)


@routes.put(
    "/api/company/logo",
    KEEPING,
    "Set the logo",
    takes=SetLogo,
    gives=LogoSet,
    errors=(Invalid, Conflict),
)
def set_logo(call: Call[SetLogo]) -> LogoSet:
    """COM-7: jpg, png or gif by its content, 200 by 64 pixels at most."""
    return logo.set_logo(call.actor, call.body, call.now, call.operation)


@routes.delete(
    "/api/company/logo",
    KEEPING,
    "Remove the logo",
    status=204,
    gives=None,
    errors=(NotFound, Conflict),
)
def drop_logo(call: Call[Nothing]) -> None:
    """COM-7."""
    logo.drop_logo(call.actor, call.now, call.operation)
