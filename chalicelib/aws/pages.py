"""Where a list goes on: the cursor that a page of items ends with.

A cursor is text for the client to hand back, and says nothing about whose list it is: the
partition is taken out of it and put in again by the query. So a made-up cursor can only start at
another place of a list that the person may read anyway.
"""

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

from chalicelib.base.errors import BadRequest

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
RawKey = dict[str, dict[str, Any]]
VALUE_CHARS = 200


class BadCursor(BadRequest):
    """The cursor is none of ours; the list can be read from its start."""

    code = "bad_cursor"


class Results(Protocol[_T_co]):
    """What a query gives: items, and after them where it stopped."""

    def __iter__(self) -> Iterator[_T_co]: ...

    @property
    def last_evaluated_key(self) -> RawKey | None: ...


@dataclass(frozen=True, slots=True)
class Page(Generic[_T]):
    """Some items of a list, and the cursor of the next ones (None: these were the last).

    `ahead` is the first of the next ones.
    """

    items: list[_T]
    next_cursor: str | None
    ahead: _T | None = None


def read_page(results: Results[_T], partition: Mapping[str, str], size: int) -> Page[_T]:
    """The first `size` items of a query, with the cursor behind them.

    The query has to be limited to `size + 1`: DynamoDB names a last key wherever it stopped, so
    only one more item tells a list that goes on from one that ends with a full page.
    """
    items = list(islice(results, size))
    cursor = write_cursor(results.last_evaluated_key, partition)
    ahead = next(iter(results), None) if cursor else None
    return Page(items, cursor if ahead else None, ahead)


def write_cursor(last: RawKey | None, partition: Mapping[str, str]) -> str | None:
    """The cursor of DynamoDB's LastEvaluatedKey; string keys only."""
    if last is None:
        return None
    place = {name: value["S"] for name, value in last.items() if name not in partition}
    text = json.dumps(place, separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(
    cursor: str | None, partition: Mapping[str, str], names: frozenset[str]
) -> RawKey | None:
    """DynamoDB's ExclusiveStartKey, in this partition; `names` are its other key attributes.

    Raises BadCursor.
    """
    if cursor is None:
        return None
    place = _decoded(cursor)
    if not isinstance(place, dict) or place.keys() != names:
        raise BadCursor
    if not all(
        isinstance(value, str) and 0 < len(value) <= VALUE_CHARS for value in place.values()
    ):
        raise BadCursor
    return {name: {"S": value} for name, value in (place | dict(partition)).items()}


def _decoded(cursor: str) -> Any:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        return json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError):
        raise BadCursor from None
