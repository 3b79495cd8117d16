"""The catalog in the hands of staff."""

from typing import Any

from chalicelib.base import clock
from local.testing import Cloud
from tests.builders import make_catalog
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.shop import supervisor
from tests.world.samples_shop import APPLICATION, GROUP, PARTNER


def _change(path: str, body: object) -> Any:
    def scene(_cloud: Cloud) -> Perform:
        make_catalog(clock.now())
        return by_route(supervisor(), "PUT", f"/api/staff/{path}", body)

    return scene


def _changes(name: str, path: str, scene: Any) -> Operation:
    covers = (f"PUT /api/staff/{path}",)
    leaves = ("catalog.changed",)
    return Operation(name=name, covers=covers, scene=scene, status=200, writes=1, leaves=leaves)


CATALOGUE = (
    _changes(
        "change a product group",
        "catalog/groups/{group_id}",
        _change("catalog/groups/archive", GROUP),
    ),
    _changes(
        "change an application",
        "catalog/applications/{application_id}",
        _change("catalog/applications/guard-console", APPLICATION),
    ),
    _changes("change a partner", "partners/{partner_id}", _change("partners/ostsee-it", PARTNER)),
)
