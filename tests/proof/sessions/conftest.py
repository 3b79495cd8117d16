"""The small world, for everything that is tried in it."""

from tests.world.fixtures import world, world_made

__all__ = ["world", "world_made"]
