"""Starts the parts of the local stack as children, shows their output, and stops them."""

import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from local import logs
from local.parent import VARIABLE
from local.stack import ROOT

STOP_SECONDS = 15


@dataclass
class Child:
    """One running part."""

    name: str
    process: subprocess.Popen[bytes]
    reader: threading.Thread

    def stop(self) -> None:
        """Asks it to end, and ends it if it doesn't; repeatable."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                print(f"{self.name} did not stop within {STOP_SECONDS} s and was killed.")
                self.process.kill()
                self.process.wait()
        if self.process.stdin:
            self.process.stdin.close()
        self.reader.join()


def start(name: str, command: Sequence[str], environment: Mapping[str, str]) -> Child:
    """Starts a part; every line it prints appears under its name."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment, VARIABLE: "1", "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        # Ctrl-C is for the supervisor, which stops its children in order.
        start_new_session=True,
    )
    reader = threading.Thread(target=_show, args=[name, process], daemon=True)
    reader.start()
    return Child(name, process, reader)


def start_module(name: str, module: str, environment: Mapping[str, str]) -> Child:
    return start(name, [sys.executable, "-m", module], environment)


def _show(name: str, process: subprocess.Popen[bytes]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        readable = logs.readable(line.decode("utf-8", "replace").rstrip())
        if readable:
            print(logs.under(name, readable), flush=True)
