"""The small world, and the API before it as browsers reach it: over HTTP."""

from collections.abc import Iterator

import pytest

from local.testing import Machine
from local.waiting import free_port
from tests.world.fixtures import world, world_made

__all__ = ["door", "world", "world_made"]


@pytest.fixture(scope="session")
def door(machine: Machine) -> Iterator[str]:
    """Where the API answers, gateway included."""
    from app import app  # after the environment is set
    from local.web.gateway import BODY_BYTES, Gateway, too_large
    from local.web.server import Server

    port = free_port()
    with Server(port, Gateway(app).answer, BODY_BYTES, too_large()):
        yield f"http://127.0.0.1:{port}"
