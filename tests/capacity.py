"""What a piece of code costs at DynamoDB: its calls and their capacity units."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from chalicelib.aws import dynamo

Sent = tuple[int, Mapping[str, str], bytes]


@dataclass
class Costs:
    """The calls that were made, by name, and what each of them took.

    Some are made at once by several threads: what is appended is not lost, what is added up is.
    """

    calls: list[str] = field(default_factory=list)
    each: list[float] = field(default_factory=list)

    @property
    def units(self) -> float:
        """What all of them took."""
        return sum(self.each)


@contextmanager
def counted() -> Iterator[Costs]:
    """Counts what this process asks of DynamoDB while the block runs."""
    client, costs = dynamo.client(), Costs()
    send = client.send

    def asked(operation: str, body: bytes) -> Sent:
        wanted = json.loads(body) | {"ReturnConsumedCapacity": "TOTAL"}
        status, headers, raw = send(operation, json.dumps(wanted).encode())
        costs.calls.append(operation)
        costs.each.append(_units(json.loads(raw).get("ConsumedCapacity", [])))
        return status, headers, raw

    client.send = asked
    try:
        yield costs
    finally:
        client.send = send


def _units(reported: Any) -> float:
    parts = reported if isinstance(reported, list) else [reported]
    return sum(float(part["CapacityUnits"]) for part in parts)
