"""Reads cost what DynamoDB says they cost."""

from collections.abc import Iterator
from typing import Any

import pytest

from local.signed import Engine
from tests.local import engines

Json = dict[str, Any]

KB = 1000
"""A little less than 1 KiB, to leave room for names and keys."""
ONE = {":p": {"S": "one"}}


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with engines.ours() as chosen:
        made = engines.client(chosen.url)
        engines.create_table(made)
        for number, size in enumerate([1, 1, 3, 9]):
            item = {**key(str(number)), "a": {"S": "x" * size * KB}}
            item |= {"group": {"S": "red"}, "when": {"S": f"2026-{number:02d}"}}
            item |= {"rank": {"N": str(number)}}
            made.call("PutItem", {"TableName": "things", "Item": item})
        yield made


def key(sort: str) -> Json:
    return {"pk": {"S": "one"}, "sk": {"S": sort}}


def cost(engine: Engine, operation: str, **more: Any) -> float:
    data = {"TableName": "things", "ReturnConsumedCapacity": "TOTAL", **more}
    return float(engine.call(operation, data)["ConsumedCapacity"]["CapacityUnits"])


@pytest.mark.parametrize(
    ("sort", "consistent", "units"),
    [
        ("0", False, 0.5),
        ("0", True, 1.0),
        ("3", False, 1.5),
        ("3", True, 3.0),
        ("none", False, 0.5),
    ],
)
def test_one_item_costs_by_its_size(
    engine: Engine, sort: str, consistent: bool, units: float
) -> None:
    assert cost(engine, "GetItem", Key=key(sort), ConsistentRead=consistent) == units


def test_a_projection_saves_nothing(engine: Engine) -> None:
    assert cost(engine, "GetItem", Key=key("3"), ProjectionExpression="sk") == 1.5


def query(engine: Engine, **more: Any) -> float:
    given = {"KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": ONE}
    return cost(engine, "Query", **(given | more))


def test_a_query_costs_the_sum_of_what_it_reads_rounded_once(engine: Engine) -> None:
    assert query(engine) == 2.0  # 14 KB
    assert query(engine, ConsistentRead=True) == 4.0
    assert query(engine, Limit=2) == 0.5  # 2 KB
    assert query(engine, Limit=3) == 1.0  # 5 KB


def test_a_filter_saves_nothing(engine: Engine) -> None:
    values = {**ONE, ":a": {"S": "no"}}
    assert query(engine, FilterExpression="a = :a", ExpressionAttributeValues=values) == 2.0


@pytest.mark.parametrize(("index", "units"), [("by-when", 2.0), ("by-rank", 0.5)])
def test_an_index_costs_what_it_projects(engine: Engine, index: str, units: float) -> None:
    asked = {
        "IndexName": index,
        "KeyConditionExpression": "#g = :g",
        "ExpressionAttributeNames": {"#g": "group"},
        "ExpressionAttributeValues": {":g": {"S": "red"}},
    }
    assert cost(engine, "Query", **asked) == units


def test_an_empty_query_costs_half_a_unit(engine: Engine) -> None:
    assert query(engine, ExpressionAttributeValues={":p": {"S": "nobody"}}) == 0.5


def test_a_batch_costs_item_by_item(engine: Engine) -> None:
    keys = [key("0"), key("1"), key("3"), key("none")]
    data = {"RequestItems": {"things": {"Keys": keys}}, "ReturnConsumedCapacity": "TOTAL"}
    cost = engine.call("BatchGetItem", data)["ConsumedCapacity"]
    assert cost == [{"TableName": "things", "CapacityUnits": 0.5 + 0.5 + 1.5 + 0.5}]


def test_a_transaction_costs_double(engine: Engine) -> None:
    gets = [{"Get": {"TableName": "things", "Key": key(sort)}} for sort in ("0", "3")]
    data = {"TransactItems": gets, "ReturnConsumedCapacity": "TOTAL"}
    cost = engine.call("TransactGetItems", data)["ConsumedCapacity"]
    assert cost == [{"TableName": "things", "CapacityUnits": 2.0 + 6.0}]


def test_no_cost_is_told_unasked(engine: Engine) -> None:
    assert "ConsumedCapacity" not in engine.call(
        "GetItem", {"TableName": "things", "Key": key("0")}
    )
