"""Collects what was written, so that saving costs as much as changed and no more.

Each item is fixed as text at the moment of its write; the collected changes are taken between
two requests, so half a transaction is never saved.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from local.engine.upstream import Answer, Item, Table, ddb, dynamodb, persistence

_set_item = ddb.set_item
_remove_item = ddb.remove_item
_items_replaced = ddb.items_replaced
_delete_table = ddb.delete_table

ItemKey = tuple[str, str, str]
"""A table's ARN and the two key values of an item (the second one empty where there is none)."""


@dataclass
class Changes:
    """Everything written since the last save; an item's text is None when it was deleted."""

    dropped: set[str] = field(default_factory=set)
    items: dict[ItemKey, str | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.dropped or self.items)

    def forget_table(self, arn: str) -> None:
        self.items = {key: text for key, text in self.items.items() if key[0] != arn}
        self.dropped.add(arn)


def encode(value: Any) -> str:
    return json.dumps(
        value, default=persistence._json_default, ensure_ascii=False, separators=(",", ":")
    )


def description() -> str:
    """All tables without their items, with what else describes them, as text."""
    tables = type(ddb.tables)()
    for scope, table in ddb.tables.all_items():
        left_out = {"items", "ItemCount", "TableSizeBytes", ddb.INDEX_MEMBERS}
        tables.set_scoped(*scope, {k: v for k, v in table.items() if k not in left_out})
    return encode({"tables": tables, "tags": ddb.tags, "ttl_settings": ddb.ttl_settings})


class Collector:
    """Stands in ministack's few writing functions and notes what passes."""

    def __init__(self) -> None:
        self._changes = Changes()

    def take(self) -> Changes:
        taken, self._changes = self._changes, Changes()
        return taken

    def put_back(self, unsaved: Changes) -> None:
        """Returns changes that couldn't be saved, below those that came since."""
        newer = self._changes
        for arn in newer.dropped:
            unsaved.forget_table(arn)
        unsaved.items.update(newer.items)
        self._changes = unsaved

    def install(self) -> None:
        ddb.replace("set_item", self._on_set)
        ddb.replace("remove_item", self._on_remove)
        ddb.replace("items_replaced", self._on_replaced)
        ddb.replace("delete_table", self._on_delete_table)
        # What is saved here needs no second copy in ministack's own files.
        dynamodb.get_state = lambda: None

    def _on_set(self, table: Table, pk: Any, sk: Any, item: Item) -> Any:
        self._changes.items[table["TableArn"], str(pk), str(sk)] = encode(item)
        return _set_item(table, pk, sk, item)

    def _on_remove(self, table: Table, pk: Any, sk: Any) -> Any:
        self._changes.items[table["TableArn"], str(pk), str(sk)] = None
        return _remove_item(table, pk, sk)

    def _on_replaced(self, table: Table) -> None:
        _items_replaced(table)
        self._changes.forget_table(table["TableArn"])
        for pk, items in table["items"].items():
            for sk, item in items.items():
                self._changes.items[table["TableArn"], str(pk), str(sk)] = encode(item)

    def _on_delete_table(self, data: dict[str, Any]) -> Answer:
        table = ddb.tables.get(ddb.normalize_table_name(data.get("TableName")))
        answer: Answer = _delete_table(data)
        if table and answer[0] == 200:
            self._changes.forget_table(table["TableArn"])
        return answer
