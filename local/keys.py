"""The local deployment's secrets, made once for each state folder."""

import base64
import json
import secrets
from pathlib import Path

KEY_ID = "local-1"


def make_once(path: Path) -> None:
    """Writes the secrets file, where there is none yet."""
    if path.exists():
        return
    ring = {"signs_with": KEY_ID, "keys": {KEY_ID: {"private": _text(secrets.token_bytes(32))}}}
    values = {name: secrets.token_bytes(32) for name in ("links", "codes", "seal")}
    values["key_files"] = json.dumps(ring).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    temporary.touch(mode=0o600)
    temporary.write_text(json.dumps({n: _text(v) for n, v in values.items()}), encoding="utf-8")
    temporary.replace(path)


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()
