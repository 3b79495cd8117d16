"""Devices that take seats, offline leases, and the deny list."""

from collections.abc import Callable

from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from chalicelib.licenses import jobs
from chalicelib.licenses.model.devices import Device
from chalicelib.licenses.store.devices import device_of
from local.testing import Cloud
from tests.builders import make_license, make_staff
from tests.checks.full import let_pass
from tests.client import Client
from tests.licenses.leases import OfflineDevice, in_base64
from tests.licenses.test_activating import SERVICE, activate, machine
from tests.licenses.test_leasing import Holder, values
from tests.proof.operation import Operation, Perform, by_job, by_route
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.license_scenes import by_desk
from tests.proof.operations.people import CODE, browser_of

Scene = Callable[[Cloud], Perform]


def asking(what: str, number: int = 1, code: str = CODE) -> Perform:
    """A device that asks the service something."""
    wish = {"code": code, "device": machine(number)}
    more = {"product": "guard-business"} if what == "activate" else {}
    return by_route(Client(), "POST", f"{SERVICE}/{what}", wish | more)


def _license_with(*active: int, nodes: int = 2) -> None:
    make_license(CODE, nodes=str(nodes))
    for number in active:
        assert activate(number).status == 200


def _asks(what: str, number: int, *active: int, nodes: int = 2) -> Scene:
    def scene(_cloud: Cloud) -> Perform:
        _license_with(*active, nodes=nodes)
        return asking(what, number)

    return scene


def _asks_as_one_too_many_of_many(_cloud: Cloud) -> Perform:
    Holder(nodes="1")
    for number in range(settings().overuse_devices):
        activate(number)
    return asking("activate", 99)


def _reviews(_cloud: Cloud) -> Perform:
    license_ = Holder(nodes="1").license
    for number in range(settings().overuse_devices + 1):
        activate(number)
    return by_desk(license_, "overuse-review", None)


def _beats_a_day_later(_cloud: Cloud) -> Perform:
    _license_with(1)
    let_pass(days=1)
    return asking("heartbeat", 1)


def _takes_an_ended_leases_seat(_cloud: Cloud) -> Perform:
    Holder(nodes="1").lease(OfflineDevice(), days=1)
    let_pass(days=5)
    return asking("activate", 2)


def _manages(what: str, holder: Holder, body: object = None) -> Perform:
    path = f"/api/licenses/{holder.license.pk}/{what}"
    return by_route(holder.browser, "POST", path, body)


def lease_wish(device: OfflineDevice, days: int = 20) -> dict[str, object]:
    """What asks for a lease."""
    return {"request_base64": in_base64(device.request()), "days": days}


def _leases(_cloud: Cloud) -> Perform:
    return _manages("leases", Holder(), lease_wish(OfflineDevice()))


def _leases_to_an_active_device(_cloud: Cloud) -> Perform:
    holder = Holder()
    activate(1)
    return _manages("leases", holder, lease_wish(OfflineDevice(1)))


def _prolongs(_cloud: Cloud) -> Perform:
    holder = Holder()
    holder.lease(OfflineDevice(), days=5)
    return _manages("leases", holder, lease_wish(OfflineDevice()))


def _receipt(holder: Holder) -> dict[str, object]:
    device = OfflineDevice()
    lease_id = values(holder.lease(device))["lease-id"]
    return {"receipt_base64": in_base64(device.receipt(lease_id, holder.license.pk))}


def _returns(_cloud: Cloud) -> Perform:
    holder = Holder()
    return _manages("lease-returns", holder, _receipt(holder))


def _returns_online(_cloud: Cloud) -> Perform:
    return by_route(Client(), "POST", f"{SERVICE}/lease-returns", _receipt(Holder()))


def dropped(holder: Holder) -> str:
    """The device that is to be dropped, as a path."""
    assert activate(1).status == 200
    (device,) = Device.query(holder.license.pk, Device.sk.startswith("device#"))
    return f"devices/{device_of(device)}/drop"


def _drops(_cloud: Cloud) -> Perform:
    holder = Holder()
    return _manages(dropped(holder), holder)


def _staff_drop(_cloud: Cloud) -> Perform:
    holder = Holder()
    desk = browser_of(make_staff(clock.now(), StaffRole.LICENSE_DESK))
    return by_route(desk, "POST", f"/api/staff/licenses/{holder.license.pk}/{dropped(holder)}")


def _publish(_cloud: Cloud) -> Perform:
    make_license(CODE, blocked_at="2026-01-20T12:00:00Z")
    return by_job(jobs.publish_deny_list, SCHEDULED)


def _service(name: str, what: str, scene: Scene, status: int, writes: int) -> Operation:
    covers = (f"POST {SERVICE}/{what}",)
    return Operation(name=name, covers=covers, scene=scene, status=status, writes=writes)


LEASES = "POST /api/licenses/{license_id}/leases"


def _lease(name: str, scene: Scene) -> Operation:
    covers, leaves = (LEASES,), ("lease.signed",)
    return Operation(name=name, covers=covers, scene=scene, status=201, writes=1, leaves=leaves)


ACTIVATION = (
    _service("activate a device", "activate", _asks("activate", 1), 200, 1),
    _service("activate an active device", "activate", _asks("activate", 1, 1), 200, 1),
    _service("activate one too many", "activate", _asks("activate", 3, 1, 2), 409, 3),
    Operation(
        name="activate one too many of many",
        covers=(f"POST {SERVICE}/activate",),
        scene=_asks_as_one_too_many_of_many,
        status=409,
        writes=4,
        leaves=("license.overused",),
        tells=("license_overused",),
    ),
    Operation(
        name="review an overuse",
        covers=("POST /api/staff/licenses/{license_id}/overuse-review",),
        scene=_reviews,
        status=200,
        writes=1,
        leaves=("license.overuse_reviewed",),
    ),
    _service("take an ended lease's seat", "activate", _takes_an_ended_leases_seat, 200, 3),
    _service("release a device", "release", _asks("release", 1, 1), 200, 1),
    _service("release a stranger", "release", _asks("release", 2, 1), 404, 1),
    _service("be seen", "heartbeat", _beats_a_day_later, 200, 1),
    _service("ask for the status", "status", _asks("status", 1, 1), 200, 0),
    _lease("lease a seat", _leases),
    _lease("lease the seat that a device has", _leases_to_an_active_device),
    _lease("prolong a lease", _prolongs),
    Operation(
        name="return a lease",
        covers=("POST /api/licenses/{license_id}/lease-returns",),
        scene=_returns,
        status=200,
        writes=1,
        leaves=("lease.returned",),
    ),
    Operation(
        name="return a lease online",
        covers=(f"POST {SERVICE}/lease-returns",),
        scene=_returns_online,
        status=200,
        writes=1,
        leaves=("lease.returned",),
    ),
    Operation(
        name="drop a device",
        covers=("POST /api/licenses/{license_id}/devices/{device_id}/drop",),
        scene=_drops,
        status=200,
        writes=1,
        leaves=("device.dropped",),
    ),
    Operation(
        name="drop a device as staff",
        covers=("POST /api/staff/licenses/{license_id}/devices/{device_id}/drop",),
        scene=_staff_drop,
        status=200,
        writes=1,
        leaves=("device.dropped",),
    ),
    Operation(
        name="job licenses_publish_deny_list",
        covers=("job licenses_publish_deny_list",),
        scene=_publish,
        status=200,
        writes=1,
    ),
)
