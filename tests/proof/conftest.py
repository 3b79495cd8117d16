"""The small world, for what is tried at every route there is."""

from tests.world.fixtures import world, world_made

__all__ = ["world", "world_made"]
