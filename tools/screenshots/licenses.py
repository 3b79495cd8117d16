"""Licenses in each state that a page tells of: sold by order, held by the demo's company."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tools.screenshots.looker import Looker
from tools.screenshots.picture import Picture, click

PRODUCT = "guard-business"
HOLDER = "Eichenfeld Maschinenbau GmbH"
SCOPES = ("orders:write", "orders:read")
MORE_THAN_SEATS = 8
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
# What differs from a plain license, and for how many days each lasts from today.
SOLD: dict[str, tuple[int, dict[str, Any]]] = {
    "ending": (12, {"partner": "Kessler & Roth Systemhaus GmbH"}),
    "not-begun": (400, {"begins": 20}),
    "refused": (300, {"needs_check": True}),
    "pending": (310, {"needs_check": True, "end_user": f"{LONG} mbH & Co. KG"}),
    "block-planned": (320, {}),
    "withdrawn": (330, {}),
    "replaced": (340, {}),
    "crowded": (350, {"nodes": 1}),
    "renewed": (60, {}),
    "absorbed": (61, {}),
    "two-products": (70, {"product_ids": [PRODUCT, "conductor"]}),
}


@dataclass
class Sold:
    """By what they show: the codes, and once they are held, the ids."""

    order: str
    token: str
    codes: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)


def sell(supervisor: Looker) -> Sold:
    """Makes a token, as for the vendor's shop, and sells one license of each kind with it."""
    now = datetime.now(UTC)
    made = supervisor.post("/api/staff/tokens", name=f"Shop {now:%H:%M:%S}", scopes=SCOPES)
    sold = Sold(f"BILD-{now:%Y%m%d-%H%M%S}", made["token"])
    for kind, (days, facts) in SOLD.items():
        # Each is an order of its own, so that one can be taken back.
        line = _line(now, days, dict(facts))
        answer = _order(
            supervisor, sold, "orders", order_number=f"{sold.order}-{kind}", lines=[line]
        )
        sold.codes[kind] = answer["lines"][0]["activation_code"]
    return sold


def _line(now: datetime, days: int, facts: dict[str, Any]) -> dict[str, Any]:
    day = now.date()
    begins = facts.pop("begins", 0)
    plain = {
        "line": 1,
        "product_ids": [PRODUCT],
        "edition": "Advanced",
        "nodes": 10,
        "end_user": HOLDER,
        "starts_on": (day + timedelta(days=begins)).isoformat(),
        "expires_on": (day + timedelta(days=days)).isoformat(),
    }
    return plain | facts


def _order(looker: Looker, sold: Sold, path: str, **sent: object) -> Any:
    headers = {"Authorization": f"Bearer {sold.token}", "Idempotency-Key": f"{path} {sent!r}"[:100]}
    answer = looker.request.post(f"/api/orders/v1/{path}", data=sent, headers=headers)
    if not answer.ok:
        print(f"  {path}: {answer.status} {answer.text()[:300]}", flush=True)
    return answer.json() if answer.text() else {}


def hold(owner: Looker, sold: Sold) -> None:
    """Adds them all, and lets more devices want one than it has seats."""
    for kind, code in sold.codes.items():
        sold.ids[kind] = owner.post("/api/licenses", activation_code=code)["id"]
    wish = {"code": sold.codes["crowded"], "product": PRODUCT}
    for number in range(MORE_THAN_SEATS):
        device = {
            "device": f"crowded-machine-{number:08}",
            "device_name": f"{LONG} {number}"[-100:],
        }
        owner.request.post("/api/activation-service/activate", data=wish | device)


def handle(desk: Looker, sold: Sold) -> None:
    """What the desk does with some of them."""
    at = datetime.now(UTC) + timedelta(days=9)
    reason = "Der Code stand in einem öffentlichen Forum."
    _act(desk, sold, "block-planned", "block", at=f"{at:%Y-%m-%dT%H:00:00Z}", reason=reason)
    _act(desk, sold, "replaced", "seats", seats=5, reason=None)
    shown = desk.get(f"/api/staff/licenses/{sold.ids['replaced']}")
    code = {"code_id": shown["code_id"], "unblock": False}
    _act(desk, sold, "replaced", "code", reason=reason, **code)
    absorbed = desk.get(f"/api/staff/licenses/{sold.ids['absorbed']}")["public_id"]
    ends = f"{at + timedelta(days=800):%Y-%m-%d}"
    _act(desk, sold, "renewed", "merger", others=[absorbed], expires_on=ends, order_number=None)
    check = f"/api/staff/license-checks/{sold.ids['refused']}"
    claimed_at = desk.get(check)["check"]["claimed_at"]
    why = "Der Endkunde auf der Lizenz ist ein anderes Unternehmen."
    desk.post(f"{check}/decision", accept=False, claimed_at=claimed_at, reason=why)
    _order(desk, sold, "refunds", order_number=f"{sold.order}-withdrawn")


def _act(desk: Looker, sold: Sold, kind: str, act: str, **sent: object) -> None:
    desk.post(f"/api/staff/licenses/{sold.ids[kind]}/{act}", **sent)


def import_orders(desk: Looker) -> None:
    """A file with a good line and two bad ones."""
    head = "order_number,product_ids,edition,activation_code,serial_number,nodes,end_user,partner,"
    dates = "issued_on,starts_on,expires_on,activated_on,blocked_at,needs_check"
    code = f"BILDR-{datetime.now(UTC):%H%M%S}"[:11] + "-AAAAA-22222"
    plain = f"X-1,{PRODUCT},Standard,{code},S-1,5,{HOLDER},,2026-01-01,2026-01-01,2029-01-01,,,no"
    bad = plain.replace(PRODUCT, "nothing-such"), plain.replace(",5,", ",many,")
    text = "\n".join([head + dates, plain, *bad])
    key = desk.send_file("bestellungen.csv", text.encode(), "/api/staff/uploads")
    desk.post("/api/staff/order-imports", key=key)


def owners_pages(sold: Sold) -> Iterator[Picture]:
    for kind, id_ in sold.ids.items():
        yield Picture(f"license-{kind}", f"/licenses/{id_}", "customer")


def desks_pages(sold: Sold) -> Iterator[Picture]:
    for kind in ("block-planned", "withdrawn", "replaced", "crowded", "renewed", "absorbed"):
        yield Picture(f"console-license-{kind}", f"/console/licenses/{sold.ids[kind]}", "desk")
    planned = f"/console/licenses/{sold.ids['block-planned']}"
    off = (click("desk:act.callOff"),)
    yield Picture("console-license-unblock", planned, "desk", off)
    crowded = f"/console/licenses/{sold.ids['crowded']}"
    for act, place in (("block", 1), ("reissue", 0), ("seats", 1)):
        gaps = (click(f"desk:act.{act}"), click(f"desk:{act}.confirm", place))
        yield Picture(f"console-license-{act}-gaps", crowded, "desk", gaps)
