"""Devices, leases and people that want a license's seats at the same moment."""

from collections.abc import Iterator

from chalicelib.aws.settings import settings
from chalicelib.licenses.model.license import License
from local.testing import Cloud
from tests.builders import make_license
from tests.checks.full import let_pass
from tests.licenses.leases import OfflineDevice, in_base64
from tests.licenses.test_activating import activate
from tests.licenses.test_leasing import Holder, values
from tests.proof.operation import Outcome, by_route
from tests.proof.operations.activation import asking, dropped, lease_wish
from tests.proof.operations.license_scenes import by_desk, held, in_days
from tests.proof.operations.people import CODE, OTHER_CODE
from tests.proof.races.interleaving import Act
from tests.proof.races.race import (
    Judge,
    Race,
    both,
    first_may_come_late,
    once,
    one_wins,
    refused_clearly,
)

Two = tuple[Act, Act]


def _last_seat(_cloud: Cloud) -> Two:
    make_license(CODE, nodes="1")
    return once(asking("activate", 1)), once(asking("activate", 2))


def _one_device(_cloud: Cloud) -> Two:
    make_license(CODE, nodes="1")
    return once(asking("activate", 1)), once(asking("activate", 1))


def _release_and_come(_cloud: Cloud) -> Two:
    make_license(CODE, nodes="1")
    assert activate(1).status == 200
    return once(asking("release", 1)), once(asking("activate", 2))


def _release_and_come_back(_cloud: Cloud) -> Two:
    make_license(CODE, nodes="1")
    assert activate(1).status == 200
    return once(asking("release", 1)), once(asking("activate", 1))


def _release_twice(_cloud: Cloud) -> Two:
    make_license(CODE, nodes="1")
    assert activate(1).status == 200
    return once(asking("release", 1)), once(asking("release", 1))


def _leasing(holder: Holder, device: OfflineDevice) -> Act:
    path = f"/api/licenses/{holder.license.pk}/leases"
    return once(by_route(holder.browser, "POST", path, lease_wish(device)))


def _lease_or_activate(_cloud: Cloud) -> Two:
    return _leasing(Holder(nodes="1"), OfflineDevice(1)), once(asking("activate", 2))


def _lease_and_activate_one(_cloud: Cloud) -> Two:
    return _leasing(Holder(nodes="1"), OfflineDevice(1)), once(asking("activate", 1))


def _return_and_prolong(_cloud: Cloud) -> Two:
    holder, device = Holder(nodes="1"), OfflineDevice(1)
    lease_id = values(holder.lease(device, days=3))["lease-id"]
    receipt = {"receipt_base64": in_base64(device.receipt(lease_id, holder.license.pk))}
    path = f"/api/licenses/{holder.license.pk}/lease-returns"
    return once(by_route(holder.browser, "POST", path, receipt)), _leasing(holder, device)


def _ended_lease_wanted_by_two(_cloud: Cloud) -> Two:
    holder, device = Holder(nodes="1"), OfflineDevice(1)
    holder.lease(device, days=1)
    let_pass(days=5)
    return _leasing(holder, device), once(asking("activate", 2))


def _receipt_and_activate(_cloud: Cloud) -> Two:
    holder, device = Holder(nodes="1"), OfflineDevice(1)
    lease_id = values(holder.lease(device, days=3))["lease-id"]
    receipt = {"receipt_base64": in_base64(device.receipt(lease_id, holder.license.pk))}
    path = f"/api/licenses/{holder.license.pk}/lease-returns"
    return once(asking("activate", 1)), once(by_route(holder.browser, "POST", path, receipt))


def _drop_and_release(_cloud: Cloud) -> Two:
    holder = Holder(nodes="1")
    path = f"/api/licenses/{holder.license.pk}/{dropped(holder)}"
    return once(by_route(holder.browser, "POST", path)), once(asking("release", 1))


def _merging(*, active: bool) -> tuple[License, Act]:
    """Of two licenses at their renewal the one that is to go, and the act that merges them."""
    holder = Holder(nodes="1", expires_on=in_days(20))
    more = {"serial_number": "HG-26-4712", "issued_on": "2026-01-16"}
    goes = held(OTHER_CODE, holder.browser, nodes="1", expires_on=in_days(40), **more)
    if active:
        assert activate(1, OTHER_CODE).status == 200
    body = {"others": [goes.public_id], "expires_on": in_days(400)}
    return goes, once(by_desk(holder.license, "merger", body))


def _merge_and_activate(_cloud: Cloud) -> Two:
    _, merge = _merging(active=False)
    return once(asking("activate", 1, OTHER_CODE)), merge


def _merge_and_release(_cloud: Cloud) -> Two:
    _, merge = _merging(active=True)
    return once(asking("release", 1, OTHER_CODE)), merge


def _marked_twice(_cloud: Cloud) -> Two:
    Holder(nodes="1")
    for number in range(settings().overuse_devices):
        activate(number)
    return once(asking("activate", 98)), once(asking("activate", 99))


def _neither(first: Outcome, second: Outcome) -> Iterator[str]:
    for outcome in (first, second):
        yield from refused_clearly(outcome, "no_seat_left")


def _second_may_come_early(first: Outcome, second: Outcome) -> Iterator[str]:
    """Who gives a seat back does in any case; who wants it may be too early."""
    if first.status != 200:
        yield f"answered {first}, and not 200"
    if second.status != 200:
        yield from refused_clearly(second, "no_seat_left", "conflict")


def _leased_or_activated(*refusals: str) -> Judge:
    """Just one of them has the last seat."""

    def judge(first: Outcome, second: Outcome) -> Iterator[str]:
        if (first.status == 201) == (second.status == 200):
            yield f"not one of two has it: {first}, {second}"
        for outcome in (first, second):
            if outcome.status >= 400:
                yield from refused_clearly(outcome, *refusals)

    return judge


def _one_of_them(first: Outcome, second: Outcome) -> Iterator[str]:
    """A receipt for a lease that was prolonged meanwhile returns nothing."""
    for outcome, status in ((first, 200), (second, 201)):
        if outcome.status != status:
            yield from refused_clearly(outcome, "receipt_refused", "conflict")


def _dropped_or_released(first: Outcome, second: Outcome) -> Iterator[str]:
    """The seat comes free once; who comes second is told that it is."""
    if first.status != 200:
        yield from refused_clearly(first, "not_found", "conflict")
    if second.status != 200:
        yield f"answered {second}, and not 200"


ACTIVATION = (
    Race("two devices take the last seat", _last_seat, one_wins(200, "no_seat_left")),
    Race("one device activates twice", _one_device, both(200, 200)),
    Race("one leaves and another comes", _release_and_come, _second_may_come_early),
    Race("one leaves and comes back", _release_and_come_back, both(200, 200)),
    Race("one device leaves twice", _release_twice, both(200, 200)),
    Race(
        "a lease and a device want the last seat",
        _lease_or_activate,
        _leased_or_activated("no_seat_left"),
    ),
    Race("a device activates while it gets a lease", _lease_and_activate_one, both(201, 200)),
    Race("a lease is returned and prolonged", _return_and_prolong, _one_of_them),
    Race(
        "an ended lease's seat is wanted by two",
        _ended_lease_wanted_by_two,
        _leased_or_activated("no_seat_left", "conflict"),
    ),
    Race("a device comes as its lease is returned", _receipt_and_activate, both(200, 200)),
    Race("a device is dropped and leaves", _drop_and_release, _dropped_or_released),
    Race(
        "a device comes as its license is merged",
        _merge_and_activate,
        first_may_come_late(200, 200, "code_replaced"),
    ),
    Race("a device leaves as its license is merged", _merge_and_release, both(200, 200)),
    Race("two devices too many are told of once", _marked_twice, _neither),
)
