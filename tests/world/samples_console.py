"""Samples for the routes that staff keep companies by."""

from collections.abc import Mapping

from tests.world.people import Who
from tests.world.sample import Make, Sample, plain
from tests.world.world import World


def _company(world: World) -> Sample:
    return Sample({"company_id": world.people.accounts[Who.OWNER].company_id})


COMPANIES: Mapping[str, Make] = {
    "GET /api/staff/audit": plain,
    "GET /api/staff/audit-export": plain,
    "GET /api/staff/companies": plain,
    "GET /api/staff/companies/{company_id}": _company,
    "GET /api/staff/companies/{company_id}/people": _company,
}
