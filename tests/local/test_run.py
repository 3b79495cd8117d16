"""`make run`: everything up by one command, down by Ctrl-C, and there again afterwards."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from local.stack import PORTS, ROOT
from local.waiting import free_port, is_taken, until


@dataclass
class RunningStack:
    """The supervisor as a child process, in a terminal of its own."""

    process: subprocess.Popen[str]
    environment: dict[str, str]
    said: list[str]

    @property
    def url(self) -> str:
        return f"http://localhost:{self.environment['KONTOR_WEB_PORT']}"

    @property
    def ports(self) -> list[int]:
        return [int(self.environment[name]) for name in PORTS]

    def read_until(self, words: str) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.rstrip())
            if words in line:
                return
        pytest.fail("\n".join(self.said))

    def get(self, path: str) -> Any:
        with urllib.request.urlopen(self.url + path, timeout=30) as answer:
            return json.load(answer)

    def stop(self) -> int:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=60)
        self.said += said.splitlines()
        return self.process.returncode


def start(folder: Path, **more: str) -> RunningStack:
    ports = {name: str(free_port()) for name in PORTS}
    demo = {"KONTOR_DEMO_LICENSES": "30", "KONTOR_DEMO_TICKETS": "2", "KONTOR_JOBS_EVERY": "600"}
    environment = {**os.environ, "KONTOR_STATE": str(folder), **ports, **demo, **more}
    process = subprocess.Popen(
        [sys.executable, "-m", "local.run"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return RunningStack(process, environment, [])


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[RunningStack]:
    running = start(tmp_path)
    yield running
    if running.process.poll() is None:
        running.stop()


def test_it_starts_stops_and_goes_on_where_it_was(stack: RunningStack, tmp_path: Path) -> None:
    stack.read_until("Ctrl-C stops it")
    page = json.loads((tmp_path / "demo.json").read_text())
    banner = "\n".join(stack.said)
    assert all(login["email"] in banner for login in page["logins"])
    assert stack.get("/api/config")["vendor"]["name"]
    until(lambda: json.loads((tmp_path / "demo.json").read_text())["whole"])
    move_clock(stack, "7d")
    until(lambda: bool(stack.get("/dev/api/mails")["items"]))
    mails = stack.get("/dev/api/mails")["items"]
    assert stack.stop() == 0
    assert stack.said[-1].startswith("Stopped.")
    assert not any(is_taken(port) for port in stack.ports)

    again = start(tmp_path)
    again.read_until("Ctrl-C stops it")
    assert not any("Made" in line for line in again.said)
    assert again.get("/dev/api/state")["ahead_seconds"] == 7 * 24 * 3600
    kept = {mail["id"] for mail in again.get("/dev/api/mails?limit=1000")["items"]}
    assert kept >= {mail["id"] for mail in mails}
    assert again.stop() == 0


def move_clock(stack: RunningStack, by: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "local.clock", by],
        cwd=ROOT,
        env=stack.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "The product's time is now" in done.stdout
    assert "The jobs have run" in done.stdout


def test_after_kill_9_nothing_stays_running(stack: RunningStack) -> None:
    stack.read_until("Ctrl-C stops it")
    stack.process.kill()
    stack.process.communicate()
    until(lambda: not any(is_taken(port) for port in stack.ports))


def test_a_taken_port_is_named_with_the_variable_that_changes_it(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        running = start(tmp_path, KONTOR_S3_PORT=str(port))
        said, _ = running.process.communicate(timeout=60)
    assert running.process.returncode == 1
    assert f"Port {port} is taken" in said
    assert "KONTOR_S3_PORT" in said
