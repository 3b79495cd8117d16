"""Answers a query from the one page it will read, instead of from the whole partition.

The page is cut out of the ordered partition and put, as a table of its own, to ministack's
unchanged query. So every check, filter, projection and cursor stays ministack's, and the answer
is the same to the byte; only the items it looks at are few.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import islice
from types import FunctionType
from typing import Any

from local.engine import partitions
from local.engine.judging import CURSOR, among_texts, judge_of
from local.engine.partitions import BaseKey, Entry
from local.engine.ranges import stretch
from local.engine.upstream import Answer, Item, Table, ddb, dynamodb

SMALL_PARTITION = 10
"""Partitions up to this many items are left to ministack as they are."""

_query = ddb.query
_page_bytes: int = ddb.DDB_PAGE_SIZE_BYTES


def query(data: dict[str, Any]) -> Answer:
    name = ddb.normalize_table_name(data.get("TableName"))
    table = ddb.tables.get(name) if name else None
    try:
        page = page_of(table, data) if table else None
        among_texts(data)
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
        page = None  # a malformed query: ministack says what is wrong with it
    if page is None:
        answer: Answer = _query(data)
        return answer
    return ask(data, name, page)


def ask(data: dict[str, Any], name: str, page: Table) -> Answer:
    """ministack's query over the page alone, which holds nothing that fails the key condition."""
    scope = {
        **vars(dynamodb),
        "_tables": {name: page},
        "_evaluate_condition": judge_of(data),
        "_apply_index_projection": projector(page, data.get("IndexName")),
    }
    answer: Answer = FunctionType(_query.__code__, scope)(data)
    return answer


def projector(table: Table, index_name: str | None) -> Callable[..., Item]:
    """Cuts items down to what the index shows; which attributes those are is found once."""
    index = ddb.index_def(table, index_name) if index_name else None
    projection = (index or {}).get("Projection") or {}
    if index is None or projection.get("ProjectionType", "ALL") == "ALL":
        return lambda item, *_: item
    keys = {key["AttributeName"] for key in (*index["KeySchema"], *table["KeySchema"])}
    shown = keys.union(projection.get("NonKeyAttributes") or ())
    return lambda item, *_: {name: value for name, value in item.items() if name in shown}


def page_of(table: Table, data: dict[str, Any]) -> Table | None:
    """A table that holds only what the query will read; None where that isn't worth it."""
    condition = data.get("KeyConditionExpression")
    index_name = data.get("IndexName")
    if not isinstance(condition, str) or data.get("KeyConditions"):
        return None
    names = _key_names(table, index_name)
    if names is None:
        return None
    partition_key, sort_key = names
    partition = ddb.extract_pk_from_condition(
        condition,
        data.get("ExpressionAttributeValues") or {},
        data.get("ExpressionAttributeNames") or {},
        partition_key,
    )
    if partition is None or _size(table, index_name, partition) <= SMALL_PARTITION:
        return None
    entries = partitions.ordered(table, index_name, partition)
    kind = ddb.get_attr_type(table, sort_key) if sort_key else "S"
    found = stretch(entries, condition, data, sort_key, kind)
    if found is None:
        return None
    return _cut(table, index_name, partition, _walk(table, entries, found, data))


def _key_names(table: Table, index_name: str | None) -> tuple[str, str | None] | None:
    if index_name is None:
        return table["pk_name"], table["sk_name"]
    index = ddb.index_def(table, index_name)
    if index is None:
        return None
    hashes, ranges = ddb.index_key_lists(index)
    if len(hashes) != 1 or len(ranges) > 1:
        return None
    return hashes[0], ranges[0] if ranges else None


def _size(table: Table, index_name: str | None, partition: Any) -> int:
    if index_name is None:
        return len(table["items"].get(partition, ()))
    return len(partitions.members(table).get(index_name, {}).get(partition, ()))


def _walk(
    table: Table, entries: list[Entry], found: tuple[int, int], data: dict[str, Any]
) -> list[BaseKey]:
    """The keys the query evaluates, one more than fits where a limit doesn't end it."""
    low, high = _after_cursor(table, entries, found, data)
    forward = data.get("ScanIndexForward", True)
    places = range(low, high) if forward else range(high - 1, low - 1, -1)
    limit = data.get("Limit")
    if limit is not None:
        return [entries[at][1] for at in islice(places, max(0, int(limit)))]
    return _walk_by_size(table, entries, places, data.get("IndexName"))


def _after_cursor(
    table: Table, entries: list[Entry], found: tuple[int, int], data: dict[str, Any]
) -> tuple[int, int]:
    low, high = found
    cursor = data.get(CURSOR)
    if not isinstance(cursor, dict) or not cursor:
        return low, high
    names = partitions.order_names(table, data.get("IndexName"))
    order = partitions.order_value(cursor, names)
    if data.get("ScanIndexForward", True):
        return max(low, bisect_right(entries, order, key=partitions.order_of)), high
    return low, min(high, bisect_left(entries, order, key=partitions.order_of))


def _walk_by_size(
    table: Table, entries: list[Entry], places: range, index_name: str | None
) -> list[BaseKey]:
    taken, used = [], 0
    project = projector(table, index_name)
    for at in places:
        pk, sk = entries[at][1]
        taken.append((pk, sk))
        entry = project(table["items"][pk][sk])
        used += ddb.item_size_bytes(entry)
        if used > _page_bytes:
            break
    return taken


def _cut(table: Table, index_name: str | None, partition: Any, keys: list[BaseKey]) -> Table:
    items: dict[Any, dict[Any, Any]] = {}
    for pk, sk in keys:
        items.setdefault(pk, {})[sk] = table["items"][pk][sk]
    page = {**table, "items": items}
    page[ddb.INDEX_MEMBERS] = partitions.Members(
        {index_name: {partition: dict.fromkeys(keys)}} if index_name else {}
    )
    return page


def install() -> None:
    ddb.replace("query", query)
