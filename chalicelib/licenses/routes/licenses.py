"""A company's licenses."""

from typing import Any

from chalicelib.accounts.errors import TooManyAttempts
from chalicelib.aws.pages import BadCursor
from chalicelib.base.actor import Right
from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import MEMBER, member_with
from chalicelib.entry.http import Call, Routes
from chalicelib.licenses import adding, downloading, listing
from chalicelib.licenses.errors import ClaimNotProven, LicenseNotActive
from chalicelib.licenses.schemas.licenses import (
    AddLicense,
    KeyFileOut,
    KeyFileQuery,
    LicenseDetails,
    LicenseOut,
    LicensePage,
    LicenseQuery,
)

routes = Routes(__name__)
MANAGING = member_with(Right.MANAGE_LICENSES)


@routes.get(
    "/api/licenses",
    MEMBER,
    "List the company's licenses",
    query=LicenseQuery,
    gives=LicensePage,
    errors=(BadCursor, Invalid),
)
def list_licenses(call: Call[Any]) -> LicensePage:
    """LIC-1, LIC-4, LIC-6: by expiry, filtered by status, a row per product."""
    assert isinstance(call.query, LicenseQuery)
    return listing.list_licenses(call.actor, call.query, call.now)


@routes.post(
    "/api/licenses",
    MANAGING,
    "Add a license by its activation code or a key file",
    takes=AddLicense,
    gives=LicenseOut,
    status=201,
    errors=(Invalid, Conflict, TooManyAttempts),
)
def add_license(call: Call[AddLicense]) -> LicenseOut:
    """LIC-1, LIC-2, LIC-3: each refusal names its reason on its field."""
    return adding.add_license(call.actor, call.body, call.now, call.operation)


@routes.get(
    "/api/licenses/{license_id}",
    MEMBER,
    "See one license",
    gives=LicenseDetails,
    errors=(NotFound,),
)
def license_details(call: Call[Any]) -> LicenseDetails:
    """LIC-5."""
    return listing.license_details(call.actor, call.path["license_id"], call.now)


@routes.get(
    "/api/licenses/{license_id}/key-file",
    MANAGING,
    "Download the key file of one product of a license",
    query=KeyFileQuery,
    gives=KeyFileOut,
    errors=(NotFound, ClaimNotProven, LicenseNotActive),
)
def download_key_file(call: Call[Any]) -> KeyFileOut:
    """LIC-5, LIC-6: every file that is signed is logged."""
    assert isinstance(call.query, KeyFileQuery)
    license_id, product_id = call.path["license_id"], call.query.product_id
    return downloading.download_key_file(
        call.actor, license_id, product_id, call.now, call.operation
    )
