"""Judges the items of a page quickly, where their expression is one that most queries have."""

import re
from collections.abc import Callable
from typing import Any

from local.engine.upstream import Item, ddb

CURSOR = "ExclusiveStartKey"
_AMONG = re.compile(r"(?P<name>#\w+) IN \((?P<values>:\w+(, :\w+)*)\)")

Judge = Callable[[Item], bool]


def judge_of(data: dict[str, Any]) -> Callable[..., bool]:
    """Judges a page's items: fully the first one, for what may be wrong with the expressions."""
    fully = ddb.evaluate_condition
    known: dict[str, Judge] = {"KeyConditionExpression": lambda _: True}
    if (among := among_texts(data)) is not None:
        known["FilterExpression"] = among
    begun: set[str] = set()

    def judge(expression: str, item: Item, *rest: Any, slot: str) -> bool:
        if slot in known and slot in begun and item is not data.get(CURSOR):
            return known[slot](item)
        if item is not data.get(CURSOR):
            begun.add(slot)
        return bool(fully(expression, item, *rest, slot=slot))

    return judge


def among_texts(data: dict[str, Any]) -> Judge | None:
    """The filter that most queries have (`#kind IN (:a, :b)`, all texts), as a function."""
    read = _AMONG.fullmatch(data.get("FilterExpression") or "")
    if read is None:
        return None
    name = data["ExpressionAttributeNames"][read["name"]]
    values = [data["ExpressionAttributeValues"][value] for value in read["values"].split(", ")]
    if any(list(value) != ["S"] for value in values):
        return None
    return lambda item: item.get(name) in values
