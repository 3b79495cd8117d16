"""Spares ministack work that it repeats for every item: none of this changes an answer.

Reading an expression depends on its text alone, so it is done once for each text. And what
ministack copies are trees of dicts, lists and plain values, for which a copy needs no memo.
"""

import copy
from collections.abc import Callable
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from local.engine.upstream import ddb, dynamodb

Token = tuple[str, str]

REMEMBERED_EXPRESSIONS = 1000

_value_size = ddb.attribute_value_size
_number_size: Callable[[str], int] = lru_cache(100_000)(ddb.number_size_bytes)


def _once_for_each_text(function: Callable[..., Any]) -> Callable[..., Any]:
    remembered = lru_cache(REMEMBERED_EXPRESSIONS)(function)

    def answer(read: str | list[Token], slot: str = "ConditionExpression") -> Any:
        return remembered(read if isinstance(read, str) else tuple(read), slot)

    return answer


def _tokenize() -> Callable[[str], list[Token]]:
    remembered = lru_cache(REMEMBERED_EXPRESSIONS)(ddb.tokenize)
    return lambda text: list(remembered(text))


def deepcopy(value: Any) -> Any:
    kind = type(value)
    if kind is dict:
        return {key: deepcopy(inner) for key, inner in value.items()}
    if kind is list:
        return [deepcopy(inner) for inner in value]
    if kind is str or kind is bool or value is None or kind is int:
        return value
    return copy.deepcopy(value)


def value_size(value: Any) -> int:
    """An attribute value's size; texts and maps, which most are, without detours."""
    if type(value) is dict and len(value) == 1:
        for kind, inner in value.items():
            if kind == "S" and type(inner) is str:
                return _length(inner)
            if kind == "N" and type(inner) is str:
                return _number_size(inner)
            if kind == "M" and type(inner) is dict:
                names = sum(1 + _length(name) for name in inner)
                return 3 + names + sum(map(value_size, inner.values()))
    size: int = _value_size(value)
    return size


def item_size(item: Any) -> int:
    """An item's size, as DynamoDB counts it."""
    if type(item) is not dict:
        return 0
    return sum(map(_length, item)) + sum(map(value_size, item.values()))


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


def install() -> None:
    ddb.replace("attribute_value_size", value_size)
    ddb.replace("item_size_bytes", item_size)
    keywords = ddb.check_reserved_keyword_usage
    ddb.replace("check_reserved_keyword_usage", _once_for_each_text(lambda read, _: keywords(read)))
    ddb.replace("check_redundant_parens", _once_for_each_text(ddb.check_redundant_parens))
    ddb.replace("condition_syntax_error", _once_for_each_text(ddb.condition_syntax_error))
    ddb.replace("tokenize", _tokenize())
    dynamodb.copy = SimpleNamespace(deepcopy=deepcopy)
