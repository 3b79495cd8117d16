"""Order exports that staff hand in, and the job that works them off."""

from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from chalicelib.console import jobs
from local.jobs.stream import StreamReader
from local.testing import Cloud
from tests.builders import actor_for, make_catalog, make_staff
from tests.proof.operation import Operation, Perform, by_job, by_route
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.people import CODE, OTHER_CODE, browser_of
from tests.world.samples_shop import export, handed_in

IMPORTS = "kontor-imports"


def _asking(*codes: str) -> Perform:
    make_catalog(clock.now())
    account = make_staff(clock.now(), StaffRole.LICENSE_DESK, email="desk@vendor.example")
    key = handed_in(actor_for(account, clock.now()), clock.now(), export(*codes))
    return by_route(browser_of(account), "POST", "/api/staff/order-imports", {"key": key})


def _ask(_cloud: Cloud) -> Perform:
    return _asking(CODE)


def _run(cloud: Cloud) -> Perform:
    assert _asking(CODE, "bad", OTHER_CODE)("asked").status == 201
    event = {"Records": StreamReader(cloud.engine, IMPORTS).read()}
    return by_job(jobs.import_orders, event)


def _resume(_cloud: Cloud) -> Perform:
    assert _asking(CODE, "bad", OTHER_CODE)("asked").status == 201
    return by_job(jobs.resume_order_imports, SCHEDULED)


IMPORTING = (
    Operation(
        name="ask for an import",
        covers=("POST /api/staff/order-imports",),
        scene=_ask,
        status=201,
        writes=1,
        leaves=("orders.import_asked", "orders.imported"),
    ),
    Operation(
        name="job console_import_orders",
        covers=("job console_import_orders",),
        scene=_run,
        status=200,
        writes=4,
        leaves=("orders.imported",),
    ),
    Operation(
        name="job console_resume_order_imports",
        covers=("job console_resume_order_imports",),
        scene=_resume,
        status=200,
        writes=4,
        leaves=("orders.imported",),
    ),
)
