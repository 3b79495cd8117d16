"""Sample requests around a license's life."""

from tests.world.sample import Make, Sample
from tests.world.world import World


def _license(world: World) -> Sample:
    return Sample({"license_id": world.things.license_id})


LICENSE_SAMPLES: dict[str, Make] = {
    "GET /api/licenses/{license_id}/history": _license,
    "GET /api/staff/licenses/{license_id}/history": _license,
}
