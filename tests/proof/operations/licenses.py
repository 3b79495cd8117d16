"""Adding licenses and signing key files."""

from chalicelib.base import clock
from chalicelib.base.actor import Right
from local.testing import Cloud
from tests.builders import make_colleague, make_license, make_person
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.joining import key_file
from tests.proof.operations.people import CODE, browser_of, owner


def _add(_cloud: Cloud) -> Perform:
    make_license(CODE)
    return by_route(owner(), "POST", "/api/licenses", {"activation_code": CODE})


def _add_as_colleague(_cloud: Cloud) -> Perform:
    make_license(CODE)
    colleague = make_colleague(make_person(clock.now()), clock.now(), Right.MANAGE_LICENSES)
    return by_route(browser_of(colleague), "POST", "/api/licenses", {"activation_code": CODE})


def _add_to_be_checked(_cloud: Cloud) -> Perform:
    make_license(CODE, needs_check="yes")
    return by_route(owner(), "POST", "/api/licenses", {"activation_code": CODE})


def _add_by_key_file(_cloud: Cloud) -> Perform:
    return by_route(owner(), "POST", "/api/licenses", {"key_file": key_file()})


def _add_what_is_held(_cloud: Cloud) -> Perform:
    make_license(CODE)
    first = browser_of(make_person(clock.now(), email="eve@suedwerk.example", company="Süd AG"))
    assert first.post("/api/licenses", {"activation_code": CODE}).status == 201
    return by_route(owner(), "POST", "/api/licenses", {"activation_code": CODE})


def _sign_key_file(_cloud: Cloud) -> Perform:
    license_, browser = make_license(CODE), owner()
    assert browser.post("/api/licenses", {"activation_code": CODE}).status == 201
    path = f"/api/licenses/{license_.pk}/key-file?product_id={license_.products[0]}"
    return by_route(browser, "GET", path)


LICENSES = (
    Operation(
        name="add a license",
        covers=("POST /api/licenses",),
        scene=_add,
        status=201,
        writes=1,
        leaves=("license.added",),
        tells=("license_added",),
    ),
    Operation(
        name="add a license as a colleague",
        covers=("POST /api/licenses",),
        scene=_add_as_colleague,
        status=201,
        writes=1,
        leaves=("license.added",),
        tells=("license_added", "license_added"),
    ),
    Operation(
        name="add a license to be checked",
        covers=("POST /api/licenses",),
        scene=_add_to_be_checked,
        status=201,
        writes=1,
        leaves=("license.added",),
    ),
    Operation(
        name="add a license by key file",
        covers=("POST /api/licenses",),
        scene=_add_by_key_file,
        status=201,
        writes=1,
        leaves=("license.added",),
        tells=("license_added",),
    ),
    Operation(
        name="add a license that is held",
        covers=("POST /api/licenses",),
        scene=_add_what_is_held,
        status=422,
        writes=0,
    ),
    Operation(
        name="sign a key file",
        covers=("GET /api/licenses/{license_id}/key-file",),
        scene=_sign_key_file,
        status=200,
        writes=1,
        leaves=("key_file.signed",),
        logs_each=True,
    ),
)
