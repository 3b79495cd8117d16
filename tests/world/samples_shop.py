"""Samples of what the vendor's systems, its supervisors and the public ask for."""

import json
from datetime import datetime
from typing import Any

from chalicelib.base.actor import NOBODY, Actor
from chalicelib.catalog.loading import load_catalog
from chalicelib.catalog.schemas.file import CatalogFile
from chalicelib.console.schemas.imports import ImportAsked
from chalicelib.console.service.imports import ask_import
from chalicelib.licenses.rules.orders import COLUMNS
from chalicelib.orders import service as orders
from chalicelib.orders.schemas import NewOrder
from chalicelib.tokens.service import authenticate
from tests.builders import CATALOG, actor_for, make_token, token_id
from tests.tickets.builders import anew
from tests.tickets.files import send_file
from tests.world.people import Who
from tests.world.sample import Make, Sample, body, plain
from tests.world.things import HELD_CODE
from tests.world.world import NOW, World

ORDER = "HS-2026-7001"
LINE: dict[str, Any] = {
    "line": 1,
    "product_ids": ["guard-business"],
    "edition": "Standard",
    "nodes": 25,
    "end_user": "Westwerk GmbH",
    "expires_on": "2027-11-22",
}
GROUP: dict[str, Any] = {
    "names": {"en": "Archive", "de": "Archiv"},
    "products": [
        {
            "id": "archive-mail",
            "names": {"en": "Archive for Mail"},
            "versions": [
                {
                    "id": "1.0",
                    "name": "1.0",
                    "newer_patch": {"name": "1.0 A", "url": "https://vendor.example/1"},
                }
            ],
        }
    ],
    "revision": 0,
}
APPLICATION: dict[str, Any] = {
    "names": {"en": "Guard Console"},
    "product_ids": ["guard-business"],
    "versions": [{"name": "12.1", "url": "https://vendor.example/console"}],
    "functions": [{"names": {"en": "Reports"}, "editions": ["Advanced"]}],
    "trial": {"product_id": "guard-business", "edition": "Trial", "nodes": 5, "days": 30},
    "revision": 0,
}
PARTNER: dict[str, Any] = {
    "name": "Ostsee IT GmbH",
    "country": "DE",
    "city": "Kiel",
    "website": "https://ostsee.example",
    "email": "info@ostsee.example",
    "phone": "+49 431 1",
    "standing": "authorised",
    "revision": 0,
}


def order(number: str = ORDER, **changes: Any) -> dict[str, Any]:
    """An order of one line."""
    return {"order_number": number, "lines": [LINE | changes]}


def ordered(world: World) -> str:
    """The public id of a license that an order made just now."""
    system = authenticate(world.people.tokens[Who.SYSTEM], source="", now=NOW)
    data = NewOrder.model_validate_json(json.dumps(order()))
    return orders.create_order(system, data, NOW, anew()).lines[0].license


def _known(**fields: Any) -> Make:
    """About the order of `ordered`, which this makes."""

    def make(world: World) -> Sample:
        ordered(world)
        return Sample(body={"order_number": ORDER, **fields})

    return make


def _on_license(**fields: Any) -> Make:
    def make(world: World) -> Sample:
        public_id = ordered(world)
        asked = {"order_number": "HS-2026-7002", "line": 1, "license": public_id, **fields}
        return Sample(body=asked)

    return make


def _order(world: World) -> Sample:
    ordered(world)
    return Sample({"order_number": ORDER})


def _token(world: World) -> Sample:
    return Sample({"token_id": token_id(make_token(world.clock.moment))})


def _put(place: str, value: str, asked: dict[str, Any]) -> Make:
    return lambda _world: Sample({place: value}, body=asked)


def _license(world: World) -> Sample:
    return Sample({"license_id": world.things.license_id})


def triable(**changes: Any) -> CatalogFile:
    """The tests' catalog, with an application that can be tried."""
    file = json.loads(CATALOG.read_text(encoding="utf-8"))
    shown = {name: value for name, value in APPLICATION.items() if name != "revision"}
    file["applications"] = [{"id": "guard-console", **shown, **changes}]
    return CatalogFile.model_validate_json(json.dumps(file))


def trial(email: str = "tina.tester@westwerk.example", **changes: Any) -> dict[str, str]:
    """Somebody asks for a trial."""
    asked = {
        "application_id": "guard-console",
        "first_name": "Tina",
        "last_name": "Tester",
        "company_name": "Westwerk GmbH",
        "email": email,
        "country": "DE",
        "accept_terms": "1",
        "accept_privacy": "1",
    }
    return asked | changes


def _trial(world: World) -> Sample:
    load_catalog(NOBODY, triable(), world.clock.moment, anew())
    return Sample(body=trial())


def export(*codes: str) -> bytes:
    """An order export with a line for each code."""
    plain = {
        "order_number": "HS-1", "product_ids": "guard-business", "edition": "Standard",
        "serial_number": "HG-1", "nodes": "5", "end_user": "Westwerk GmbH",
        "issued_on": "2026-01-15", "starts_on": "2026-01-15", "expires_on": "2099-12-31",
    }  # fmt: skip
    rows = [plain | {"activation_code": code} for code in codes]
    lines = [",".join(row.get(column, "") for column in COLUMNS) for row in rows]
    return "\n".join([",".join(COLUMNS), *lines]).encode()


def handed_in(actor: Actor, now: datetime, content: bytes = b"") -> str:
    """The key of an export that somebody uploaded."""
    return send_file(actor, content or export(), name="orders.csv", now=now, scan=None)


def _import(world: World) -> Sample:
    desk = actor_for(world.people.accounts[Who.DESK], NOW)
    return Sample(body={"key": handed_in(desk, NOW)})


def _report(world: World) -> Sample:
    desk = actor_for(world.people.accounts[Who.DESK], NOW)
    asked = ask_import(desk, ImportAsked(key=handed_in(desk, NOW)), NOW, anew())
    return Sample({"import_id": asked.id})


SHOP: dict[str, Make] = {
    "GET /api/staff/order-imports": plain,
    "POST /api/staff/order-imports": _import,
    "GET /api/staff/order-imports/{import_id}/report": _report,
    "POST /api/key-file-requests": body(activation_code=HELD_CODE, email="k@westwerk.example"),
    "GET /api/licenses/{license_id}/applications": _license,
    "GET /api/trials": plain,
    "POST /api/trials": _trial,
    "GET /api/staff/tokens": plain,
    "POST /api/staff/tokens": body(name="Shop", scopes=["orders:write"], ends_on=None),
    "POST /api/staff/tokens/{token_id}/revocation": _token,
    "POST /api/orders/v1/orders": lambda _: Sample(body=order()),
    "GET /api/orders/v1/orders/{order_number}": _order,
    "POST /api/orders/v1/extensions": _on_license(expires_on="2028-11-22"),
    "POST /api/orders/v1/seats": _on_license(add_nodes=5),
    "POST /api/orders/v1/cancellations": _known(line=1),
    "POST /api/orders/v1/refunds": _known(line=None),
    "GET /api/orders/v1/products": plain,
    "GET /api/partners": plain,
    "GET /api/staff/catalog": plain,
    "PUT /api/staff/catalog/groups/{group_id}": _put("group_id", "archive", GROUP),
    "PUT /api/staff/catalog/applications/{application_id}": _put(
        "application_id", "guard-console", APPLICATION
    ),
    "GET /api/staff/partners": plain,
    "PUT /api/staff/partners/{partner_id}": _put("partner_id", "ostsee", PARTNER),
}
