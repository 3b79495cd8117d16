"""Taking back a sale whose license is one with another by now."""

from chalicelib.base import clock
from chalicelib.licenses.store.sales import find_by_public_id
from local.testing import Cloud
from tests.builders import make_person
from tests.client import Client
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.license_scenes import by_desk, in_days
from tests.proof.operations.people import browser_of
from tests.proof.operations.shop import ORDERS, shop, sold


def mergeable(system: Client) -> Perform:
    """Making one of two licenses, which orders HS-A and HS-B sold to a company: of the first."""
    browser = browser_of(make_person(clock.now()))
    names = []
    for number in ("HS-A", "HS-B"):
        line = sold(system, number, expires_on=in_days(40))
        code = {"activation_code": line["activation_code"]}
        assert browser.post("/api/licenses", code).status == 201
        names.append(line["license"])
    into = find_by_public_id(names[0])
    assert into is not None
    return by_desk(into, "merger", {"others": names[1:], "expires_on": in_days(400)})


def _refund_merged(_cloud: Cloud) -> Perform:
    system = shop()
    assert mergeable(system)("merge").status == 200
    return by_route(system, "POST", f"{ORDERS}/refunds", {"order_number": "HS-B"})


MERGED_SALES = (
    Operation(
        name="refund a sale that was merged",
        covers=(f"POST {ORDERS}/refunds",),
        scene=_refund_merged,
        status=200,
        writes=3,
        leaves=("license.withdrawn", "license.seats_withdrawn"),
        tells=("license_fewer_seats",),
    ),
)
