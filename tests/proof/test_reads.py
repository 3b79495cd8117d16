"""Invariant 4 and SCH-4: what only looks changes nothing."""

import pytest

from tests.proof.authorization.table import let_in
from tests.proof.faults import Disturbance
from tests.proof.operations.registry import OPERATIONS
from tests.world.samples import SAMPLES, routes, send
from tests.world.store import watched
from tests.world.world import World

READS = {key: route for key, route in routes().items() if not route.writes}
LOGGED = {name for operation in OPERATIONS for name in operation.covers if name.startswith("GET ")}
"""Those that sign something, and log that they did: they are swept as operations."""


@pytest.mark.parametrize("key", READS)
def test_a_get_writes_only_where_the_registry_says_so(key: str, world: World) -> None:
    """ACC-3: no mail scanner, prefetch or reload spends a link or changes a request."""
    sample, who = SAMPLES[key](world), let_in(key)
    before, listening = world.effects(who), Disturbance()
    with listening.active(), watched() as seen:
        answer = send(world.browser(who), READS[key], sample)
    assert answer.status == 200, answer.text
    effects = world.effects(who) - before
    # A token's use is counted and dated; beside these notes there are as many calls as effects.
    notes = len(seen.writes) - len(effects)
    assert bool(effects) == (key in LOGGED)
    assert bool(len(listening.writes) - notes) == (key in LOGGED), listening.writes
    world.begin_anew()
