"""What a call reads and what it writes, and so whether two calls can change places unnoticed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.proof.calls import is_write
from tests.proof.wordings import SES_CALLS

WHOLE = "*"
Place = tuple[str, str]
"""A table and an item's key, or a bucket and an object's key; the key WHOLE is all of it."""


@dataclass(frozen=True)
class Footprint:
    """One call that is about to be made."""

    name: str
    reads: frozenset[Place]
    writes: frozenset[Place]

    def commutes_with(self, other: "Footprint") -> bool:
        """Whether both orders of the two come to the same."""
        return not (
            _meet(self.writes, other.reads | other.writes) or _meet(self.reads, other.writes)
        )


def _meet(one: frozenset[Place], other: frozenset[Place]) -> bool:
    tables = {table for table, key in one if key == WHOLE}
    others = {table for table, key in other if key == WHOLE}
    return bool(
        one & other
        or any(table in tables for table, _ in other)
        or any(table in others for table, _ in one)
    )


def of_dynamo(name: str, body: bytes) -> Footprint:
    """The footprint of a call to DynamoDB. To be on the safe side a query reads its whole table."""
    reads: set[Place] = set()
    writes: set[Place] = set()
    for place, changes in _places(name, json.loads(body)):
        (writes if changes else reads).add(place)
    return Footprint(name, frozenset(reads), frozenset(writes))


def _places(name: str, request: Any) -> Iterator[tuple[Place, bool]]:
    if name == "TransactWriteItems":
        for item in request["TransactItems"]:
            ((verb, part),) = item.items()
            yield (
                _place(part["TableName"], part.get("Key") or part["Item"]),
                verb != "ConditionCheck",
            )
    elif name == "BatchGetItem":
        for table, wanted in request["RequestItems"].items():
            yield from ((_place(table, key), False) for key in wanted["Keys"])
    elif name == "Query":
        yield (request["TableName"], WHOLE), False
    elif name == "BatchWriteItem":
        yield from (((table, WHOLE), True) for table in request["RequestItems"])
    else:
        yield _place(request["TableName"], request.get("Key") or request["Item"]), is_write(name)


def _place(table: str, item: Any) -> Place:
    return table, f"{item['pk']['S']} {item['sk']['S']}"


def of_other(name: str) -> Footprint:
    """The footprint of a call to S3 or SES: of all that is there."""
    place = frozenset({("mail" if name in SES_CALLS else "bucket", WHOLE)})
    none: frozenset[Place] = frozenset()
    return Footprint(name, none, place) if is_write(name) else Footprint(name, place, none)
