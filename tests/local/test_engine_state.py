"""What the engine keeps: over a stop, over a kill, whole transactions only."""

import sqlite3
import subprocess
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from local.engine import child
from local.signed import Engine, Refused
from local.waiting import free_port, until
from tests.local import engines

Json = dict[str, Any]


def settings(folder: Path) -> child.EngineSettings:
    return child.EngineSettings(port=free_port(), secret=engines.SECRET, folder=folder)


def started(folder: Path) -> tuple[subprocess.Popen[bytes], Engine]:
    chosen = settings(folder)
    return child.start(chosen), engines.client(chosen.url)


def put(engine: Engine, sort: str, **more: Json) -> None:
    item = {"pk": {"S": "one"}, "sk": {"S": sort}, **more}
    engine.call("PutItem", {"TableName": "things", "Item": item})


def sorts(engine: Engine, **more: Any) -> list[str]:
    condition: Json = {
        "TableName": "things",
        "KeyConditionExpression": "pk = :p",
        "ExpressionAttributeValues": {":p": {"S": "one"}},
    }
    return [item["sk"]["S"] for item in engine.call("Query", condition | more)["Items"]]


def saved_rows(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "dynamodb.sqlite3")) as db:
        return int(db.execute("SELECT count(*) FROM items").fetchone()[0])


def test_a_stop_keeps_tables_items_settings_and_indexes(tmp_path: Path) -> None:
    first, engine = started(tmp_path)
    engines.create_table(engine)
    expiry = {"AttributeName": "ends", "Enabled": True}
    engine.call("UpdateTimeToLive", {"TableName": "things", "TimeToLiveSpecification": expiry})
    put(engine, "a", group={"S": "red"}, when={"S": "2026-01"})
    put(engine, "b")
    put(engine, "c")
    engine.call(
        "DeleteItem", {"TableName": "things", "Key": {"pk": {"S": "one"}, "sk": {"S": "b"}}}
    )
    child.stop(first)

    second, engine = started(tmp_path)
    assert sorts(engine) == ["a", "c"]
    kept = engine.call("DescribeTimeToLive", {"TableName": "things"})
    assert kept["TimeToLiveDescription"]["AttributeName"] == "ends"
    red = {":g": {"S": "red"}}
    query = {"TableName": "things", "IndexName": "by-when", "KeyConditionExpression": "#g = :g"}
    names = {"ExpressionAttributeNames": {"#g": "group"}, "ExpressionAttributeValues": red}
    assert engine.call("Query", query | names)["Count"] == 1
    child.stop(second)


def test_a_kill_keeps_what_was_saved(tmp_path: Path) -> None:
    first, engine = started(tmp_path)
    engines.create_table(engine)
    put(engine, "a")
    until(lambda: saved_rows(tmp_path) == 1)
    first.kill()
    first.communicate()

    second, engine = started(tmp_path)
    assert sorts(engine) == ["a"]
    child.stop(second)


def test_a_kill_in_the_middle_of_writing_leaves_whole_transactions(tmp_path: Path) -> None:
    first, engine = started(tmp_path)
    engines.create_table(engine)
    numbers = count()

    def write_until_saved() -> bool:
        number = str(next(numbers))
        puts = [
            {"Put": {"TableName": "things", "Item": {"pk": {"S": pk}, "sk": {"S": number}}}}
            for pk in ("one", "two", "three")
        ]
        engine.call("TransactWriteItems", {"TransactItems": puts})
        return saved_rows(tmp_path) >= 30

    until(write_until_saved)
    first.kill()
    first.communicate()

    second, engine = started(tmp_path)
    rows = engine.call("Scan", {"TableName": "things"})["Items"]
    found = {
        pk: {r["sk"]["S"] for r in rows if r["pk"]["S"] == pk} for pk in ("one", "two", "three")
    }
    assert len(found["one"]) >= 10
    assert found["one"] == found["two"] == found["three"]
    child.stop(second)


def test_a_table_deleted_and_made_again_is_empty_after_a_restart(tmp_path: Path) -> None:
    first, engine = started(tmp_path)
    engines.create_table(engine)
    put(engine, "a")
    until(lambda: saved_rows(tmp_path) == 1)
    engine.call("DeleteTable", {"TableName": "things"})
    engines.create_table(engine)
    put(engine, "new")
    child.stop(first)

    second, engine = started(tmp_path)
    assert sorts(engine) == ["new"]
    engine.call("DeleteTable", {"TableName": "things"})
    child.stop(second)
    assert saved_rows(tmp_path) == 0


def test_an_unsigned_or_wrongly_signed_call_is_refused() -> None:
    with engines.ours() as chosen:
        with pytest.raises(Refused) as refusal:
            engines.client(chosen.url, secret="another").call("ListTables", {})
        assert refusal.value.kind == "InvalidSignatureException"


def test_accounts_are_apart_copied_and_dropped() -> None:
    with engines.ours() as chosen:
        first = engines.client(chosen.url, "000000000001")
        second = engines.client(chosen.url, "000000000002")
        engines.create_table(first)
        put(first, "a")
        copied = first.ask("copy", {"from": "000000000001", "to": "000000000002"})
        assert copied == {"tables": 1}
        assert sorts(second) == []
        put(second, "b")
        assert (sorts(first), sorts(second)) == (["a"], ["b"])
        first.ask("drop", {"account": "000000000002"})
        assert second.call("ListTables", {})["TableNames"] == []
        assert sorts(first) == ["a"]
