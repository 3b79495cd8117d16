"""The local stack for a benchmark: in a folder of its own, on free ports, thrown away after."""

import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from local.stack import PORTS, ROOT
from local.waiting import free_port

STARTED = "Started in"
# Loaded before anything is measured, and read at once from a file that is no terminal.
FEW = {"KONTOR_DEMO_LICENSES": "500", "PYTHONUNBUFFERED": "1"}


@dataclass
class Stack:
    """A client of the running stack: one connection, kept open."""

    port: int
    environment: dict[str, str]
    _connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection("localhost", self.port)

    def get(self, path: str, cookie: str = "") -> Any:
        """The JSON of an answer, which must be a success."""
        return self._ask("GET", path, None, cookie)[0]

    def post(self, path: str, body: object, cookie: str = "") -> Any:
        """As `get`, for a write."""
        return self._ask("POST", path, body, cookie)[0]

    def sign_in(self, path: str, body: object) -> tuple[Any, str]:
        """The answer and the session cookie, if one came."""
        answer, headers = self._ask("POST", path, body, "")
        return answer, headers.get("Set-Cookie", "").partition(";")[0]

    def _ask(self, method: str, path: str, body: object, cookie: str) -> tuple[Any, Any]:
        headers = {"Cookie": cookie} if cookie else {}
        content = None
        if body is not None:
            content = json.dumps(body)
            headers |= {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
        self._connection.request(method, path, content, headers)
        answer = self._connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text.decode()}")
        return json.loads(text) if text else None, answer.headers


@contextmanager
def running_stack() -> Iterator[Stack]:
    """Starts everything as `make run` does, with few licenses, and stops it."""
    with tempfile.TemporaryDirectory() as folder:
        ports = {name: str(free_port()) for name in PORTS}
        environment = {**os.environ, **ports, **FEW, "KONTOR_STATE": folder}
        log = Path(folder) / "run.log"
        with log.open("w") as out:
            command = [sys.executable, "-m", "local.run"]
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
            try:
                _wait(process, log)
                yield Stack(int(ports["KONTOR_WEB_PORT"]), environment)
            finally:
                process.send_signal(signal.SIGTERM)
                process.wait(timeout=60)


def _wait(process: subprocess.Popen[bytes], log: Path) -> None:
    """Returns when the stack says that it has started."""
    while process.poll() is None:
        if STARTED in log.read_text():
            return
    raise RuntimeError(log.read_text())
