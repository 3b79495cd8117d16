"""An order export that comes in with what the shop sells, and what another export holds."""

from collections.abc import Iterator

from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from chalicelib.console import jobs
from chalicelib.console.model.imports import OrderImport
from local.jobs.stream import StreamReader
from local.testing import Cloud
from tests.builders import actor_for, make_catalog, make_staff
from tests.client import Client
from tests.proof.operation import Outcome, by_job, by_route
from tests.proof.operations.imports import IMPORTS
from tests.proof.operations.people import CODE, browser_of
from tests.proof.operations.shop import ORDERS, shop
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, once, refused_clearly
from tests.world.samples_shop import export, handed_in, order

Two = tuple[Act, Act]


def _importing(cloud: Cloud) -> Act:
    """The job, on an export with one line that was handed in."""
    make_catalog(clock.now())
    desk = make_staff(clock.now(), StaffRole.LICENSE_DESK, email="desk@vendor.example")
    key = handed_in(actor_for(desk, clock.now()), clock.now(), export(CODE))
    assert browser_of(desk).post("/api/staff/order-imports", {"key": key}).status == 201
    event = {"Records": StreamReader(cloud.engine, IMPORTS).read()}
    return once(by_job(jobs.import_orders, event))


def _ordering(system: Client) -> Act:
    return once(by_route(system, "POST", f"{ORDERS}/orders", order(activation_code=CODE)))


def _order_what_is_imported(cloud: Cloud) -> Two:
    system = shop()
    return _ordering(system), _importing(cloud)


def _ordered_or_imported(ordered: Outcome, imported: Outcome) -> Iterator[str]:
    """One of them makes the license, and the other hears that it is there."""
    if imported.status != 200:
        yield f"the import is answered {imported}"
    if ordered.status != 201:
        yield from refused_clearly(ordered, "code_taken")
    (done,) = OrderImport.query("imports", OrderImport.sk.startswith("import#"))
    counts = (int(done.new), int(done.known), int(done.bad))
    if counts != ((0, 1, 0) if ordered.status == 201 else (1, 0, 0)):
        yield f"the import counts {counts}, and the order is answered {ordered}"


IMPORTING = (Race("order what is imported", _order_what_is_imported, _ordered_or_imported),)
