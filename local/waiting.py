"""Waits for what was started: by asking it, never by guessing a time."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable

PATIENCE_SECONDS = 30
_PAUSE_SECONDS = 0.02


class NotStarted(Exception):
    """A process ended, or stayed mute, before it could be used."""


def until_answers(url: str, child: subprocess.Popen[bytes] | None = None) -> None:
    """Returns once the URL answers 200; NotStarted if the child ends or time runs out."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if child is not None and child.poll() is not None:
            raise NotStarted(f"{url}: the process ended with code {child.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if answer.status == 200:
                    return
        except urllib.error.HTTPError as refusal:
            refusal.close()
        except OSError:
            pass  # nobody there yet
        time.sleep(_PAUSE_SECONDS)
    raise NotStarted(f"{url} did not answer within {PATIENCE_SECONDS} s")


def until(holds: Callable[[], bool]) -> None:
    """Returns once it holds; NotStarted if that takes too long."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        if time.monotonic() > deadline:
            raise NotStarted(f"still not so after {PATIENCE_SECONDS} s")
        time.sleep(_PAUSE_SECONDS)


def until_listens(port: int, child: subprocess.Popen[bytes]) -> None:
    """Returns once something takes connections there; NotStarted as above."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_taken(port):
        if child.poll() is not None:
            raise NotStarted(f"port {port}: the process ended with code {child.returncode}")
        if time.monotonic() > deadline:
            raise NotStarted(f"nothing listens on port {port} after {PATIENCE_SECONDS} s")
        time.sleep(_PAUSE_SECONDS)


def free_port() -> int:
    """A port that nobody else is given for as long as this process lives.

    What is to listen there may start late, stop, and start again: until then the port is bound,
    though nothing listens, and so neither another search for a port nor a connection that goes
    out gets it. A listener does, as it may use an address again.
    """
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    port = int(held.getsockname()[1])
    if sys.platform == "linux":
        held.detach()  # open until the process ends
    else:
        held.close()  # elsewhere a bound port is nobody's
    return port


def is_taken(port: int) -> bool:
    """Whether something listens there already."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
