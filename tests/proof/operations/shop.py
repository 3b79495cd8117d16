"""Orders of the vendor's shop, the tokens it shows, and the catalog in the hands of staff."""

from collections.abc import Mapping
from typing import Any

from chalicelib.base import clock
from chalicelib.base.actor import NOBODY, StaffRole
from chalicelib.catalog.loading import load_catalog
from local.testing import Cloud
from tests.builders import (
    make_catalog,
    make_license,
    make_person,
    make_staff,
    make_token,
    token_id,
)
from tests.client import Client
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.people import CODE, OTHER_CODE, browser_of
from tests.tickets.builders import anew
from tests.world.samples_shop import order, triable, trial

ORDERS = "/api/orders/v1"
NUMBER = "HS-2026-7001"


def shop() -> Client:
    """A system of the vendor's, with a token for everything."""
    make_catalog(clock.now())
    return Client(token=make_token(clock.now()))


def supervisor() -> Client:
    """A member of staff who may do everything."""
    return browser_of(make_staff(clock.now(), StaffRole.SUPERVISOR, email="sup@vendor.example"))


def sold(system: Client, number: str = NUMBER, **changes: Any) -> Mapping[str, Any]:
    """The line that an order was answered with."""
    answer = system.post(f"{ORDERS}/orders", order(number, **changes))
    assert answer.status == 201, answer.text
    line: Mapping[str, Any] = answer.json["lines"][0]
    return line


def sold_and_added(system: Client) -> Mapping[str, Any]:
    """The same, and a company has added the license."""
    line = sold(system)
    browser = browser_of(make_person(clock.now()))
    added = browser.post("/api/licenses", {"activation_code": line["activation_code"]})
    assert added.status == 201
    return line


def _order(_cloud: Cloud) -> Perform:
    return by_route(shop(), "POST", f"{ORDERS}/orders", order())


def _order_again(_cloud: Cloud) -> Perform:
    system = shop()
    sold(system)
    return by_route(system, "POST", f"{ORDERS}/orders", order())


def _order_changed(_cloud: Cloud) -> Perform:
    system = shop()
    sold(system)
    return by_route(system, "POST", f"{ORDERS}/orders", order(nodes=26))


def _extend(_cloud: Cloud) -> Perform:
    system = shop()
    body = {
        "order_number": "HS-2026-7002",
        "line": 1,
        "license": sold_and_added(system)["license"],
        "expires_on": "2030-11-22",
    }
    return by_route(system, "POST", f"{ORDERS}/extensions", body)


def _add_seats(_cloud: Cloud) -> Perform:
    system = shop()
    license_ = sold_and_added(system)["license"]
    body = {"order_number": "HS-2026-7003", "line": 1, "license": license_, "add_nodes": 5}
    return by_route(system, "POST", f"{ORDERS}/seats", body)


def _take_back(how: str) -> Any:
    def scene(_cloud: Cloud) -> Perform:
        system = shop()
        sold_and_added(system)
        return by_route(system, "POST", f"{ORDERS}/{how}", {"order_number": NUMBER})

    return scene


def _make_token(_cloud: Cloud) -> Perform:
    body = {"name": "Shop", "scopes": ["orders:write"]}
    return by_route(supervisor(), "POST", "/api/staff/tokens", body)


def _revoke_token(_cloud: Cloud) -> Perform:
    path = f"/api/staff/tokens/{token_id(make_token(clock.now()))}/revocation"
    return by_route(supervisor(), "POST", path)


def catalog_with_trials() -> None:
    """A catalog in which the one application can be tried."""
    load_catalog(NOBODY, triable(), clock.now(), anew())


def _try(_cloud: Cloud) -> Perform:
    catalog_with_trials()
    return by_route(Client(), "POST", "/api/trials", trial())


def _try_again(_cloud: Cloud) -> Perform:
    catalog_with_trials()
    assert Client().post("/api/trials", trial("tina.tester+1@westwerk.example")).status == 202
    return by_route(Client(), "POST", "/api/trials", trial())


def _key_files(code: str) -> Any:
    def scene(_cloud: Cloud) -> Perform:
        make_catalog(clock.now())
        make_license(CODE)
        body = {"activation_code": code, "email": "k@westwerk.example"}
        return by_route(Client(), "POST", "/api/key-file-requests", body)

    return scene


def _calls(name: str, path: str, scene: Any, status: int = 200, **more: Any) -> Operation:
    return Operation(
        name=name, covers=(f"POST {ORDERS}/{path}",), scene=scene, status=status, **more
    )


SHOP = (
    _calls("order a license", "orders", _order, 201, writes=3, leaves=("license.ordered",)),
    _calls("order what was ordered", "orders", _order_again, 201, writes=2),
    _calls("order a line with other content", "orders", _order_changed, 409, writes=1),
    _calls(
        "extend a license",
        "extensions",
        _extend,
        writes=2,
        leaves=("license.extended",),
        tells=("license_extended",),
    ),
    _calls(
        "add seats by an order",
        "seats",
        _add_seats,
        writes=2,
        leaves=("license.seats_added",),
        tells=("license_code_replaced",),
    ),
    _calls(
        "cancel a sale",
        "cancellations",
        _take_back("cancellations"),
        writes=3,
        leaves=("license.withdrawn",),
        tells=("license_withdrawn",),
    ),
    _calls(
        "refund a sale",
        "refunds",
        _take_back("refunds"),
        writes=3,
        leaves=("license.withdrawn",),
        tells=("license_withdrawn",),
    ),
    Operation(
        name="have key files mailed",
        covers=("POST /api/key-file-requests",),
        scene=_key_files(CODE),
        status=202,
        writes=4,
        leaves=("key_files.mailed",),
        tells=("key_files",),
    ),
    Operation(
        name="have key files of no license mailed",
        covers=("POST /api/key-file-requests",),
        scene=_key_files(OTHER_CODE),
        status=202,
        writes=4,
        leaves=("key_files.refused",),
        tells=("key_files_refused",),
    ),
    Operation(
        name="try an application",
        covers=("POST /api/trials",),
        scene=_try,
        status=202,
        writes=3,
        leaves=("trial.started",),
        tells=("trial_license",),
    ),
    Operation(
        name="try an application twice",
        covers=("POST /api/trials",),
        scene=_try_again,
        status=202,
        writes=3,
        leaves=("trial.refused",),
        tells=("trial_refused",),
    ),
    Operation(
        name="make a token",
        covers=("POST /api/staff/tokens",),
        scene=_make_token,
        status=201,
        writes=1,
        leaves=("token.made",),
    ),
    Operation(
        name="revoke a token",
        covers=("POST /api/staff/tokens/{token_id}/revocation",),
        scene=_revoke_token,
        status=200,
        writes=1,
        leaves=("token.revoked",),
    ),
)
