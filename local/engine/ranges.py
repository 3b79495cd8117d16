"""Reads the sort-key part of a key condition as a stretch of the ordered partition."""

from bisect import bisect_left, bisect_right
from decimal import Decimal
from typing import Any

from local.engine.partitions import Entry, order_of
from local.engine.upstream import ddb

Token = tuple[str, str]
Stretch = tuple[int, int]

_COMPARISONS = {"EQ", "LT", "LE", "GT", "GE"}
_SWAPPED = {"EQ": "EQ", "LT": "GT", "LE": "GE", "GT": "LT", "GE": "LE"}


class _NotUnderstood(Exception):
    """The condition has a form that this reader leaves to ministack."""


def stretch(
    entries: list[Entry], condition: str, data: dict[str, Any], sort_key: str | None, kind: str
) -> Stretch | None:
    """Where the entries lie that satisfy the condition; None if it isn't understood."""
    low, high = 0, len(entries)
    try:
        for clause in ddb.key_condition_clauses(_without_outer(ddb.tokenize(condition))):
            name, operator, values = _read(_without_brackets(clause), data)
            if name != sort_key:
                continue
            operands = [ddb.sort_key_value(value, kind) for value in values]
            first, last = _bounds(entries, operator, operands)
            low, high = max(low, first), min(high, last)
    except (_NotUnderstood, KeyError, TypeError):
        return None
    return low, max(low, high)


def _without_outer(tokens: list[Token]) -> list[Token]:
    """Without the brackets that PynamoDB puts around the whole of a condition."""
    *inner, end = tokens
    while len(inner) > 2 and inner[0][0] == "LPAREN" and _closes_last(inner):
        inner = inner[1:-1]
    return [*inner, end]


def _closes_last(tokens: list[Token]) -> bool:
    """Whether the first bracket is closed by the last token, and by none before."""
    depth = 0
    for place, (kind, _) in enumerate(tokens):
        depth += (kind == "LPAREN") - (kind == "RPAREN")
        if depth == 0:
            return place == len(tokens) - 1
    return False


def _without_brackets(clause: list[Token]) -> list[Token]:
    while len(clause) > 2 and clause[0][0] == "LPAREN" and clause[-1][0] == "RPAREN":
        clause = clause[1:-1]
    return clause


def _read(clause: list[Token], data: dict[str, Any]) -> tuple[str, str, list[dict[str, Any]]]:
    """One clause as attribute name, operator and operand values."""
    kinds = [kind for kind, _ in clause]
    given = data.get("ExpressionAttributeValues", {})
    if len(clause) == 3 and kinds[1] in _COMPARISONS:
        if kinds[2] == "VALUE_REF":
            return _name(clause[0], data), kinds[1], [given[clause[2][1]]]
        if kinds[0] == "VALUE_REF":
            return _name(clause[2], data), _SWAPPED[kinds[1]], [given[clause[0][1]]]
    if len(clause) == 5 and clause[1][1].upper() == "BETWEEN":
        return _name(clause[0], data), "BETWEEN", [given[clause[2][1]], given[clause[4][1]]]
    if len(clause) == 6 and clause[0][1].lower() == "begins_with" and kinds[3] == "COMMA":
        return _name(clause[2], data), "BEGINS", [given[clause[4][1]]]
    raise _NotUnderstood


def _name(token: Token, data: dict[str, Any]) -> str:
    kind, text = token
    if kind == "NAME_REF":
        return str(data["ExpressionAttributeNames"][text])
    if kind == "IDENT":
        return text
    raise _NotUnderstood


def _first_value(entry: Entry) -> Any:
    return order_of(entry)[0]


def _bounds(entries: list[Entry], operator: str, operands: list[Any]) -> Stretch:
    end = len(entries)
    low = bisect_left(entries, operands[0], key=_first_value)
    if operator == "BEGINS":
        return low, _end_of_prefix(entries, low, operands[0])
    if operator == "BETWEEN":
        return low, bisect_right(entries, operands[1], key=_first_value)
    if operator in ("LT", "GE"):
        return (0, low) if operator == "LT" else (low, end)
    past = bisect_right(entries, operands[0], key=_first_value)
    return {"EQ": (low, past), "LE": (0, past), "GT": (past, end)}[operator]


def _end_of_prefix(entries: list[Entry], low: int, prefix: Any) -> int:
    if isinstance(prefix, Decimal):
        raise _NotUnderstood

    def beyond(entry: Entry) -> bool:
        return not _first_value(entry).startswith(prefix)

    return bisect_left(entries, True, lo=low, key=beyond)
