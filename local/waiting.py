"""Waits for what was started: by asking it, never by guessing a time."""

import socket
import subprocess
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
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def is_taken(port: int) -> bool:
    """Whether something listens there already."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
