"""What tests ask of the engine beyond AWS: a ready account in a millisecond, and its end.

A 12-digit access key is an account of its own. A test's account is made by copying the empty
tables of another one, which saves a dozen CreateTable calls, and dropped when the test is over.
One that is to be the same again and again is kept once and put back each time.
"""

import copy
import json
from collections import defaultdict
from typing import Any

from local.engine.upstream import Answer, Table, ddb, ses

PREFIX = "/_kontor/"
_PARTS = ("tables", "ttl_settings", "stream_records", "stream_trimmed")
_kept: dict[str, list[tuple[str, Any, Any]]] = {}


def serve(path: str, body: bytes) -> Answer:
    """Answers /_kontor/health, /_kontor/copy {from, to}, and of an {account} /_kontor/drop,
    /_kontor/dump (its items by table), /_kontor/keep and /_kontor/restore.
    """
    wanted: dict[str, str] = json.loads(body or b"{}")
    what, account = path.removeprefix(PREFIX), wanted.get("account", "")
    if what == "health":
        return _answer({"tables": len(ddb.tables.all_values())})
    if what == "copy":
        return _answer({"tables": copy_tables(wanted["from"], wanted["to"])})
    known = {"drop": drop_tables, "dump": dump_items, "keep": keep, "restore": restore}
    return _answer(known[what](account)) if what in known else (404, {}, b"{}")


def _answer(result: dict[str, Any]) -> Answer:
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


def dump_items(account: str) -> dict[str, Any]:
    """All that an account holds: a scan of each table, without the detours of a scan."""
    return {
        name: [item for part in table["items"].values() for item in part.values()]
        for (owner, _, name), table in ddb.tables.all_items()
        if owner == account
    }


def keep(account: str) -> dict[str, Any]:
    """Remembers what the account holds, its streams' records included."""
    _kept[account] = [
        (part, scope, _copied(value))
        for part in _PARTS
        for scope, value in getattr(ddb, part).all_items()
        if scope[0] == account
    ]
    return {"kept": len(_kept[account])}


def restore(account: str) -> dict[str, Any]:
    """Puts the account as it was when it was kept; it may be put back as often as is wanted."""
    _forget(account)
    for part, scope, value in _kept[account]:
        getattr(ddb, part).set_scoped(*scope, _copied(value))
    return {"restored": len(_kept[account])}


def _copied(value: Any) -> Any:
    # Which items belong to which index is worked out anew when it is first asked for.
    whole = isinstance(value, dict) and ddb.INDEX_MEMBERS in value
    rest = {k: v for k, v in value.items() if k != ddb.INDEX_MEMBERS} if whole else value
    return copy.deepcopy(rest)


def drop_tables(account: str) -> dict[str, Any]:
    """Forgets all tables, settings and streams of an account, and what was kept of it."""
    _kept.pop(account, None)
    return {"tables": _forget(account)}


def _forget(account: str) -> int:
    dropped = 0
    parts = (ddb.tables, ddb.ttl_settings, ddb.tags, ddb.stream_records, ddb.stream_trimmed)
    for part in (*parts, ddb.txn_idempotency):
        for scope, _ in part.all_items():
            if scope[0] == account:
                part.pop_scoped(*scope, None)
                dropped += part is ddb.tables
    return dropped
