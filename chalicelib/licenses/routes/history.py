"""A license's timeline, for its holder and for staff."""

from typing import Any

from chalicelib.aws.pages import BadCursor
from chalicelib.base.errors import Invalid, NotFound
from chalicelib.entry.access import MEMBER, STAFF
from chalicelib.entry.http import Call, Routes
from chalicelib.licenses import listing
from chalicelib.licenses.schemas.history import History, HistoryQuery

routes = Routes(__name__)


@routes.get(
    "/api/licenses/{license_id}/history",
    MEMBER,
    "See what happened to a license",
    query=HistoryQuery,
    gives=History,
    errors=(NotFound, BadCursor, Invalid),
)
def license_history(call: Call[Any]) -> History:
    """LIC-5, LIC-12: the newest first."""
    assert isinstance(call.query, HistoryQuery)
    license_id, cursor = call.path["license_id"], call.query.cursor
    return listing.license_history(call.actor, license_id, cursor, call.now)


@routes.get(
    "/api/staff/licenses/{license_id}/history",
    STAFF,
    "See what happened to a license, whoever held it",
    query=HistoryQuery,
    gives=History,
    errors=(NotFound, BadCursor, Invalid),
)
def staff_license_history(call: Call[Any]) -> History:
    """STF-5: with every name and reason."""
    assert isinstance(call.query, HistoryQuery)
    license_id, cursor = call.path["license_id"], call.query.cursor
    return listing.license_history(call.actor, license_id, cursor, call.now)
