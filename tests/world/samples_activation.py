"""Requests of applications at customers' sites, and about devices."""

import base64
from collections.abc import Mapping

from chalicelib.licenses import activating, leasing
from chalicelib.licenses.rules.lease_file import LEASE
from chalicelib.licenses.rules.signed_text import parse
from chalicelib.licenses.schemas.activation import ActivateIn
from chalicelib.licenses.schemas.devices import LeaseIn
from chalicelib.licenses.sealing import device_hash
from tests.builders import actor_for
from tests.licenses.leases import OfflineDevice, in_base64
from tests.tickets.builders import anew
from tests.world.people import Who
from tests.world.sample import Make, Sample, plain
from tests.world.things import FOREIGN_CODE, HELD_CODE
from tests.world.world import NOW, World

SERVICE = "POST /api/activation-service"
DEVICE = "machine-000000001"


def _activate(world: World, who: Who, code: str, product: str = "guard-business") -> None:
    wish = ActivateIn(code=code, device=DEVICE, product=product)
    activating.activate(actor_for(world.people.accounts[who], NOW), wish, NOW, anew())


def active_device(world: World) -> str:
    """A device that holds a seat of the company's license."""
    _activate(world, Who.OWNER, HELD_CODE)
    return device_hash(world.things.license_id, DEVICE)


def foreign_device(world: World) -> str:
    """One that holds a seat of another company's."""
    _activate(world, Who.STRANGER, FOREIGN_CODE)
    return device_hash(world.things.foreign_license_id, DEVICE)


def _asks(*, active: bool, **more: str) -> Make:
    def make(world: World) -> Sample:
        if active:
            active_device(world)
        return Sample(body={"code": HELD_CODE, "device": DEVICE, **more})

    return make


def _license(body: object = None) -> Make:
    return lambda world: Sample({"license_id": world.things.license_id}, body=body)


def _device(world: World) -> Sample:
    place = {"license_id": world.things.license_id, "device_id": active_device(world)}
    return Sample(place)


def receipt_of(world: World) -> dict[str, str]:
    """What returns a lease that was just issued."""
    device = OfflineDevice()
    wish = LeaseIn(request_base64=in_base64(device.request()), days=3)
    owner = actor_for(world.people.accounts[Who.OWNER], NOW)
    lease = leasing.issue_lease(owner, world.things.license_id, wish, NOW, anew())
    text = parse(base64.b64decode(lease.content_base64), LEASE)
    receipt = device.receipt(text.values["lease-id"], world.things.license_id)
    return {"receipt_base64": in_base64(receipt)}


def _returned(world: World) -> Sample:
    return Sample({"license_id": world.things.license_id}, body=receipt_of(world))


ACTIVATION: Mapping[str, Make] = {
    "GET /api/deny-list": plain,
    "GET /api/deny-list/since/{serial}": lambda _: Sample({"serial": "0"}),
    f"{SERVICE}/activate": _asks(active=False, product="guard-business"),
    f"{SERVICE}/release": _asks(active=True),
    f"{SERVICE}/heartbeat": _asks(active=True),
    f"{SERVICE}/status": _asks(active=True),
    f"{SERVICE}/lease-returns": lambda world: Sample(body=receipt_of(world)),
    "GET /api/licenses/usage": plain,
    "GET /api/licenses/usage.csv": plain,
    "GET /api/licenses/{license_id}/devices": _license(),
    "GET /api/licenses/{license_id}/devices.csv": _license(),
    "POST /api/licenses/{license_id}/devices/{device_id}/drop": _device,
    "POST /api/licenses/{license_id}/leases": _license({"device": DEVICE, "days": 7}),
    "POST /api/licenses/{license_id}/lease-returns": _returned,
    "GET /api/staff/licenses/{license_id}/devices": _license(),
    "POST /api/staff/licenses/{license_id}/devices/{device_id}/drop": _device,
}
