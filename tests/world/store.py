"""What the product writes into a test's account: seen as it happens, and taken back again."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from chalicelib.aws import dynamo
from infra.tables import tables
from local.testing import Cloud

Raw = dict[str, Any]
Place = tuple[str, str, str]
"""A table, and the two parts of a key in it."""
Write = tuple[Place, frozenset[str]]
"""A place, and the attributes that an update by itself changed there; none for any other write."""
WHOLE: frozenset[str] = frozenset()
CHANGED = re.compile(r"(?:SET|ADD|REMOVE|DELETE|,) *(#\w+)")
BATCH = 25


@dataclass
class Kept:
    """Every item that an account held at one moment, by its place."""

    items: dict[Place, Raw]

    @classmethod
    def of(cls, cloud: Cloud) -> "Kept":
        """What it holds now."""
        names = [table.definition["TableName"] for table in tables()]
        rows = ((name, item) for name in names for item in _scan(cloud, name))
        return cls({(name, item["pk"]["S"], item["sk"]["S"]): item for name, item in rows})


def _scan(cloud: Cloud, table: str) -> Iterator[Raw]:
    more: Raw = {}
    while True:
        page = cloud.engine.call("Scan", {"TableName": table, "ConsistentRead": True, **more})
        yield from page["Items"]
        if "LastEvaluatedKey" not in page:
            return
        more = {"ExclusiveStartKey": page["LastEvaluatedKey"]}


@dataclass
class Written:
    """Where the product wrote, and what."""

    writes: set[Write] = field(default_factory=set)

    @property
    def places(self) -> frozenset[Place]:
        """All of them."""
        return frozenset(place for place, _ in self.writes)

    def note(self, operation: str, body: bytes) -> None:
        """Remember what one call to DynamoDB may have written."""
        asked = json.loads(body)
        match operation:
            case "UpdateItem":
                names = asked["ExpressionAttributeNames"]
                changed = CHANGED.findall(asked["UpdateExpression"])
                self._note(asked, frozenset(names[short] for short in changed))
            case "PutItem" | "DeleteItem":
                self._note(asked)
            case "TransactWriteItems":
                verbs = [pair for item in asked["TransactItems"] for pair in item.items()]
                for request in (part for verb, part in verbs if verb != "ConditionCheck"):
                    self._note(request)
            case "BatchWriteItem":
                for table, requests in asked["RequestItems"].items():
                    for request in requests:
                        (inner,) = request.values()
                        self._note({"TableName": table, **inner})
            case _:
                pass

    def _note(self, request: Raw, changed: frozenset[str] = WHOLE) -> None:
        key = request.get("Item") or request["Key"]
        self.writes.add(((request["TableName"], key["pk"]["S"], key["sk"]["S"]), changed))

    def take_back(self, cloud: Cloud, kept: Kept) -> None:
        """Put everything as it was when it was kept."""
        places = list(self.places)
        for start in range(0, len(places), BATCH):
            wanted: dict[str, list[Raw]] = {}
            for table, pk, sk in places[start : start + BATCH]:
                old = kept.items.get((table, pk, sk))
                key = {"pk": {"S": pk}, "sk": {"S": sk}}
                request = {"PutRequest": {"Item": old}} if old else {"DeleteRequest": {"Key": key}}
                wanted.setdefault(table, []).append(request)
            cloud.engine.call("BatchWriteItem", {"RequestItems": wanted})
        self.writes.clear()


@contextmanager
def watched() -> Iterator[Written]:
    """Sees all that this process writes meanwhile."""
    written, client = Written(), dynamo.client()
    send = client.send

    def ask(operation: str, body: bytes) -> Any:
        written.note(operation, body)
        return send(operation, body)

    client.send = ask
    try:
        yield written
    finally:
        client.send = send
