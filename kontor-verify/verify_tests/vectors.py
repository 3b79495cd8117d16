"""The golden files, which Kontor's own tests hold it to as well. They never change."""

import base64
import json
from datetime import UTC, datetime
from pathlib import Path

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
KEYS = {
    key_id: base64.b64decode(key)
    for key_id, key in json.loads((VECTORS / "public_keys.json").read_text()).items()
}


def vector(name: str) -> bytes:
    """One of them."""
    return (VECTORS / name).read_bytes()


def files(*folders: str) -> list[str]:
    """The names of all in these folders, but for what describes them."""
    found = (path for folder in folders for path in (VECTORS / folder).iterdir())
    return sorted(
        str(path.relative_to(VECTORS)) for path in found if path.suffix not in {"", ".json"}
    )
