"""What a request for a declared route is made of, and the simplest of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from chalicelib.entry.http import Route
from tests.world.world import World


@dataclass(frozen=True)
class Sample:
    """One request: what stands in the path's places, the query and the body."""

    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    body: Any = None

    def target(self, route: Route[Any]) -> str:
        """The path with its places filled, and the query."""
        places = {name: quote(value, safe="") for name, value in self.path.items()}
        query = f"?{urlencode(self.query)}" if self.query else ""
        return route.path.format(**places) + query


Make = Callable[[World], Sample]


def plain(_world: World) -> Sample:
    """Nothing but the path."""
    return Sample()


def body(**fields: Any) -> Make:
    """A body of these fields."""
    return lambda _world: Sample(body=fields)


def token(name: str) -> Make:
    """A body with one of the world's tokens."""
    return lambda world: Sample(body={"token": getattr(world.things, name)})
