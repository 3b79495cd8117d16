"""LIC-10: offline leases."""

import base64
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from chalicelib.base import clock
from chalicelib.base.actor import Right
from chalicelib.licenses.leasing import held_until
from chalicelib.licenses.model.devices import Device
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.lease_file import LEASE
from chalicelib.licenses.rules.signed_text import parse
from chalicelib.licenses.signing import demand_ours, public_keys
from chalicelib.licenses.store.licenses import KIND
from kontor_verify.files import check_lease
from local.testing import Cloud
from tests.builders import make_colleague, make_license, make_person
from tests.checks.full import let_pass
from tests.client import Answer
from tests.invariants import check_all
from tests.licenses.leases import OfflineDevice, in_base64
from tests.licenses.test_activating import CODE, activate, ask, machine
from tests.proof.operations.people import browser_of, owner

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


class Holder:
    """Somebody who manages the licenses of a company that holds one."""

    def __init__(self, **columns: str) -> None:
        self.browser = owner()
        self.license = make_license(CODE, **columns)
        assert self.browser.post("/api/licenses", {"activation_code": CODE}).status == 201

    def lease(self, device: OfflineDevice | str, days: int = 30, **more: object) -> Answer:
        named: dict[str, object] = {"device": device}
        if isinstance(device, OfflineDevice):
            named = {"request_base64": in_base64(device.request())}
        return self.post("leases", {"days": days, **named, **more})

    def post(self, what: str, body: object = None) -> Answer:
        return self.browser.post(f"/api/licenses/{self.license.pk}/{what}", body)

    def give_back(self, device: OfflineDevice, lease_id: str) -> Answer:
        receipt = device.receipt(lease_id, self.license.pk)
        return self.post("lease-returns", {"receipt_base64": in_base64(receipt)})

    @property
    def used(self) -> int:
        return int(License.get(self.license.pk, KIND).seats_used or 0)

    @property
    def devices(self) -> list[Device]:
        return list(Device.query(self.license.pk, Device.sk.startswith("device#")))


def values(answer: Answer) -> dict[str, Any]:
    """What a lease file says; its signature is ours."""
    found = parse(base64.b64decode(answer.json["content_base64"]), LEASE, ("products",))
    demand_ours(found.values["signed-with"], found.signature, found.signed)
    return dict(found.values)


def today() -> date:
    return clock.now().date()


def test_a_request_file_gets_a_signed_lease_that_holds_a_seat(cloud: Cloud) -> None:
    holder, device = Holder(), OfflineDevice()
    answer = holder.lease(device, days=30)
    said = values(answer)
    assert answer.status == 201
    assert (said["record"], said["device"]) == (holder.license.pk, device.fingerprint)
    assert (said["device-key"], said["products"]) == (device.public_key, "guard-business")
    assert said["ends"] == (today() + timedelta(days=30)).isoformat()
    assert holder.used == 1
    assert holder.devices[0].name == "Tresor 3"
    check_all(cloud)


def test_a_person_may_name_the_device() -> None:
    holder = Holder()
    answer = holder.lease(machine(5), device_name="Tresor 5")
    assert values(answer)["device-key"] == "-"
    assert holder.devices[0].name == "Tresor 5"


def test_a_lease_counts_as_a_seat_and_frees_it_when_it_is_over(cloud: Cloud) -> None:
    """Invariant 5: held for as long as a device whose clock is a day behind may go by it."""
    holder = Holder(nodes="1")
    holder.lease(OfflineDevice(), days=3)
    assert activate(2).code == "no_seat_left"
    let_pass(days=5)
    assert activate(2).code == "no_seat_left"
    check_all(cloud)
    let_pass(days=1)
    assert activate(2).status == 200
    assert holder.used == 1
    check_all(cloud)


@pytest.mark.parametrize("wrong", [timedelta(days=-1), timedelta(), timedelta(days=1)])
def test_no_device_goes_by_a_lease_whose_seat_is_free(wrong: timedelta) -> None:
    """Invariant 5, for a clock that is a day behind, right, or a day ahead."""
    lease = base64.b64decode(Holder().lease(OfflineDevice(1), days=3).json["content_base64"])
    freed = held_until(today() + timedelta(days=3))
    keys = {key_id: base64.b64decode(key) for key_id, key in public_keys().items()}
    for early, good in ((timedelta(seconds=1), wrong < timedelta()), (timedelta(), False)):
        by_its_clock = freed - early + wrong
        assert check_lease(lease, keys, by_its_clock, device=machine(1)).is_valid == good
    last_evening = freed - timedelta(days=2, seconds=1)
    assert check_lease(lease, keys, last_evening + wrong, device=machine(1)).is_valid


def test_a_full_license_gives_no_lease() -> None:
    holder = Holder(nodes="1")
    activate(2)
    assert (holder.lease(OfflineDevice()).status, holder.lease(OfflineDevice()).code) == (
        409,
        "no_seat_left",
    )


def test_an_active_device_keeps_its_one_seat_with_a_lease(cloud: Cloud) -> None:
    holder = Holder(nodes="1")
    since = activate(1).json["since"]
    assert holder.lease(OfflineDevice(1)).status == 201
    assert holder.used == 1
    again = activate(1).json
    assert (again["since"], again["lease_ends"] is not None) == (since, True)
    check_all(cloud)


def test_a_lease_can_be_prolonged_and_never_gets_shorter(cloud: Cloud) -> None:
    holder, device = Holder(nodes="1"), OfflineDevice()
    holder.lease(device, days=10)
    longer = values(holder.lease(device, days=20))
    assert longer["ends"] == (today() + timedelta(days=20)).isoformat()
    assert values(holder.lease(device, days=1))["ends"] == longer["ends"]
    assert holder.used == 1
    check_all(cloud)


def test_a_lease_ends_with_its_license_at_the_latest() -> None:
    ends = today() + timedelta(days=5)
    holder = Holder(expires_on=ends.isoformat())
    assert values(holder.lease(OfflineDevice(), days=60))["ends"] == ends.isoformat()


def test_a_device_with_a_lease_is_not_released_online() -> None:
    holder = Holder()
    holder.lease(OfflineDevice(1))
    answer = ask("release", 1)
    assert (answer.status, answer.code) == (409, "lease_running")
    assert holder.used == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "request_damaged"),
        (b"%PDF-1.7 something else entirely", "request_foreign"),
        (OfflineDevice().request()[:-40], "request_damaged"),
        (OfflineDevice().request().replace(b"Tresor 3", b"Tresor 4"), "request_damaged"),
    ],
)
def test_a_bad_request_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    answer = Holder().post("leases", {"days": 3, "request_base64": in_base64(content)})
    assert answer.reasons() == {"request_base64": {reason}}


def test_a_request_for_another_license_is_refused() -> None:
    content = in_base64(OfflineDevice().request("LIC-AAAA-AAAA"))
    answer = Holder().post("leases", {"days": 3, "request_base64": content})
    assert answer.reasons() == {"request_base64": {"request_other_license"}}


def test_a_request_that_another_key_signed_is_refused() -> None:
    device = OfflineDevice()
    device.public_key = OfflineDevice(2).public_key
    assert Holder().lease(device).reasons() == {"request_base64": {"request_forged"}}


@pytest.mark.parametrize("days", [0, 91])
def test_a_lease_is_for_a_bounded_time(days: int) -> None:
    assert Holder().lease(OfflineDevice(), days=days).reasons().keys() == {"days"}


def test_exactly_one_of_request_and_device_is_wanted() -> None:
    holder = Holder()
    both = {"request_base64": in_base64(OfflineDevice().request()), "device": machine(1)}
    for sent in ({}, both):
        reasons = holder.post("leases", {"days": 3, **sent}).reasons()
        assert reasons == {"request_base64": {"request_or_device"}}


def test_a_blocked_license_gives_no_lease() -> None:
    """LIC-11."""
    holder = Holder()
    holder.license.refresh()
    holder.license.update([License.blocked_at.set(clock.now())])
    assert holder.lease(OfflineDevice()).code == "on_deny_list"


def test_a_license_that_is_blocked_meanwhile_prolongs_no_lease() -> None:
    """LIC-11; the one that is out stands on the deny list by its record."""
    holder, device = Holder(), OfflineDevice()
    lease_id = values(holder.lease(device, days=5))["lease-id"]
    License.get(holder.license.pk, KIND).update([License.blocked_at.set(clock.now())])
    assert holder.lease(device, days=9).code == "on_deny_list"
    assert holder.give_back(device, lease_id).status == 200


def test_a_license_that_has_not_begun_gives_no_lease() -> None:
    starts = today() + timedelta(days=2)
    holder = Holder(starts_on=starts.isoformat())
    refused = holder.lease(OfflineDevice())
    assert (refused.status, refused.code) == (403, "license_not_started")
    assert refused.json["params"] == {"starts": starts.isoformat()}


def test_only_who_manages_licenses_gets_one() -> None:
    person = make_person(clock.now())
    holder = Holder.__new__(Holder)
    holder.browser, holder.license = browser_of(person), make_license(CODE)
    holder.browser.post("/api/licenses", {"activation_code": CODE})
    holder.browser = browser_of(make_colleague(person, clock.now(), Right.MANAGE_USERS))
    assert holder.lease(OfflineDevice()).code == "forbidden"
