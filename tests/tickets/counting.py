"""Counts what a piece of work asks of DynamoDB: round trips, and capacity units as billed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from chalicelib.aws import dynamo


@dataclass
class Spent:
    """The operations in order, and what each consumed; `indexes` of it went to indexes."""

    operations: list[str] = field(default_factory=list)
    units: list[float] = field(default_factory=list)
    indexes: float = 0.0

    @property
    def total(self) -> float:
        """All units."""
        return sum(self.units)


@contextmanager
def counted() -> Iterator[Spent]:
    """Counts everything that this process asks meanwhile."""
    spent, client = Spent(), dynamo.client()
    send = client.send

    def ask(operation: str, body: bytes) -> Any:
        data = json.loads(body) | {"ReturnConsumedCapacity": "INDEXES"}
        answer = send(operation, json.dumps(data).encode())
        consumed = json.loads(answer[2]).get("ConsumedCapacity") or []
        bills = consumed if isinstance(consumed, list) else [consumed]
        spent.operations.append(operation)
        spent.units.append(sum(bill["CapacityUnits"] for bill in bills))
        for bill in bills:
            indexes = bill.get("GlobalSecondaryIndexes", {}).values()
            spent.indexes += sum(index["CapacityUnits"] for index in indexes)
        return answer

    client.send = ask
    try:
        yield spent
    finally:
        client.send = send
