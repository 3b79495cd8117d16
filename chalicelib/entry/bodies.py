"""What routes take and give, as JSON Schema: each model once, under a name of its own."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaMode

from chalicelib.entry.http import Route

REFERENCE = "#/components/schemas/{model}"
# Pydantic names models of the same name by their modules: chalicelib__licenses__model__Status.
_LONG_NAME = re.compile(r"chalicelib__([a-z]+)__(?:\w+__)*(\w+)")

Schema = dict[str, Any]
Part = tuple[str, str]
"""A route, and which part of it: what it takes, gives, or is asked with."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """The schemas of all bodies and queries, and the definitions that they refer to."""

    parts: dict[Part, Schema]
    definitions: Schema

    @classmethod
    def of(cls, routes: Iterable[Route[Any]]) -> "Bodies":
        """All of the routes' at once, so that two models never share a name."""
        inputs = [found for route in routes for found in _parts(route)]
        schemas, whole = TypeAdapter.json_schemas(inputs, ref_template=REFERENCE)
        definitions = _shortened(whole.get("$defs", {}))
        parts = {part: _shortened(schema) for (part, _), schema in schemas.items()}
        queries = {part: _name_in(schema) for part, schema in parts.items() if part[1] == "query"}
        parts |= {part: definitions[name] for part, name in queries.items()}
        for name in set(queries.values()):
            del definitions[name]
        return cls(parts, definitions)

    def taken(self, route: Route[Any]) -> Schema:
        """What the route takes."""
        return self.parts[_name(route), "takes"]

    def given(self, route: Route[Any]) -> Schema:
        """What the route gives."""
        return self.parts[_name(route), "gives"]

    def asked(self, route: Route[Any]) -> Schema:
        """What may stand in the route's query: an object with a property for each parameter."""
        return self.parts.get((_name(route), "query"), {})


def _parts(route: Route[Any]) -> Iterator[tuple[Part, JsonSchemaMode, TypeAdapter[Any]]]:
    name = _name(route)
    if route.takes:
        yield (name, "takes"), "validation", TypeAdapter(route.takes)
    if route.query:
        yield (name, "query"), "validation", TypeAdapter(route.query)
    if route.gives is not None and not route.document:
        yield (name, "gives"), "serialization", TypeAdapter(route.gives)


def _name(route: Route[Any]) -> str:
    return f"{route.method} {route.path}"


def _name_in(reference: Schema) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _shortened(schema: Any) -> Any:
    """The feature before the name tells two of the same name apart: LicensesStatus."""
    text = _LONG_NAME.sub(lambda found: found[1].title() + found[2], json.dumps(schema))
    return json.loads(text)
