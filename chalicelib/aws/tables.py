"""The tables, the base of every item, and the two reads that PynamoDB has no word for."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from pynamodb.attributes import Attribute, DiscriminatorAttribute, UnicodeAttribute
from pynamodb.constants import STRING
from pynamodb.models import Model

from chalicelib.aws import dynamo
from chalicelib.aws.settings import settings


class Time(Attribute[datetime]):
    """A moment in UTC, stored so that text order is time order: `2026-11-22T17:40:00.000000Z`."""

    attr_type = STRING

    def serialize(self, value: datetime) -> str:
        """Fixed width, whatever the microseconds are."""
        return moment(value)

    def deserialize(self, value: str) -> datetime:
        """The moment that `serialize` wrote."""
        return datetime.fromisoformat(value)


def moment(value: datetime) -> str:
    """How a time stands in an attribute or inside a sort key."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Item(Model):
    """One item of a table: `pk` and `sk` are the key, `kind` says which class it is."""

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    kind = DiscriminatorAttribute()


class TableMeta:
    """What a table's `Meta` inherits; `table_name` there is `table("<aggregate>")`."""

    billing_mode = "PAY_PER_REQUEST"
    region = settings().region
    max_retry_attempts = 0


def table(name: str) -> str:
    """The full name of a table in this deployment."""
    return settings().table_prefix + name


_I = TypeVar("_I", bound=Item)
Key = tuple[type[Item], str, str]


def read_many(keys: Sequence[Key], *, consistent: bool = True) -> list[Any]:
    """Read up to 100 items of any tables in one round trip.

    Answers in the order asked, None where nothing is. Keys that DynamoDB left over under load are
    asked for again.
    """
    wanted: dict[str, Any] = {}
    for model, pk, sk in keys:
        request = wanted.setdefault(
            model.Meta.table_name, {"Keys": [], "ConsistentRead": consistent}
        )
        key = {"pk": {"S": pk}, "sk": {"S": sk}}
        if key not in request["Keys"]:
            request["Keys"].append(key)
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    while wanted:
        answer = dynamo.client().call("BatchGetItem", {"RequestItems": wanted})
        for name, items in answer["Responses"].items():
            found.update({(name, item["pk"]["S"], item["sk"]["S"]): item for item in items})
        wanted = answer.get("UnprocessedKeys") or {}
    rows = [(model, found.get((model.Meta.table_name, pk, sk))) for model, pk, sk in keys]
    return [model.from_raw_data(raw) if raw else None for model, raw in rows]


def read_one(model: type[_I], pk: str, sk: str, *, consistent: bool = True) -> _I | None:
    """Read one item, or None."""
    try:
        return model.get(pk, sk, consistent_read=consistent)
    except model.DoesNotExist:
        return None


def only(kind: type[_I], items: Iterable[Item]) -> list[_I]:
    """Those of a collection's items that are of one kind."""
    return [item for item in items if isinstance(item, kind)]
