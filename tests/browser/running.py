"""The local stack as a person runs it, on ports and in a folder of its own."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from playwright._impl._api_structures import SetCookieParam

from chalicelib.base import clock
from local.clock import Offset, parse
from local.jobs.client import run_now
from local.stack import PORTS, ROOT, Stack
from local.waiting import free_port, until
from tests.browser.processes import family

STARTED = "Ctrl-C stops it"
PATIENCE_SECONDS = 120
SETTINGS = {
    # Files of some hundred megabytes then have many parts.
    "KONTOR_PART_BYTES": str(8 * 1024 * 1024),
    # All tests are one address, and sign in as the same few people.
    "KONTOR_REGISTRATIONS_PER_HOUR": "1000",
    "KONTOR_SIGN_IN_ATTEMPTS": "1000",
    "KONTOR_SIGN_IN_ATTEMPTS_PER_SOURCE": "1000",
    "KONTOR_SIGN_IN_ATTEMPTS_PER_ACCOUNT": "1000",
    "KONTOR_DEMO_LICENSES": "1000",
}


class RunningStack:
    """`make run` without make: can be stopped, killed, and started again on the same data."""

    def __init__(
        self, folder: Path, settings: Mapping[str, str] = SETTINGS, root: Path = ROOT
    ) -> None:
        self.root = root
        ports = [free_port() for _ in PORTS]
        web, s3, engine, jobs, smtp = ports
        self.place = replace(
            Stack.of_environment(),
            folder=folder / "state",
            web_port=web,
            s3_port=s3,
            engine_port=engine,
            jobs_port=jobs,
            smtp_port=smtp,
        )
        numbered = {name: str(port) for name, port in zip(PORTS, ports, strict=True)}
        self._environment = {**os.environ, **settings, **numbered}
        self._environment["KONTOR_STATE"] = str(self.place.folder)
        self._log = folder / "stack.log"
        self._process: subprocess.Popen[str] | None = None
        self._settled = threading.Event()
        self.badges: dict[str, list[SetCookieParam]] = {}
        """The cookies of staff who signed in, by address."""

    @property
    def url(self) -> str:
        return self.place.public_url

    @property
    def number(self) -> int:
        """The process that started all others."""
        assert self._process
        return self._process.pid

    @property
    def log(self) -> str:
        """All that the stack has said so far, of every run."""
        return self._log.read_text(encoding="utf-8")

    def start(self) -> Self:
        """Returns when it says how to stop it."""
        self._settled.clear()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "local.run"],
            cwd=self.root,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        threading.Thread(target=self._read, args=[self._process], daemon=True).start()
        settled = self._settled.wait(PATIENCE_SECONDS)
        assert settled, f"not started within {PATIENCE_SECONDS} s:\n{self.log}"
        assert self._process.poll() is None, self.log
        return self

    def stop(self) -> int:
        """As Ctrl-C does; returns the exit code."""
        assert self._process
        self._process.terminate()
        return self._process.wait(PATIENCE_SECONDS)

    def kill(self) -> None:
        """kill -9 of every part at once."""
        assert self._process
        for number in family(self.number):
            os.kill(number, signal.SIGKILL)
        self._process.wait(PATIENCE_SECONDS)

    def wait_until_saved(self, text: str) -> None:
        """Until an item that holds the text would survive `kill`; what is newer would not."""
        path = self.place.folder / "engine" / "dynamodb.sqlite3"

        def saved() -> bool:
            with closing(sqlite3.connect(path)) as db:
                found = db.execute("SELECT 1 FROM items WHERE instr(body, ?)", (text,))
                return found.fetchone() is not None

        until(saved)

    def let_pass(self, time: str) -> None:
        """Moves the clock, as `make clock BY=8d` does; the jobs have run when it returns."""
        Offset(self.place.clock_file).move(parse(time))
        assert run_now(self.place.jobs_port) is not None

    @property
    def now(self) -> datetime:
        """The product's time."""
        return clock.now() + Offset(self.place.clock_file)()

    @property
    def demo(self) -> dict[str, Any]:
        """What the demo wrote down about its people and licenses."""
        content: dict[str, Any] = json.loads((self.place.folder / "demo.json").read_text("utf-8"))
        return content

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        with process.stdout, self._log.open("a", encoding="utf-8") as log:
            for line in process.stdout:
                log.write(line)
                log.flush()
                if STARTED in line:
                    self._settled.set()
        self._settled.set()
