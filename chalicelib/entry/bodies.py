"""What routes take and give, as JSON Schema: each model once, under a name of its own."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from chalicelib.entry.http import Route

REFERENCE = "#/components/schemas/{model}"
# Pydantic names models of the same name by their modules: chalicelib__licenses__model__Status.
_LONG_NAME = re.compile(r"chalicelib__([a-z]+)__(?:\w+__)*(\w+)")


@dataclass(frozen=True, slots=True)
class Bodies:
    """The schemas of all bodies, by operation, and the definitions that they refer to."""

    schemas: dict[Any, dict[str, Any]]
    definitions: dict[str, Any]

    @classmethod
    def of(cls, routes: Iterable[Route[Any]]) -> "Bodies":
        """All of the routes' bodies at once, so that two models never share a name."""
        inputs: list[Any] = []
        for route in routes:
            if route.takes:
                inputs.append((_name(route), "validation", TypeAdapter(route.takes)))
            if route.gives is not None and not route.document:
                inputs.append((_name(route), "serialization", TypeAdapter(route.gives)))
        schemas, whole = TypeAdapter.json_schemas(inputs, ref_template=REFERENCE)
        found: dict[str, Any] = _shortened(whole.get("$defs", {}))
        return cls({key: _shortened(schema) for key, schema in schemas.items()}, found)

    def taken(self, route: Route[Any]) -> dict[str, Any]:
        """What the route takes."""
        return self.schemas[_name(route), "validation"]

    def given(self, route: Route[Any]) -> dict[str, Any]:
        """What the route gives."""
        return self.schemas[_name(route), "serialization"]


def _name(route: Route[Any]) -> str:
    return f"{route.method} {route.path}"


def _shortened(schema: Any) -> Any:
    """The feature before the name tells two of the same name apart: LicensesStatus."""
    text = _LONG_NAME.sub(lambda found: found[1].title() + found[2], json.dumps(schema))
    return json.loads(text)
