"""Keeps the tables in one SQLite file: a save is one transaction, so a kill can't tear it."""

import gc
import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any

from local.engine.changes import Changes
from local.engine.upstream import ddb, dynamodb, persistence

_SCHEMA = """
CREATE TABLE IF NOT EXISTS items (
    table_arn TEXT, pk TEXT, sk TEXT, body TEXT NOT NULL, PRIMARY KEY (table_arn, pk, sk)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS description (only INTEGER PRIMARY KEY, body TEXT NOT NULL);
"""


class Store:
    """The saved state of all tables."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "dynamodb.sqlite3"
        self._saved_description = ""
        with closing(self._open()) as db:
            db.executescript(_SCHEMA)

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path)
        # Written to the system's cache at each commit: safe against kill -9, and quick.
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")
        return db

    def save(self, description: str, changes: Changes) -> None:
        """Writes the changes as one whole; an unchanged description costs nothing."""
        if description == self._saved_description and not changes:
            return
        written = [(*key, body) for key, body in changes.items.items() if body is not None]
        deleted = [key for key, body in changes.items.items() if body is None]
        with closing(self._open()) as db, db:
            db.executemany(
                "DELETE FROM items WHERE table_arn = ?", [(arn,) for arn in changes.dropped]
            )
            db.executemany("DELETE FROM items WHERE table_arn = ? AND pk = ? AND sk = ?", deleted)
            db.executemany("INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?)", written)
            db.execute("INSERT OR REPLACE INTO description VALUES (1, ?)", (description,))
        self._saved_description = description

    def load(self) -> int:
        """Fills ministack's tables from the file; returns the number of items."""
        with closing(self._open()) as db:
            row = db.execute("SELECT body FROM description").fetchone()
            if row is None:
                return 0
            state = json.loads(row[0], object_hook=persistence._json_object_hook)
            by_arn = {}
            for table in state["tables"].all_values():
                table["items"] = defaultdict(dict)
                by_arn[table["TableArn"]] = table
            for arn, body in db.execute("SELECT table_arn, body FROM items"):
                _place(by_arn[arn], json.loads(body))
        for table in by_arn.values():
            ddb.update_counts(table)
        dynamodb.load_persisted_state(state)
        # Long-lived from now on: keeps the collector from walking it again and again.
        gc.freeze()
        self._saved_description = row[0]
        return sum(table["ItemCount"] for table in by_arn.values())


def _place(table: dict[str, Any], item: dict[str, Any]) -> None:
    pk = ddb.extract_key_val(item[table["pk_name"]])
    sk = ddb.extract_key_val(item[table["sk_name"]]) if table["sk_name"] else "__no_sort__"
    table["items"][pk][sk] = item
