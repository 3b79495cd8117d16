"""Turns the product's JSON log lines into lines for people."""

import json
import os
import sys
from typing import Any

_COLOURS = {"web": 36, "jobs": 35, "engine": 33, "files": 34, "mail": 32, "demo": 90}
_BAD = 31
_WIDTH = 6
_KNOWN = {"level", "message", "timestamp", "service", "location", "xray_trace_id"}


def readable(line: str) -> str:
    """The line as a person reads it; "" for what isn't worth one."""
    try:
        entry = json.loads(line) if line.startswith("{") else None
    except ValueError:
        entry = None
    if not isinstance(entry, dict):
        return line
    if entry.get("message") == "call":
        return _call(entry)
    if entry.get("message") == "job":
        return f"{entry['job']}: {entry['done']} done in {entry['ms']} ms" if entry["done"] else ""
    return _other(entry)


def _call(entry: dict[str, Any]) -> str:
    status = int(entry["status"])
    shown = _coloured(str(status), _BAD if status >= 500 else 0)
    error = f" {entry['error']}" if entry.get("error") else ""
    return f"{shown} {entry['route']}{error}  {entry['ms']} ms"


def _other(entry: dict[str, Any]) -> str:
    stack = "".join(f"\n  {place}" for place in entry.pop("stack", []))
    rest = {k: v for k, v in entry.items() if k not in _KNOWN}
    said = " ".join([str(entry.get("message", "")), *(f"{k}={v}" for k, v in rest.items())])
    return _coloured(said, _BAD if entry.get("level") in ("ERROR", "CRITICAL") else 0) + stack


def under(name: str, text: str) -> str:
    """The lines of a text, each under its part's name."""
    label = _coloured(f"{name:<{_WIDTH}}", _COLOURS.get(name, 90))
    return "\n".join(f"{label} {line}" for line in text.splitlines())


def _coloured(text: str, colour: int) -> str:
    if not colour or not sys.stdout.isatty() or "NO_COLOR" in os.environ:
        return text
    return f"\x1b[{colour}m{text}\x1b[0m"
