"""LIC-10: leases that are given back by the receipts of their devices."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.base import clock
from local.testing import Cloud
from tests.checks.full import let_pass
from tests.client import Client
from tests.invariants import check_all
from tests.licenses.leases import OfflineDevice, in_base64
from tests.licenses.test_activating import SERVICE, activate
from tests.licenses.test_leasing import Holder, values

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


def test_a_lease_is_returned_by_its_devices_receipt(cloud: Cloud) -> None:
    holder, device = Holder(nodes="1"), OfflineDevice()
    lease_id = values(holder.lease(device))["lease-id"]
    assert holder.give_back(device, lease_id).json["state"] == "released"
    assert holder.give_back(device, lease_id).status == 200
    assert holder.used == 0
    assert activate(2).status == 200
    check_all(cloud)


def test_an_application_that_is_online_again_returns_it_itself() -> None:
    holder, device = Holder(), OfflineDevice()
    lease_id = values(holder.lease(device))["lease-id"]
    receipt = in_base64(device.receipt(lease_id, holder.license.pk))
    answer = Client().post(f"{SERVICE}/lease-returns", {"receipt_base64": receipt})
    assert (answer.status, holder.used) == (200, 0)


def test_another_devices_receipt_returns_nothing() -> None:
    holder, device, other = Holder(), OfflineDevice(1), OfflineDevice(2)
    lease_id = values(holder.lease(device))["lease-id"]
    other.fingerprint = device.fingerprint
    for receipt in (
        other.receipt(lease_id, holder.license.pk),
        device.receipt("01KAEX5H0M5Y7R3W9V2C4D6F8G", holder.license.pk),
        device.receipt(lease_id, "01KAEX5H0M5Y7R3W9V2C4D6F8G"),
    ):
        sent = {"receipt_base64": in_base64(receipt)}
        assert holder.post("lease-returns", sent).code == "receipt_refused"
        assert Client().post(f"{SERVICE}/lease-returns", sent).code == "receipt_refused"
    assert holder.used == 1


def test_a_receipt_that_was_taken_is_answered_again_to_its_device_alone() -> None:
    """Whoever made one up hears nothing of the release."""
    holder, device, other = Holder(), OfflineDevice(1), OfflineDevice(2)
    lease_id = values(holder.lease(device))["lease-id"]
    first = holder.give_back(device, lease_id)
    other.fingerprint = device.fingerprint
    assert holder.give_back(other, lease_id).code == "receipt_refused"
    assert holder.give_back(device, "01KAEX5H0M5Y7R3W9V2C4D6F8G").code == "receipt_refused"
    assert holder.give_back(device, lease_id).json == first.json


def test_a_receipt_frees_no_seat_that_was_taken_since() -> None:
    """Shown once more after the device came back, with or without another lease."""
    holder, device = Holder(nodes="1"), OfflineDevice(1)
    lease_id = values(holder.lease(device))["lease-id"]
    holder.give_back(device, lease_id)
    activate(1)
    assert holder.give_back(device, lease_id).code == "receipt_refused"
    holder.lease(device)
    assert holder.give_back(device, lease_id).code == "receipt_refused"
    assert holder.used == 1


def test_a_receipt_for_a_lease_that_is_over_returns_nothing() -> None:
    holder, device = Holder(nodes="1"), OfflineDevice(1)
    lease_id = values(holder.lease(device, days=1))["lease-id"]
    let_pass(days=5)
    assert activate(2).status == 200
    assert holder.give_back(device, lease_id).code == "receipt_refused"


def test_an_older_receipt_does_not_return_a_newer_lease() -> None:
    holder, device = Holder(), OfflineDevice()
    first = values(holder.lease(device))["lease-id"]
    holder.lease(device, days=40)
    assert holder.give_back(device, first).code == "receipt_refused"
