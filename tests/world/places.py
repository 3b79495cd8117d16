"""Where values stand in a request: in the path, in the query, in the body, at any depth."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

from pydantic import BaseModel

from chalicelib.entry.http import Route
from tests.world.sample import Sample


def places_of(route: Route[Any]) -> list[str]:
    """Every place of a route: `path:ticket_id`, `query:key`, `body:metadata.size`."""
    found = [f"path:{name}" for name in re.findall(r"\{(\w+)\}", route.path)]
    found += [f"query:{name}" for name in _leaves(route.query)]
    return found + [f"body:{name}" for name in _leaves(route.takes)]


def objects_of(route: Route[Any]) -> list[str]:
    """Every object of a body by the path to it: the body itself is the empty path."""
    return ["", *_objects(route.takes)] if route.takes else [""]


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The schemas that a field's type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in models_in(part)]


def _leaves(schema: type[BaseModel] | None, before: str = "") -> Iterator[str]:
    for name, field in schema.model_fields.items() if schema else ():
        inner = models_in(field.annotation)
        if not inner:
            yield before + name
        for model in inner:
            yield from _leaves(model, f"{before}{name}.")


def _objects(schema: type[BaseModel], before: str = "") -> Iterator[str]:
    for name, field in schema.model_fields.items():
        for model in models_in(field.annotation):
            yield before + name
            yield from _objects(model, f"{before}{name}.")


def with_value(sample: Sample, place: str, value: Any) -> Sample:
    """The same request with another value at one place; a list gets it as its only item."""
    where, _, name = place.partition(":")
    if where == "path":
        return replace(sample, path={**sample.path, name: value})
    if where == "query":
        return replace(sample, query={**sample.query, name: value})
    return replace(sample, body=_put(sample.body or {}, name.split("."), value))


def _put(body: Any, steps: list[str], value: Any) -> Any:
    step, *rest = steps
    if isinstance(body, list):
        return [_put(item, steps, value) for item in body]
    if rest:
        return {**body, step: _put(body.get(step) or {}, rest, value)}
    return {**body, step: [value] if isinstance(body.get(step), list) else value}
