"""Invariant 4 and SCH-4: what only looks changes nothing."""

import pytest

from chalicelib.entry.access import Audience
from tests.proof.authorization.table import let_in
from tests.proof.faults import Disturbance
from tests.proof.operations.registry import OPERATIONS
from tests.world.samples import SAMPLES, routes, send
from tests.world.world import World

READS = {key: route for key, route in routes().items() if not route.writes}
LOGGED = {name for operation in OPERATIONS for name in operation.covers if name.startswith("GET ")}
"""Those that sign something, and log that they did: they are swept as operations."""


@pytest.mark.parametrize("key", READS)
def test_a_get_writes_only_where_the_registry_says_so(key: str, world: World) -> None:
    """ACC-3: no mail scanner, prefetch or reload spends a link or changes a request."""
    sample = SAMPLES[key](world)
    listening = Disturbance()
    with listening.active():
        answer = send(world.browser(let_in(key)), READS[key], sample)
    assert answer.status == 200, answer.text
    # A token's use is counted and dated, whatever it is used for.
    used = READS[key].access.audience is Audience.MACHINE
    writes = [write for write in listening.writes if not (used and write == "UpdateItem")]
    assert bool(writes) == (key in LOGGED)
    world.begin_anew()
