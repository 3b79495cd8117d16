"""What the engine's tests share: the engine, unchanged ministack beside it, and one table."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from local.engine import child
from local.signed import Engine
from local.waiting import free_port, until_answers

SECRET = "for-tests-only"
REGION = "eu-central-1"


def client(url: str, account: str = "111122223333", secret: str = SECRET) -> Engine:
    return Engine(url, account, secret, REGION)


@contextmanager
def ours(**more: Any) -> Iterator[child.EngineSettings]:
    settings = child.EngineSettings(port=free_port(), secret=SECRET, **more)
    process = child.start(settings)
    try:
        yield settings
    finally:
        child.stop(process)


@contextmanager
def plain_ministack() -> Iterator[str]:
    port = free_port()
    settings = {"GATEWAY_PORT": str(port), "BIND_HOST": "127.0.0.1", "LOG_LEVEL": "WARNING"}
    off = {"IOT_MTLS_ENABLED": "0", "SFTP_ENABLED": "0"}
    process = subprocess.Popen(
        [str(child.python()), "-m", "ministack"], env={**os.environ, **settings, **off}
    )
    try:
        until_answers(f"http://127.0.0.1:{port}/_ministack/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        child.stop(process)


def create_table(engine: Engine, name: str = "things", sort_type: str = "S") -> None:
    """A table with an index of each projection, one on the hash alone, one by number."""
    names = {"pk": "S", "sk": sort_type, "group": "S", "when": "S", "rank": "N"}
    engine.call(
        "CreateTable",
        {
            "TableName": name,
            "BillingMode": "PAY_PER_REQUEST",
            "KeySchema": _keys("pk", "sk"),
            "AttributeDefinitions": [
                {"AttributeName": n, "AttributeType": kind} for n, kind in names.items()
            ],
            "GlobalSecondaryIndexes": [
                _index("by-when", _keys("group", "when"), ProjectionType="ALL"),
                _index("by-rank", _keys("group", "rank"), ProjectionType="KEYS_ONLY"),
                _index(
                    "by-group", _keys("group"), ProjectionType="INCLUDE", NonKeyAttributes=["a"]
                ),
            ],
            "StreamSpecification": {"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"},
        },
    )


def _keys(hash_name: str, range_name: str | None = None) -> list[dict[str, str]]:
    keys = [{"AttributeName": hash_name, "KeyType": "HASH"}]
    return keys + ([{"AttributeName": range_name, "KeyType": "RANGE"}] if range_name else [])


def _index(name: str, keys: list[dict[str, str]], **projection: Any) -> dict[str, Any]:
    return {"IndexName": name, "KeySchema": keys, "Projection": projection}
