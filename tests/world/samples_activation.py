"""Requests of applications at customers' sites, and about devices."""

from collections.abc import Mapping

from tests.world.sample import Make, Sample, plain

ACTIVATION: Mapping[str, Make] = {
    "GET /api/deny-list": plain,
    "GET /api/deny-list/since/{serial}": lambda _: Sample({"serial": "0"}),
}
