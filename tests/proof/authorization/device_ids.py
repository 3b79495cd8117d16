"""Devices and licenses that are another company's, tried where devices are named."""

from tests.proof.authorization.case import Case
from tests.world.people import Who
from tests.world.samples_activation import foreign_device
from tests.world.world import World

DROP = "POST /api/licenses/{license_id}/devices/{device_id}/drop"
STAFF_DROP = "POST /api/staff/licenses/{license_id}/devices/{device_id}/drop"
ROUTES = (
    "GET /api/licenses/{license_id}/devices",
    "GET /api/licenses/{license_id}/devices.csv",
    "POST /api/licenses/{license_id}/leases",
    "POST /api/licenses/{license_id}/lease-returns",
    DROP,
)


def _license(world: World) -> str:
    return world.things.license_id


DEVICES: dict[tuple[str, str], list[Case]] = {
    **{(route, "path:license_id"): [Case(Who.STRANGER, _license)] for route in ROUTES},
    (DROP, "path:device_id"): [Case(Who.OWNER, foreign_device)],
    (STAFF_DROP, "path:device_id"): [Case(Who.DESK, foreign_device)],
}
