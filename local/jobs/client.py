"""Speaks to the running jobs process."""

import json
import urllib.error
import urllib.request
from typing import Any

from local.jobs.control import HEADER

_PATIENCE_SECONDS = 600


class JobsFailed(Exception):
    """The jobs process is there and refused."""


def ask(port: int, path: str, content: Any = None) -> dict[str, Any] | None:
    """GET, or POST where there is content; None where no jobs process listens."""
    body = None if content is None else json.dumps(content).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body, {HEADER: "1"})
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE_SECONDS) as answer:
            result: dict[str, Any] = json.load(answer)
            return result
    except urllib.error.HTTPError as refusal:
        refusal.close()
        raise JobsFailed(str(refusal)) from refusal
    except urllib.error.URLError:
        return None


def run_now(port: int) -> str | None:
    """Runs all jobs until nothing is due, and says so; None where the stack isn't running."""
    answer = ask(port, "/run", {})
    return None if answer is None else f"The jobs have run: {answer['done']} things done."


def tell_of_mail(port: int, letter: str, to: str, wish: str) -> bool:
    """Lets a mail come back or be complained of; False where the stack isn't running."""
    return ask(port, "/feedback", {"letter": letter, "to": to, "wish": wish}) is not None


def announce(port: int, bucket: str, key: str, etag: str) -> None:
    """Tells of a new object; raises where the jobs can't take it now."""
    if ask(port, "/objects", {"bucket": bucket, "key": key, "etag": etag}) is None:
        raise JobsFailed("no jobs process listens yet")
