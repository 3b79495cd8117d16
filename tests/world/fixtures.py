"""The world as fixtures; a conftest that wants them imports both."""

from collections.abc import Iterator

import pytest

from local.testing import Machine
from tests.world.world import Made, World, entered, make_world


@pytest.fixture(scope="session")
def world_made(machine: Machine) -> Iterator[Made]:
    """Made at the first need."""
    with make_world(machine) as made:
        yield made


@pytest.fixture
def world(world_made: Made, machine: Machine) -> Iterator[World]:
    """The world as it was made, whatever another test did in it."""
    with entered(world_made, machine) as world:
        yield world
