"""Runs Lambda functions as Lambda does: AWS's runtime in AWS's emulator, on loopback.

`start` answers when the emulator listens. The runtime itself starts with the first event, so the
time of that one is the time of a cold start.
"""

import http.client
import json
import os
import platform
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uv

from infra.interpreters import BUILD, ROOT, Interpreter
from local.waiting import free_port

LOCK = ROOT / "requirements-emulator.txt"
INVOKE = "/2015-03-31/functions/function/invocations"
START_SECONDS = 20
TIMEOUT_SECONDS = 120
_MACHINES = {"x86_64": "x86_64", "aarch64": "arm64"}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Runtime:
    """The emulator's binary, and a Python that has Lambda's runtime client and nothing else."""

    emulator: Path
    python: Path


@dataclass(frozen=True, slots=True)
class Function:
    """A function that waits for events."""

    port: int
    pid: int
    log: Path

    def processor_ms(self) -> float:
        """What the runtime has used of the processor since it started, in its ticks of 10 ms."""
        ticks = sum(used for parent, used in _processes() if parent == self.pid)
        return ticks * 1000 / os.sysconf("SC_CLK_TCK")

    def invoke(self, event: object) -> Any:
        """Hand it an event; its answer, an error's description included."""
        with closing(self._connection()) as connection:
            connection.request("POST", INVOKE, json.dumps(event))
            return json.loads(connection.getresponse().read())

    def timed(self, event: object) -> tuple[float, Any]:
        """As `invoke`, with the milliseconds until the answer."""
        body = json.dumps(event).encode()
        with closing(self._connection()) as connection:
            began = time.perf_counter()
            connection.request("POST", INVOKE, body)
            answer = connection.getresponse().read()
            return (time.perf_counter() - began) * 1000, json.loads(answer)

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT_SECONDS)


def _processes() -> Iterator[tuple[int, int]]:
    """Of each process its parent and its processor ticks."""
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has just ended
        yield int(fields[1]), int(fields[11]) + int(fields[12])


def runtime(python: Interpreter) -> Runtime:
    """Install the emulator and the runtime for a Python, once."""
    home = BUILD / f"lambda-python{python.version}"
    stamp = home / ".lock"
    if not stamp.exists() or stamp.read_text() != LOCK.read_text():
        _uv("venv", "--clear", "--python", python.path, home)
        exactly = ("--no-deps", "--require-hashes", "-r", LOCK)
        _uv("pip", "install", "--python", home / "bin" / "python", *exactly)
        stamp.write_text(LOCK.read_text())
    packages = home / "lib" / f"python{python.version}" / "site-packages"
    machine = _MACHINES[platform.machine()]
    emulator = packages / "samcli" / "local" / "rapid" / f"aws-lambda-rie-{machine}"
    emulator.chmod(0o755)
    return Runtime(emulator, home / "bin" / "python")


def _uv(*arguments: str | Path) -> None:
    command = [uv.find_uv_bin(), "--quiet", "--no-progress", *map(str, arguments)]
    subprocess.run(command, check=True)


@contextmanager
def start(
    made: Runtime, code: Path, handler: str, environment: Mapping[str, str], log: Path
) -> Iterator[Function]:
    """Run `module.name` out of an unpacked package until the block ends."""
    port, inner = free_port(), free_port()
    command = [
        str(made.emulator),
        "--runtime-interface-emulator-address", f"127.0.0.1:{port}",
        "--runtime-api-address", f"127.0.0.1:{inner}",
        str(made.python), "-m", "awslambdaric", handler,
    ]  # fmt: skip
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=code, env=_environment(code, environment), stdout=output, stderr=output
        )
        try:
            _await(port, process, log)
            yield Function(port, process.pid, log)
        finally:
            process.terminate()
            process.wait(timeout=START_SECONDS)


def _environment(code: Path, more: Mapping[str, str]) -> dict[str, str]:
    """What Lambda sets, and nothing of this shell's but the path."""
    own = {"PATH": os.environ["PATH"], "TZ": ":UTC", "LANG": "en_US.UTF-8"}
    task = {"LAMBDA_TASK_ROOT": str(code), "AWS_LAMBDA_FUNCTION_NAME": "kontor"}
    limits = {
        "AWS_LAMBDA_FUNCTION_TIMEOUT": str(TIMEOUT_SECONDS),
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1769",
    }
    return {**own, **task, **limits, "PYTHONDONTWRITEBYTECODE": "1", **more}


def _await(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise RuntimeError(log.read_text(errors="replace"))
