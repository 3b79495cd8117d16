"""Reports what reads cost, by DynamoDB's rule; ministack counts every read as one item of 4 KB.

A query or scan sums what it evaluated (through an index: the projected entries) and rounds once
to 4 KB; single reads, batches and transactions round item by item. Half a unit each 4 KB,
a whole one where the read is consistent, two in a transaction; nothing found costs as 4 KB.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any

from local.engine.pages import projector
from local.engine.upstream import Answer, Item, Table, ddb

_BLOCK = 4096
_PAGE: int = ddb.DDB_PAGE_SIZE_BYTES

_add_capacity = ddb.add_consumed_capacity
_batch_get = ddb.batch_get_item
_transact_get = ddb.transact_get_items


class _LastPage:
    """What the query or scan that is being answered has evaluated. Requests are not interleaved."""

    size = 0


def blocks(size: int) -> int:
    return max(1, -(-size // _BLOCK))


def paginate(
    items: Iterable[Item], limit: Any, table: Table, index_name: str | None = None
) -> tuple[list[Item], bool]:
    """Replaces ministack's, by the same rule: a page ends at its limit or before 1 MB is passed."""
    page: list[Item] = []
    size, more = 0, False
    project, size_of = projector(table, index_name), ddb.item_size_bytes
    for item in items:
        with_item = size + size_of(project(item))
        if page and with_item > _PAGE:
            more = True
            break
        page.append(item)
        size = with_item
        if (limit is not None and len(page) >= int(limit)) or size >= _PAGE:
            more = True
            break
    _LastPage.size = size
    return page, more


def add_capacity(
    result: dict[str, Any],
    data: dict[str, Any],
    table_name: str,
    write: bool = False,
    old_item: Item | None = None,
    new_item: Item | None = None,
    index_name: str | None = None,
) -> None:
    wanted = data.get("ReturnConsumedCapacity", "NONE")
    if write or wanted == "NONE":
        _add_capacity(result, data, table_name, write, old_item, new_item, index_name)
        return
    size = _item_size(ddb.tables[table_name], data["Key"]) if "Key" in data else _LastPage.size
    units = blocks(size) * (1.0 if data.get("ConsistentRead") else 0.5)
    report: dict[str, Any] = {"TableName": table_name, "CapacityUnits": units}
    if wanted == "INDEXES":
        report.update(_by_index(ddb.tables[table_name], index_name, units))
    result["ConsumedCapacity"] = report


def _by_index(table: Table, index_name: str | None, units: float) -> dict[str, Any]:
    if index_name is None:
        return {"Table": {"CapacityUnits": units}}
    local = {index["IndexName"] for index in table.get("LocalSecondaryIndexes") or []}
    kind = "LocalSecondaryIndexes" if index_name in local else "GlobalSecondaryIndexes"
    return {"Table": {"CapacityUnits": 0.0}, kind: {index_name: {"CapacityUnits": units}}}


def _item_size(table: Table, key: Item) -> int:
    item = ddb.get_item_by_key(table, key)
    return int(ddb.item_size_bytes(item)) if item else 0


def batch_get(data: dict[str, Any]) -> Answer:
    def costs() -> dict[str, float]:
        units = {}
        for name, wanted in data["RequestItems"].items():
            table = ddb.tables[ddb.normalize_table_name(name)]
            weight = 1.0 if wanted.get("ConsistentRead") else 0.5
            units[name] = sum(weight * blocks(_item_size(table, key)) for key in wanted["Keys"])
        return units

    return _with_costs(_batch_get(data), data, costs)


def transact_get(data: dict[str, Any]) -> Answer:
    def costs() -> dict[str, float]:
        units: dict[str, float] = {}
        for member in data["TransactItems"]:
            name, key = member["Get"]["TableName"], member["Get"]["Key"]
            units[name] = units.get(name, 0.0) + 2.0 * blocks(_item_size(ddb.tables[name], key))
        return units

    return _with_costs(_transact_get(data), data, costs)


def _with_costs(
    answer: Answer, data: dict[str, Any], costs: Callable[[], dict[str, float]]
) -> Answer:
    status, headers, body = answer
    if status != 200 or data.get("ReturnConsumedCapacity", "NONE") == "NONE":
        return answer
    whole = json.loads(body)
    whole["ConsumedCapacity"] = [
        {"TableName": name, "CapacityUnits": units}
        | (
            {"Table": {"CapacityUnits": units}}
            if data["ReturnConsumedCapacity"] == "INDEXES"
            else {}
        )
        for name, units in costs().items()
    ]
    return status, headers, json.dumps(whole, ensure_ascii=False).encode()


def install() -> None:
    ddb.replace("paginate_evaluated_items", paginate)
    ddb.replace("add_consumed_capacity", add_capacity)
    ddb.replace("batch_get_item", batch_get)
    ddb.replace("transact_get_items", transact_get)
