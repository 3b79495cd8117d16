"""What a company does with a license that it has."""

from typing import Any

from chalicelib.base.actor import Right
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import MEMBER, member_with
from chalicelib.entry.http import Call, Routes
from chalicelib.licenses import lineage, removing
from chalicelib.licenses.errors import ClaimNotProven, SupportWouldEnd
from chalicelib.licenses.schemas.lineage import LineageOut
from chalicelib.licenses.schemas.removal import LicenseRemoved, RemoveLicense

routes = Routes(__name__)
MANAGING = member_with(Right.MANAGE_LICENSES)


@routes.post(
    "/api/licenses/{license_id}/removal",
    MANAGING,
    "Take a license off the company's list",
    takes=RemoveLicense,
    gives=LicenseRemoved,
    errors=(NotFound, Invalid, SupportWouldEnd, Conflict),
)
def remove_license(call: Call[RemoveLicense]) -> LicenseRemoved:
    """LIC-7: an expired one without a word; another when it is said that support ends."""
    license_id = call.path["license_id"]
    return removing.remove_license(call.actor, license_id, call.body, call.now, call.operation)


@routes.get(
    "/api/licenses/{license_id}/codes",
    MEMBER,
    "See which codes a license has had",
    gives=LineageOut,
    errors=(NotFound, ClaimNotProven),
)
def license_codes(call: Call[Any]) -> LineageOut:
    """LIC-12: the present one first, each by its first group."""
    return lineage.lineage_of(call.actor, call.path["license_id"])
