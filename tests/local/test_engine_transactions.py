"""Transactions do what the product builds on: all or nothing, reasons, replay."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from local.signed import Engine, Refused
from tests.local import engines

Json = dict[str, Any]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with engines.ours() as chosen:
        made = engines.client(chosen.url)
        engines.create_table(made)
        yield made


@pytest.fixture
def partition() -> str:
    return str(uuid.uuid4())


def key(partition: str, sort: str) -> Json:
    return {"pk": {"S": partition}, "sk": {"S": sort}}


def put(partition: str, sort: str, **more: Any) -> Json:
    return {"Put": {"TableName": "things", "Item": key(partition, sort), **more}}


def send(engine: Engine, *items: Json, token: str | None = None) -> Json:
    data: Json = {"TransactItems": list(items)}
    return engine.call(
        "TransactWriteItems", data | ({"ClientRequestToken": token} if token else {})
    )


def exists(engine: Engine, partition: str, sort: str) -> bool:
    got = engine.call("GetItem", {"TableName": "things", "Key": key(partition, sort)})
    return "Item" in got


ABSENT = {"ConditionExpression": "attribute_not_exists(pk)"}


def test_one_failed_condition_undoes_all_and_names_itself(engine: Engine, partition: str) -> None:
    send(engine, put(partition, "there"))
    failing = put(partition, "there", **ABSENT, ReturnValuesOnConditionCheckFailure="ALL_OLD")
    with pytest.raises(Refused) as refusal:
        send(engine, put(partition, "new", **ABSENT), failing)
    assert refusal.value.kind == "TransactionCanceledException"
    reasons = refusal.value.answer["CancellationReasons"]
    assert [reason["Code"] for reason in reasons] == ["None", "ConditionalCheckFailed"]
    assert reasons[1]["Item"] == key(partition, "there")
    assert not exists(engine, partition, "new")


def test_a_check_guards_an_item_that_is_not_written(engine: Engine, partition: str) -> None:
    check = {"TableName": "things", "Key": key(partition, "guard")}
    guarded = {"ConditionCheck": {**check, "ConditionExpression": "attribute_exists(pk)"}}
    with pytest.raises(Refused, match="ConditionalCheckFailed"):
        send(engine, put(partition, "new"), guarded)
    send(engine, put(partition, "guard"))
    send(engine, put(partition, "new"), guarded)
    assert exists(engine, partition, "new")


def test_the_same_token_is_carried_out_once(engine: Engine, partition: str) -> None:
    token = str(uuid.uuid4())
    count = {
        "Update": {
            "TableName": "things",
            "Key": key(partition, "counter"),
            "UpdateExpression": "ADD b :one",
            "ExpressionAttributeValues": {":one": {"N": "1"}},
        }
    }
    send(engine, count, token=token)
    send(engine, count, token=token)
    got = engine.call("GetItem", {"TableName": "things", "Key": key(partition, "counter")})
    assert got["Item"]["b"] == {"N": "1"}
    with pytest.raises(Refused) as refusal:
        send(engine, put(partition, "other"), token=token)
    assert refusal.value.kind == "IdempotentParameterMismatchException"


def test_two_writes_of_one_item_are_refused(engine: Engine, partition: str) -> None:
    with pytest.raises(Refused, match="multiple operations on one item"):
        send(engine, put(partition, "a"), put(partition, "a"))
