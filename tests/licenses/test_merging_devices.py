"""LIC-14, LIC-10: the devices of licenses that were merged count on the one that is left."""

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.base import clock
from chalicelib.licenses.model.devices import Device
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.codes import show_code
from chalicelib.licenses.sealing import open_code
from chalicelib.licenses.store.licenses import KIND
from local.testing import Cloud
from tests.builders import make_license
from tests.checks.full import let_pass
from tests.client import Answer, Client
from tests.invariants import check_all
from tests.licenses.leases import OfflineDevice, in_base64
from tests.licenses.test_activating import SERVICE, activate, ask, machine
from tests.licenses.test_leasing import values
from tests.proof.operations.license_scenes import SECOND_OF_DESK, by_desk, in_days
from tests.proof.operations.people import CODE, OTHER_CODE, owner

pytestmark = pytest.mark.usefixtures("cloud", "_clock")


@pytest.fixture
def _clock() -> object:
    yield
    clock.shift_by(timedelta)


class Merged:
    """Two licenses of one company; what becomes one of them when `merge` is called."""

    def __init__(self, nodes: str = "2") -> None:
        self.browser = owner()
        self.stays = self._held(CODE, nodes, "HG-26-4711", "2026-01-15")
        self.goes = self._held(OTHER_CODE, nodes, "HG-26-4712", "2026-01-16")

    def _held(self, code: str, nodes: str, serial: str, issued_on: str) -> License:
        terms = {"nodes": nodes, "serial_number": serial, "issued_on": issued_on}
        made = make_license(code, expires_on=in_days(40), **terms)
        assert self.browser.post("/api/licenses", {"activation_code": code}).status == 201
        return made

    def merge(self) -> None:
        body = {"others": [self.goes.public_id], "expires_on": in_days(400)}
        answer = by_desk(self.stays, "merger", body)("merge")
        assert answer.status == 200, answer.text

    @property
    def new_code(self) -> str:
        now = License.get(self.stays.pk, KIND)
        return show_code(open_code(now.sealed_code, now.pk))

    @property
    def used(self) -> tuple[int, int]:
        both = (License.get(each.pk, KIND) for each in (self.stays, self.goes))
        stays, goes = (int(each.seats_used or 0) for each in both)
        return stays, goes

    def devices(self) -> Any:
        return self.browser.get(f"/api/licenses/{self.stays.pk}/devices").json

    def lease(self, license_: License, device: OfflineDevice, days: int = 20) -> Answer:
        wish = {"request_base64": in_base64(device.request()), "days": days}
        return self.browser.post(f"/api/licenses/{license_.pk}/leases", wish)


def of(license_: License) -> int:
    return len(list(Device.query(license_.pk, Device.sk.startswith("device#"))))


def test_devices_of_both_count_on_the_one_that_is_left(cloud: Cloud) -> None:
    """Never more at once than both had seats."""
    merged = Merged()
    activate(1)
    activate(2, OTHER_CODE)
    activate(3, OTHER_CODE)
    merged.merge()
    assert merged.used == (3, 0)
    assert activate(4, merged.new_code).status == 200
    full = activate(5, merged.new_code)
    assert (full.code, full.json["params"]) == ("no_seat_left", {"nodes": 4})
    page = merged.devices()
    assert (page["seats_used"], page["nodes"]) == (4, 4)
    check_all(cloud)


def test_a_device_on_an_old_code_goes_on_and_takes_its_seat_along(cloud: Cloud) -> None:
    """LIC-12: it is told to move, and loses nothing when it does."""
    merged = Merged()
    first = activate(2, OTHER_CODE, device_name="PC-0815").json
    merged.merge()
    assert ask("heartbeat", 2, OTHER_CODE).json["code_replaced"] is True
    moved = activate(2, merged.new_code)
    assert (moved.status, moved.json["since"]) == (200, first["since"])
    assert moved.json["code_replaced"] is False
    assert merged.used == (1, 0)
    assert (of(merged.stays), of(merged.goes)) == (1, 0)
    assert merged.devices()["items"][0]["name"] == "PC-0815"
    assert activate(2, merged.new_code).json == moved.json
    check_all(cloud)


def test_on_an_old_code_the_renewed_term_counts() -> None:
    """The other license's own last day is over, its device goes on."""
    merged = Merged()
    activate(2, OTHER_CODE)
    merged.merge()
    let_pass(days=60)
    assert ask("heartbeat", 2, OTHER_CODE).status == 200
    told = ask("status", 2, OTHER_CODE).json
    assert (told["state"], told["nodes"]) == ("active", 4)


def test_a_block_of_the_one_that_is_left_reaches_every_device() -> None:
    merged = Merged()
    activate(2, OTHER_CODE)
    merged.merge()
    assert (
        by_desk(merged.stays, "block", {"reason": "Not paid."}, SECOND_OF_DESK)("block").status
        == 200
    )
    assert ask("heartbeat", 2, OTHER_CODE).code == "on_deny_list"


@pytest.mark.parametrize("old", [True, False])
def test_a_seat_is_given_back_by_either_code(cloud: Cloud, old: bool) -> None:
    merged = Merged()
    activate(2, OTHER_CODE)
    merged.merge()
    code = OTHER_CODE if old else merged.new_code
    first = ask("release", 2, code)
    assert first.status == 200
    assert ask("release", 2, code).json == first.json
    assert merged.used == (0, 0)
    check_all(cloud)


def test_devices_of_both_are_listed_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """LIC-17: wherever a page ends, and the last one says that it is."""
    from chalicelib.aws.settings import settings

    merged = Merged(nodes="4")
    for number in range(3):
        activate(number, device_name=f"one {number}")
        activate(10 + number, OTHER_CODE, device_name=f"two {number}")
    merged.merge()
    path = f"/api/licenses/{merged.stays.pk}/devices"
    for size in range(1, 7):
        monkeypatch.setenv("KONTOR_PAGE_SIZE", str(size))
        settings.cache_clear()
        found, cursor = [], ""
        while True:
            page = merged.browser.get(path, **({"cursor": cursor} if cursor else {})).json
            found.append([row["name"] for row in page["items"]])
            if not (cursor := page["next_cursor"]):
                break
        assert len({name for names in found for name in names}) == 6
        assert [len(names) for names in found[:-1]] == [size] * (len(found) - 1)
        assert found[-1]


def test_devices_of_both_are_listed_and_dropped(cloud: Cloud) -> None:
    """LIC-17."""
    merged = Merged()
    activate(1, device_name="one")
    activate(2, OTHER_CODE, device_name="two")
    merged.merge()
    path = f"/api/licenses/{merged.stays.pk}/devices"
    rows = {row["name"]: row["id"] for row in merged.devices()["items"]}
    assert rows.keys() == {"one", "two"}
    dropped = merged.browser.post(f"{path}/{rows['two']}/drop")
    assert (dropped.status, dropped.json["seats_used"]) == (200, 1)
    check_all(cloud)


def test_a_lease_holds_its_seat_and_comes_back_by_its_receipt(cloud: Cloud) -> None:
    merged, device = Merged(nodes="1"), OfflineDevice(7)
    lease_id = values(merged.lease(merged.goes, device))["lease-id"]
    merged.merge()
    active = activate(7, merged.new_code)
    assert (active.status, active.json["lease_ends"]) == (200, in_days(20))
    assert merged.used == (1, 0)
    receipt = {"receipt_base64": in_base64(device.receipt(lease_id, merged.goes.pk))}
    path = f"/api/licenses/{merged.stays.pk}/lease-returns"
    assert merged.browser.post(path, receipt).status == 200
    assert merged.used == (0, 0)
    check_all(cloud)


def test_a_lease_is_prolonged_in_the_license_that_is_left(cloud: Cloud) -> None:
    merged, device = Merged(nodes="1"), OfflineDevice(7)
    merged.lease(merged.goes, device)
    merged.merge()
    assert merged.lease(merged.stays, device, days=80).status == 201
    assert merged.used == (1, 0)
    assert (of(merged.stays), of(merged.goes)) == (1, 0)
    check_all(cloud)


def test_a_lease_of_the_other_that_is_over_makes_room(cloud: Cloud) -> None:
    merged = Merged(nodes="1")
    merged.lease(merged.goes, OfflineDevice(7), days=3)
    merged.merge()
    assert activate(1, merged.new_code).status == 200
    assert activate(2, merged.new_code).code == "no_seat_left"
    let_pass(days=6)
    assert merged.devices()["seats_used"] == 1
    assert activate(2, merged.new_code).status == 200
    assert merged.used == (2, 0)
    check_all(cloud)


def test_nobody_starts_on_a_license_that_was_merged_away() -> None:
    merged = Merged()
    merged.merge()
    assert activate(9, OTHER_CODE).code == "code_replaced"
    assert merged.lease(merged.goes, OfflineDevice(7)).status == 404


def test_a_further_code_still_knows_the_devices(cloud: Cloud) -> None:
    """LIC-12: more seats after the merger."""
    merged = Merged()
    activate(2, OTHER_CODE)
    merged.merge()
    assert by_desk(merged.stays, "seats", {"seats": 1}, SECOND_OF_DESK)("seats").status == 200
    assert activate(2, merged.new_code).status == 200
    assert merged.used == (1, 0)
    check_all(cloud)


def test_an_application_may_return_a_lease_of_a_license_that_was_merged_away(cloud: Cloud) -> None:
    merged, device = Merged(nodes="1"), OfflineDevice(7)
    lease_id = values(merged.lease(merged.goes, device))["lease-id"]
    merged.merge()
    receipt = {"receipt_base64": in_base64(device.receipt(lease_id, merged.goes.pk))}
    assert Client().post(f"{SERVICE}/lease-returns", receipt).status == 200
    assert merged.used == (0, 0)
    assert machine(7) == device.fingerprint
    check_all(cloud)
