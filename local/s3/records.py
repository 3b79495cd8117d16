"""Small JSON files, each whole or absent at any moment."""

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Records:
    """Writes by temporary name, fsync and rename, so that a kill never leaves half a file."""

    def __init__(self, directory: Path, *, fsync: bool) -> None:
        self._temporary = directory
        self._fsync = fsync

    def write(self, path: Path, content: Mapping[str, Any]) -> None:
        temporary = self._temporary / secrets.token_hex(16)
        with temporary.open("x", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False, separators=(",", ":"))
            file.flush()
            if self._fsync:
                os.fsync(file.fileno())
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.rename(path)

    def read(self, path: Path) -> dict[str, Any] | None:
        """The content, or None where there is no such file."""
        try:
            with path.open(encoding="utf-8") as file:
                content: dict[str, Any] = json.load(file)
        except FileNotFoundError:
            return None
        return content
