"""The engine's quick queries answer as unchanged ministack does, to the byte."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from local.signed import Engine, Refused
from tests.local import engines

Pair = tuple[Engine, Engine]
Json = dict[str, Any]

ITEMS = 500
"""In two partitions: well above local.engine.pages.SMALL_PARTITION, so that pages are cut."""
CHANGES = 60
QUERIES = 100


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    with engines.ours() as settings, engines.plain_ministack() as plain:
        yield engines.client(settings.url), engines.client(plain)


def both(pair: Pair, operation: str, data: Json) -> None:
    for engine in pair:
        engine.call(operation, data)


def answer(engine: Engine, data: Json) -> Any:
    try:
        return engine.call("Query", data)
    except Refused as refusal:
        return str(refusal)


def random_item(dice: random.Random, sort_type: str, number: int) -> Json:
    sort = f"{number:05d}" if dice.random() < 0.7 else f"n#{number}"
    item: Json = {
        "pk": {"S": dice.choice(["one", "two"])},
        "sk": {"S": sort} if sort_type == "S" else {"N": str(number * 7 % 1000 - 300)},
        "a": {"S": "x" * dice.randrange(40)},
        "b": {"N": str(dice.randrange(5))},
    }
    if dice.random() < 0.9:
        item["group"] = {"S": dice.choice(["red", "green"])}
    if dice.random() < 0.9:
        item["when"] = {"S": f"2026-{dice.randrange(1, 13):02d}"}
    if dice.random() < 0.9:
        item["rank"] = {"N": str(dice.choice([-3, 0, 0.5, 2, 10, 1e3]))}
    return item


def fill(pair: Pair, dice: random.Random, table: str, sort_type: str) -> list[Json]:
    """Writes items at random; returns their keys."""
    items = {}
    for number in range(ITEMS):
        item = random_item(dice, sort_type, number)
        items[str(item["pk"]), str(item["sk"])] = item
    puts = [{"PutRequest": {"Item": item}} for item in items.values()]
    for start in range(0, len(puts), 25):
        both(pair, "BatchWriteItem", {"RequestItems": {table: puts[start : start + 25]}})
    return [{"pk": item["pk"], "sk": item["sk"]} for item in items.values()]


def stir(pair: Pair, dice: random.Random, table: str, sort_type: str, keys: list[Json]) -> None:
    """Changes, removes, replaces and adds, after the queries' lists were made."""
    for _ in range(CHANGES):
        change: Json = {"TableName": table, "Key": dice.choice(keys)}
        change["UpdateExpression"] = "SET #r = :r, #w = :w REMOVE a"
        change["ExpressionAttributeNames"] = {"#w": "when", "#r": "rank"}
        change["ExpressionAttributeValues"] = {":r": {"N": "7"}, ":w": {"S": "2026-06"}}
        both(pair, "UpdateItem", change)
        both(pair, "DeleteItem", {"TableName": table, "Key": dice.choice(keys)})
        item = random_item(dice, sort_type, dice.randrange(2 * ITEMS))
        put: Json = {"Put": {"TableName": table, "Item": item}}
        both(pair, "TransactWriteItems", {"TransactItems": [put]})


def random_query(dice: random.Random, table: str, sort_type: str) -> Json:
    index = dice.choice([None, "by-when", "by-rank", "by-group"])
    keys = {None: ("pk", "sk"), "by-when": ("group", "when"), "by-rank": ("group", "rank")}
    partition, sort = keys.get(index, ("group", None))
    values: Json = {":p": {"S": dice.choice(["one", "two", "none"])}}
    if index:
        values[":p"] = {"S": dice.choice(["red", "green", "blue"])}
    condition = dice.choice(["#p = :p", ":p = #p", "(#p = :p)"])
    names = {"#p": partition}
    if sort and dice.random() < 0.8:
        names["#s"] = sort
        kind = "N" if index == "by-rank" or (index is None and sort_type == "N") else "S"
        text, operands = random_bound(dice, kind)
        values |= operands
        condition = " AND ".join(dice.sample([condition, text], 2))
        if dice.random() < 0.5:  # as PynamoDB writes it
            condition = f"({condition})"
    query: Json = {
        "TableName": table,
        "KeyConditionExpression": condition,
        "ExpressionAttributeNames": names,
        "ExpressionAttributeValues": values,
        "ScanIndexForward": dice.random() < 0.5,
    }
    if index:
        query["IndexName"] = index
    if dice.random() < 0.8:
        query["Limit"] = dice.choice([1, 2, 7, 25, 1000])
    return query | random_view(dice, values, names)


def random_view(dice: random.Random, values: Json, names: Json) -> Json:
    if dice.random() < 0.3:
        values[":b"] = {"N": "2"}
        names["#b"] = "b"
        return {"FilterExpression": "#b > :b"}
    if dice.random() < 0.4:
        values |= {":x": {"S": "2026-06"}, ":y": {"S": "red"}, ":z": {"N": "2"}}
        names["#k"] = dice.choice(["when", "group", "a", "missing"])
        among = dice.choice([[":x"], [":x", ":y"], [":y", ":x"], [":x", ":y", ":z"]])
        for unused in {":x", ":y", ":z"} - set(among):
            values.pop(unused)
        return {"FilterExpression": f"#k IN ({', '.join(among)})"}
    if dice.random() < 0.3:
        names["#a"] = "a"
        return {"ProjectionExpression": "#a"}
    return dice.choice([{}, {"Select": "COUNT"}])


def random_bound(dice: random.Random, kind: str) -> tuple[str, Json]:
    texts = ["0", "000", "001", "0025", "n#", "2026-06", "2026-", "zz"]
    pick = sorted(dice.sample(texts, 2)) if kind == "S" else sorted(dice.sample([-5, 0, 2, 70], 2))
    low, high = ({kind: str(value)} for value in pick)
    operator = dice.choice(["=", "<", "<=", ">", ">=", "BETWEEN", "begins_with", "swapped"])
    if operator == "BETWEEN":
        return "#s BETWEEN :l AND :h", {":l": low, ":h": high}
    if operator == "begins_with":
        return "begins_with(#s, :l)", {":l": low}
    if operator == "swapped":
        return ":l < #s", {":l": low}
    return f"#s {operator} :l", {":l": low}


def compare(pair: Pair, dice: random.Random, table: str, sort_type: str) -> None:
    for _ in range(QUERIES):
        query = random_query(dice, table, sort_type)
        for _ in range(3):
            mine, theirs = (answer(engine, query) for engine in pair)
            assert mine == theirs, query
            cursor = mine.get("LastEvaluatedKey") if isinstance(mine, dict) else None
            if not cursor:
                break
            query["ExclusiveStartKey"] = cursor


@pytest.mark.parametrize(("sort_type", "seed"), [("S", 1), ("N", 2)])
def test_a_query_answers_as_unchanged_ministack_does(pair: Pair, sort_type: str, seed: int) -> None:
    dice = random.Random(seed)
    table = f"things-{sort_type}"
    for engine in pair:
        engines.create_table(engine, table, sort_type)
    keys = fill(pair, dice, table, sort_type)
    compare(pair, dice, table, sort_type)
    stir(pair, dice, table, sort_type, keys)
    compare(pair, dice, table, sort_type)


VALUES: list[Json] = [
    {"S": "Grüße 日本 " * 90},
    {"N": "-12345678901234567890.000123"},
    {"N": "1E+20"},
    {"B": "AAECAwQ="},
    {"BOOL": True},
    {"NULL": True},
    {"SS": ["a", "ö"]},
    {"NS": ["1", "-2.5"]},
    {"L": [{"S": "ä"}, {"L": []}, {"M": {}}]},
    {"M": {"ö": {"M": {"n": {"N": "7"}, "s": {"S": "x" * 500}}}, "l": {"L": [{"N": "1"}]}}},
]


@pytest.mark.parametrize("value", VALUES)
def test_an_item_is_as_large_as_unchanged_ministack_finds_it(pair: Pair, value: Json) -> None:
    """Told by the units of writes, at every size at which a unit more begins."""
    create_once(pair, "sizes")
    for filler in (*range(0, 1100, 70), 3000):
        item = {"pk": {"S": "one"}, "sk": {"S": "x"}, "ä": value, "f": {"S": "x" * filler}}
        put = {"TableName": "sizes", "Item": item, "ReturnConsumedCapacity": "INDEXES"}
        mine, theirs = (engine.call("PutItem", put)["ConsumedCapacity"] for engine in pair)
        assert mine == theirs


def create_once(pair: Pair, table: str) -> None:
    for engine in pair:
        if table not in engine.call("ListTables", {})["TableNames"]:
            engines.create_table(engine, table)


def test_a_page_without_a_limit_ends_before_1_mb(pair: Pair) -> None:
    for engine in pair:
        engines.create_table(engine, "big")
    for number in range(260):
        item = {"pk": {"S": "one"}, "sk": {"S": f"{number:05d}"}, "a": {"S": "x" * 7000}}
        both(pair, "PutItem", {"TableName": "big", "Item": item})
    query: Json = {
        "TableName": "big",
        "KeyConditionExpression": "pk = :p",
        "ExpressionAttributeValues": {":p": {"S": "one"}},
    }
    mine, theirs = (answer(engine, query) for engine in pair)
    assert mine == theirs
    assert 140 < mine["Count"] < 150
    assert mine["LastEvaluatedKey"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"KeyConditionExpression": "nonsense ="},
        {"KeyConditionExpression": "pk = :p AND sk > :p AND sk < :p"},
        {"KeyConditionExpression": "pk = :missing"},
        {"Limit": 0},
        {"IndexName": "none"},
        {"ExclusiveStartKey": {"pk": {"S": "one"}}},
        {"ExpressionAttributeValues": []},
    ],
)
def test_a_wrong_query_is_refused_as_ministack_refuses_it(pair: Pair, wrong: Json) -> None:
    query = {
        "TableName": "big",
        "KeyConditionExpression": "pk = :p",
        "ExpressionAttributeValues": {":p": {"S": "one"}},
    }
    mine, theirs = (answer(engine, query | wrong) for engine in pair)
    assert mine == theirs
    assert isinstance(mine, str)
