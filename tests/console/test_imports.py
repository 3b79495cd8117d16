"""LIC-18: an order export that staff hand in, from the upload to its report."""

import pytest

from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from chalicelib.console.service.imports import resume_imports, run_import
from chalicelib.licenses.rules.orders import COLUMNS
from tests.builders import actor_for, make_catalog, make_staff
from tests.client import Client
from tests.proof.operations.people import CODE, OTHER_CODE, browser_of
from tests.world.samples_shop import export, handed_in

pytestmark = pytest.mark.usefixtures("cloud")


def imported(desk: Client, key: str) -> tuple[str, tuple[int, int, int]]:
    """The import's id, and how many lines were new, known and bad."""
    import_id = desk.post("/api/staff/order-imports", {"key": key}).json["id"]
    assert resume_imports(clock.now()) == [import_id]
    run_import(import_id, clock.now())
    (done, *_) = desk.get("/api/staff/order-imports").json["items"]
    assert (done["id"], done["state"]) == (import_id, "done")
    return import_id, (done["new"], done["known"], done["bad"])


def test_good_lines_go_in_and_the_report_names_line_column_and_reason() -> None:
    """LIC-16: a partner whom nobody knows is told as a product would be."""
    make_catalog(clock.now())
    account = make_staff(clock.now(), StaffRole.LICENSE_DESK)
    desk, now = browser_of(account), clock.now()
    head, good, other = export(CODE, OTHER_CODE).decode().split("\n")
    cells = other.split(",")
    cells[COLUMNS.index("partner")] = "Nobody & Sons"
    content = "\n".join([head, ",".join(cells), good]).encode()
    key = handed_in(actor_for(account, now), now, content)
    import_id, counts = imported(desk, key)
    assert counts == (1, 0, 1)
    desk.language = "de"
    report = desk.get(f"/api/staff/order-imports/{import_id}/report").text
    (row,) = report.splitlines()[1:]
    assert row.startswith("2,partner,partner_unknown,Im Partnerverzeichnis steht niemand")
    assert imported(desk, key)[1] == (0, 1, 1)
