"""LIC-17, STF-5: which devices hold a license's seats."""

import csv
from io import StringIO
from typing import Any

import pytest

from chalicelib.audit.model import Entry
from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from chalicelib.base.delimited import defused
from chalicelib.licenses.rules.usage import COLUMNS
from local.testing import Cloud
from tests.builders import make_staff
from tests.capacity import counted
from tests.invariants import check_all
from tests.licenses.leases import OfflineDevice
from tests.licenses.test_activating import activate, ask
from tests.licenses.test_leasing import Holder
from tests.proof.operations.people import browser_of

pytestmark = pytest.mark.usefixtures("cloud")


def devices(holder: Holder, **query: str) -> Any:
    answer = holder.browser.get(f"/api/licenses/{holder.license.pk}/devices", **query)
    assert answer.status == 200, answer.text
    return answer.json


def test_the_list_tells_who_holds_a_seat_since_when_and_last_seen() -> None:
    holder = Holder()
    activate(1, device_name="PC-0815")
    holder.lease(OfflineDevice(2))
    page = devices(holder)
    assert (page["seats_used"], page["nodes"]) == (2, 25)
    rows = {row["name"]: row for row in page["items"]}
    assert rows["PC-0815"]["seen_on"] == clock.now().date().isoformat()
    assert (rows["PC-0815"]["kind"], rows["PC-0815"]["lease_ends"]) == ("activated", None)
    assert rows["Tresor 3"]["kind"] == "lease"
    assert rows["Tresor 3"]["returnable"]


def test_a_page_costs_the_same_whatever_stands_behind_it() -> None:
    holder = Holder(nodes="100")
    for number in range(60):
        activate(number, device_name=f"PC-{number:04}")
    with counted() as costs:
        first = devices(holder)
    assert len(first["items"]) == 25
    units = costs.units
    with counted() as costs:
        devices(holder, cursor=str(first["next_cursor"]))
    assert costs.units == units


def test_a_device_that_is_dropped_loses_its_seat(cloud: Cloud) -> None:
    holder = Holder(nodes="1")
    activate(1, device_name="PC-0815")
    (row,) = devices(holder)["items"]
    answer = holder.post(f"devices/{row['id']}/drop")
    assert (answer.status, answer.json["seats_used"]) == (200, 0)
    assert ask("heartbeat", 1).code == "device_not_activated"
    assert activate(2).status == 200
    assert holder.post(f"devices/{row['id']}/drop").status == 404
    entries = [entry.action for entry in check_all(cloud).of(Entry)]
    assert entries.count("device.dropped") == 1


def test_a_device_with_a_lease_is_not_dropped() -> None:
    """It could not be told."""
    holder = Holder()
    holder.lease(OfflineDevice(1))
    (row,) = devices(holder)["items"]
    assert holder.post(f"devices/{row['id']}/drop").code == "lease_running"


@pytest.mark.parametrize("name", ["=1+1", "+49", "-1", "@SUM(A1)", "plain", 'quo"ted, too'])
def test_the_table_is_safe_to_open(name: str) -> None:
    holder = Holder()
    activate(1, device_name=name)
    answer = holder.browser.get(f"/api/licenses/{holder.license.pk}/devices.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"]
    head, row = csv.reader(StringIO(answer.text))
    assert tuple(head) == COLUMNS
    cells = dict(zip(head, row, strict=True))
    assert (cells["license"], cells["kind"]) == (holder.license.public_id, "activated")
    assert cells["name"] == defused(name)
    assert not cells["name"].startswith(("=", "+", "-", "@"))


def test_a_long_table_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from chalicelib.aws.settings import settings

    holder = Holder()
    for number in range(5):
        activate(number)
    monkeypatch.setenv("KONTOR_DEVICE_ROWS", "3")
    settings.cache_clear()
    path = f"/api/licenses/{holder.license.pk}/devices.csv"
    first = holder.browser.get(path)
    rest = holder.browser.get(path, cursor=first.headers["x-next-cursor"])
    assert len(list(csv.reader(StringIO(first.text + rest.text)))) == 6
    assert "x-next-cursor" not in rest.headers


def test_staff_see_devices_and_who_found_no_seat() -> None:
    """STF-5."""
    holder = Holder(nodes="1")
    for number in range(7):
        activate(number)
    desk = browser_of(make_staff(clock.now(), StaffRole.LICENSE_DESK))
    page = desk.get(f"/api/staff/licenses/{holder.license.pk}/devices").json
    assert (page["seats_used"], page["refused_today"]) == (1, 6)
    assert page["overused_at"] is not None
    device_id = page["items"][0]["id"]
    path = f"/api/staff/licenses/{holder.license.pk}/devices/{device_id}/drop"
    assert desk.post(path).status == 200
    assert desk.get("/api/staff/licenses/x/devices").status == 404


def test_agents_see_devices_and_drop_none() -> None:
    holder = Holder()
    activate()
    agent = browser_of(make_staff(clock.now()))
    page = agent.get(f"/api/staff/licenses/{holder.license.pk}/devices").json
    path = f"/api/staff/licenses/{holder.license.pk}/devices/{page['items'][0]['id']}/drop"
    assert agent.post(path).code == "forbidden"
