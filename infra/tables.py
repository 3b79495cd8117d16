"""The tables, read off the models, so that the two can't drift.

A definition is what DynamoDB's CreateTable takes, and CloudFormation's table takes the same; the
attribute that items expire by stands beside it, because CreateTable knows none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any

from pynamodb.attributes import Attribute, TTLAttribute
from pynamodb.indexes import GlobalSecondaryIndex

from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Item

CHALICELIB = Path(__file__).resolve().parent.parent / "chalicelib"
Json = dict[str, Any]


class InconsistentModels(ValueError):
    """Two kinds of item ask different things of their one table."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its short name, what CreateTable takes, and the attribute items expire by."""

    name: str
    definition: Json
    expires_by: str = ""


def tables() -> list[Table]:
    """Every table that a model names, by name."""
    kinds: dict[str, list[type[Item]]] = {}
    for model in _models():
        kinds.setdefault(model.Meta.table_name, []).append(model)
    found = [_table(name, models) for name, models in sorted(kinds.items())]
    _demand_unique_indexes(found)
    return found


def _demand_unique_indexes(found: list[Table]) -> None:
    """PynamoDB finds an index's key by name among those of all kinds, whatever their table."""
    names = [i["IndexName"] for t in found for i in t.definition.get("GlobalSecondaryIndexes", ())]
    if len(names) != len(set(names)):
        raise InconsistentModels(names)


def _models() -> Iterator[type[Item]]:
    """Every kind of item there is."""
    places = (CHALICELIB.glob(f"*/{place}") for place in ("model.py", "model/*.py"))
    for file in sorted([*chain(*places), CHALICELIB / "aws" / "operations.py"]):
        import_module(".".join(file.relative_to(CHALICELIB.parent).with_suffix("").parts))
    for model in _below(Item):
        if hasattr(model, "Meta"):
            yield model


def _below(model: type[Item]) -> Iterator[type[Item]]:
    for kind in model.__subclasses__():
        yield kind
        yield from _below(kind)


def _table(full_name: str, models: list[type[Item]]) -> Table:
    indexes = {index.Meta.index_name: index for index in _indexes(models)}
    keys = _key_types(models[0].get_attributes().values())
    for index in indexes.values():
        keys |= _key_types(index.Meta.attributes.values())
    definition: Json = {
        "TableName": full_name,
        "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": _schema("pk", "sk"),
        "AttributeDefinitions": [
            {"AttributeName": name, "AttributeType": kind} for name, kind in sorted(keys.items())
        ],
    }
    if indexes:
        definition["GlobalSecondaryIndexes"] = [
            _index(found) for _, found in sorted(indexes.items())
        ]
    if view := _one_of(full_name, {_stream(model) for model in models} - {""}):
        definition["StreamSpecification"] = {"StreamEnabled": True, "StreamViewType": view}
    short = full_name.removeprefix(settings().table_prefix)
    return Table(short, definition, _one_of(full_name, {_expiry(model) for model in models} - {""}))


def _one_of(table: str, wishes: set[str]) -> str:
    if len(wishes) > 1:
        message = f"{table}: {', '.join(sorted(wishes))}"
        raise InconsistentModels(message)
    return next(iter(wishes), "")


def _stream(model: type[Item]) -> str:
    return getattr(model.Meta, "stream_view_type", "")


def _expiry(model: type[Item]) -> str:
    found = (a.attr_name for a in model.get_attributes().values() if isinstance(a, TTLAttribute))
    return next(found, "")


def _indexes(models: list[type[Item]]) -> Iterator[GlobalSecondaryIndex[Any]]:
    for model in models:
        for index in model._indexes.values():  # noqa: SLF001 - PynamoDB shows them nowhere else
            if not isinstance(index, GlobalSecondaryIndex):
                raise InconsistentModels(index)
            yield index


def _key_types(attributes: Iterable[Attribute[Any]]) -> dict[str, str]:
    return {a.attr_name: a.attr_type for a in attributes if a.is_hash_key or a.is_range_key}


def _schema(hash_name: str, range_name: str) -> list[Json]:
    schema = [{"AttributeName": hash_name, "KeyType": "HASH"}]
    return schema + ([{"AttributeName": range_name, "KeyType": "RANGE"}] if range_name else [])


def _key_schema(index: GlobalSecondaryIndex[Any]) -> list[Json]:
    attributes: list[Attribute[Any]] = list(index.Meta.attributes.values())
    hash_name = next(a.attr_name for a in attributes if a.is_hash_key)
    return _schema(hash_name, next((a.attr_name for a in attributes if a.is_range_key), ""))


def _index(index: GlobalSecondaryIndex[Any]) -> Json:
    wanted = index.Meta.projection
    projection: Json = {"ProjectionType": wanted.projection_type}
    if wanted.non_key_attributes:
        projection["NonKeyAttributes"] = sorted(wanted.non_key_attributes)
    name = index.Meta.index_name
    return {"IndexName": name, "KeySchema": _key_schema(index), "Projection": projection}
