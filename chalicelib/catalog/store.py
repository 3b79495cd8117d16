"""Keys, reads and writes of the catalog."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from chalicelib.aws import dynamo
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import only
from chalicelib.aws.transactions import Transaction
from chalicelib.catalog.model import Catalog, Choices, Group, Part

PK = "catalog"
CHOICES = "choices"


def group_key(group_id: str) -> str:
    """The sort key of a group."""
    return f"group#{group_id}"


def read_catalog() -> Catalog:
    """The whole catalog, as it is now; empty before the vendor loaded one."""
    items = list(Part.query(PK))
    choices = next(iter(only(Choices, items)), None)
    groups = sorted(only(Group, items), key=lambda group: (group.position, group.sk))
    if choices is None:
        return Catalog(groups, [], [], {})
    return Catalog(groups, choices.operating_systems, choices.types, choices.tips)


class _Kept:
    """The catalog as this process last read it, and through which connection."""

    catalog: Catalog | None = None
    at: datetime | None = None
    source: object = None


def find_catalog(now: datetime) -> Catalog:
    """The whole catalog, at most `catalog_seconds` old by the clock that is passed in."""
    source = dynamo.client()
    age = now - _Kept.at if _Kept.at and _Kept.source is source else None
    fresh = age is not None and timedelta() <= age < timedelta(seconds=settings().catalog_seconds)
    if _Kept.catalog is None or not fresh:
        _Kept.catalog, _Kept.at, _Kept.source = read_catalog(), now, source
    return _Kept.catalog


def forget_catalog() -> None:
    """Read anew at the next use: for the process that changed it."""
    _Kept.catalog = None


def write_catalog(
    change: Transaction, groups: Sequence[Group], choices: Choices, gone: Sequence[Group]
) -> None:
    """Put the whole catalog in place of the one before."""
    for group in groups:
        change.put(group)
    for group in gone:
        change.delete(group)
    change.put(choices)
