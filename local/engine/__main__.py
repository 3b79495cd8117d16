"""Runs the engine in its own environment: `python -m local.engine`, configured by environment.

GATEWAY_PORT, STATE_DIR (empty: memory only), SMTP_HOST (host:port of the mail sink),
KONTOR_ENGINE_SECRET (the secret key every request must be signed with).
"""

import asyncio
import gc
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from local.parent import end_with_parent

SAVE_EVERY_SECONDS = 0.5

# ministack reads these when it is imported.
os.environ |= {"BIND_HOST": "127.0.0.1", "IOT_MTLS_ENABLED": "0", "SFTP_ENABLED": "0"}
os.environ |= {"AUTH": "true", "PERSIST_STATE": "0", "LOG_LEVEL": "WARNING"}


@asynccontextmanager
async def _state() -> AsyncIterator[None]:
    from local.engine import saving

    folder = os.environ.get("STATE_DIR")
    if not folder:
        yield
        return
    async with saving.kept_in(Path(folder), SAVE_EVERY_SECONDS):
        yield


async def serve(port: int, secret: str) -> None:
    """Serves until SIGTERM or SIGINT."""
    from local.engine import capacity, door, outgoing, pages, partitions, shortcuts
    from local.engine.front import Front
    from local.engine.upstream import application

    for part in (shortcuts, partitions, pages, capacity, outgoing):
        part.install()
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with _state():
        await door.serve(port, Front(secret).answer, application.app, stop)


if __name__ == "__main__":
    end_with_parent()
    # Millions of long-lived values and hardly a cycle: full collections only cost.
    gc.set_threshold(50_000, 50, 100)
    uvloop: Any = import_module("uvloop")
    uvloop.run(serve(int(os.environ["GATEWAY_PORT"]), os.environ["KONTOR_ENGINE_SECRET"]))
