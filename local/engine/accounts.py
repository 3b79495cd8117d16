"""What tests ask of the engine beyond AWS: a ready account in a millisecond, and its end.

A 12-digit access key is an account of its own. A test's account is made by copying the empty
tables of another one, which saves a dozen CreateTable calls, and dropped when the test is over.
"""

import copy
import json
from collections import defaultdict
from typing import Any

from local.engine.upstream import Answer, Table, ddb, ses

PREFIX = "/_kontor/"


def serve(path: str, body: bytes) -> Answer:
    """Answers /_kontor/health, /_kontor/copy {from, to} and /_kontor/drop {account}."""
    wanted: dict[str, str] = json.loads(body or b"{}")
    match path.removeprefix(PREFIX):
        case "health":
            result: dict[str, Any] = {"tables": len(ddb.tables.all_values())}
        case "copy":
            result = {"tables": copy_tables(wanted["from"], wanted["to"])}
        case "drop":
            result = {"tables": drop_tables(wanted["account"])}
        case _:
            return 404, {}, b"{}"
    return 200, {}, json.dumps(result).encode()


def copy_tables(source: str, target: str) -> int:
    """Gives the target account empty tables like the source's, and its known senders."""
    copied = 0
    for (account, region, name), table in ddb.tables.all_items():
        if account == source:
            ddb.tables.set_scoped(target, region, name, _empty_like(table, source, target))
            copied += 1
    for part in (ddb.ttl_settings, ses.identities):
        for (account, region, name), value in part.all_items():
            if account == source:
                part.set_scoped(target, region, name, copy.deepcopy(value))
    return copied


def _empty_like(table: Table, source: str, target: str) -> Table:
    empty: Table = copy.deepcopy(
        {key: value for key, value in table.items() if key not in ("items", ddb.INDEX_MEMBERS)}
    )
    for name in ("TableArn", "LatestStreamArn"):
        if name in empty:
            empty[name] = empty[name].replace(f":{source}:", f":{target}:")
    return {**empty, "items": defaultdict(dict), "ItemCount": 0, "TableSizeBytes": 0}


def drop_tables(account: str) -> int:
    """Forgets all tables, settings and streams of an account."""
    dropped = 0
    parts = (ddb.tables, ddb.ttl_settings, ddb.tags, ddb.stream_records, ddb.stream_trimmed)
    for part in (*parts, ddb.txn_idempotency):
        for scope, _ in part.all_items():
            if scope[0] == account:
                part.pop_scoped(*scope, None)
                dropped += part is ddb.tables
    return dropped
