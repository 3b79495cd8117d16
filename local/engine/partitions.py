"""Keeps big partitions in order, so that a page is found without sorting the partition.

ministack knows which items belong to an index partition, and sorts them all on every query.
Beside its membership lists this keeps, for each partition that was asked for, its keys in the
order DynamoDB returns them; every write moves one key.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import Any

from local.engine.upstream import Item, Table, ddb

BaseKey = tuple[Any, Any]
Order = tuple[Any, ...]
Entry = tuple[Order, BaseKey]
Name = tuple[str | None, Any]

_MEMBERS: str = ddb.INDEX_MEMBERS
_build_members = ddb.index_members
_index_item = ddb.index_item


class Members(dict[str, Any]):
    """ministack's membership lists, and the partitions kept in order."""

    def __init__(self, lists: dict[str, Any]) -> None:
        super().__init__(lists)
        self.ordered: dict[Name, list[Entry]] = {}


def order_of(entry: Entry) -> Order:
    return entry[0]


def order_names(table: Table, index_name: str | None) -> list[tuple[str, str]]:
    """The attributes (and their types) by which one partition is ordered."""
    if index_name is None:
        ranges = [table["sk_name"]]
    else:
        _, ranges = ddb.index_key_lists(ddb.index_def(table, index_name))
    return list(ddb.index_order_keys(table, ranges))


def order_value(item: Item, names: list[tuple[str, str]]) -> Order:
    return tuple(ddb.index_order_value(item, name, kind) for name, kind in names)


def members(table: Table) -> Members:
    known = table.get(_MEMBERS)
    if not isinstance(known, Members):
        table.pop(_MEMBERS, None)
        known = Members(_build_members(table))
        table[_MEMBERS] = known
    return known


def partition_keys(table: Table, index_name: str | None, partition: Any) -> Iterable[BaseKey]:
    if index_name is None:
        return [(partition, sort_key) for sort_key in table["items"].get(partition, {})]
    keys: Iterable[BaseKey] = members(table).get(index_name, {}).get(partition, ())
    return keys


def ordered(table: Table, index_name: str | None, partition: Any) -> list[Entry]:
    """The keys of one partition in ascending order; kept up to date from now on."""
    kept = members(table).ordered
    entries = kept.get((index_name, partition))
    if entries is None:
        names = order_names(table, index_name)
        items = table["items"]
        keys = partition_keys(table, index_name, partition)
        entries = sorted(
            ((order_value(items[pk][sk], names), (pk, sk)) for pk, sk in keys), key=order_of
        )
        kept[(index_name, partition)] = entries
    return entries


def index_item(table: Table, base_pk: Any, base_sk: Any, item: Item, add: bool) -> None:
    """Replaces ministack's: also moves the key in the partitions kept in order."""
    _index_item(table, base_pk, base_sk, item, add)
    known = table.get(_MEMBERS)
    if not isinstance(known, Members) or not known.ordered:
        return
    _move(known, table, (None, base_pk), (base_pk, base_sk), item, add)
    for name, hashes, ranges in ddb.index_key_schemas(table):
        partition = ddb.index_partition(item, hashes, ranges)
        if partition is not None:
            _move(known, table, (name, partition), (base_pk, base_sk), item, add)


def _move(
    known: Members, table: Table, name: Name, base_key: BaseKey, item: Item, add: bool
) -> None:
    entries = known.ordered.get(name)
    if entries is None:
        return
    order = order_value(item, order_names(table, name[0]))
    if add:
        insort(entries, (order, base_key), key=order_of)
        return
    at = bisect_left(entries, order, key=order_of)
    if at < len(entries) and entries[at][1] == base_key:
        del entries[at]
    else:
        # A key that isn't where its order says: build the list anew at the next question.
        del known.ordered[name]


def install() -> None:
    ddb.replace("index_members", members)
    ddb.replace("index_item", index_item)
