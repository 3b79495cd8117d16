"""Writes openapi.json from the declared routes; with --check, says whether it is up to date."""

import importlib
import json
import sys
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent.parent / "openapi.json"
SHOWN_LINES = 40


def document() -> dict[str, Any]:
    """The description of every route that the app registers."""
    importlib.import_module("app")  # declares the routes
    described: dict[str, Any] = importlib.import_module("chalicelib.entry.openapi").document()
    return described


def rendered(described: dict[str, Any]) -> str:
    """The same description is always the same bytes, whatever order the routes came in."""
    return json.dumps(described, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def drift(kept: str, current: str) -> list[str]:
    """The first lines that differ; empty when none does."""
    lines = unified_diff(
        kept.splitlines(), current.splitlines(), "openapi.json", "routes", lineterm="", n=1
    )
    return list(islice(lines, SHOWN_LINES))


def main(arguments: list[str]) -> int:
    current = rendered(document())
    if "--check" not in arguments:
        FILE.write_text(current, encoding="utf-8")
        return 0
    kept = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
    if lines := drift(kept, current):
        print("\n".join(lines))
        print("openapi.json is not what the routes declare: run `make openapi`.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
