"""Saves the engine's state while it runs and when it stops."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from local.engine.changes import Collector, description
from local.engine.store import Store

_log = logging.getLogger("engine")


@asynccontextmanager
async def kept_in(folder: Path, every: float) -> AsyncIterator[None]:
    """Loads what the folder holds, then saves what changed each `every` seconds and at the end."""
    store, collector = Store(folder), Collector()
    items = store.load()
    collector.install()
    _log.info("%d items loaded", items)
    saving = asyncio.create_task(_save_again_and_again(store, collector, every))
    try:
        yield
    finally:
        saving.cancel()
        with suppress(asyncio.CancelledError):
            await saving
        await save(store, collector)


async def _save_again_and_again(store: Store, collector: Collector, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        await asyncio.shield(save(store, collector))


async def save(store: Store, collector: Collector) -> None:
    """Writes off the loop what was taken on it, between two requests."""
    changes, tables = collector.take(), description()
    try:
        await asyncio.to_thread(store.save, tables, changes)
    except sqlite3.Error:
        _log.exception("saving failed; trying again with the next changes")
        collector.put_back(changes)
