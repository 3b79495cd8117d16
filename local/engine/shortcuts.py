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


def install() -> None:
    keywords = ddb.check_reserved_keyword_usage
    ddb.replace("check_reserved_keyword_usage", _once_for_each_text(lambda read, _: keywords(read)))
    ddb.replace("check_redundant_parens", _once_for_each_text(ddb.check_redundant_parens))
    ddb.replace("condition_syntax_error", _once_for_each_text(ddb.condition_syntax_error))
    ddb.replace("tokenize", _tokenize())
    dynamodb.copy = SimpleNamespace(deepcopy=deepcopy)
