"""Pictures that may be a logo, or may not."""

import base64
import io
import struct
import zlib
from typing import Any

from PIL import Image

from tests.client import Answer, Client


def picture(kind: str = "PNG", size: tuple[int, int] = (200, 64), **more: Any) -> bytes:
    """A drawn picture."""
    kept = io.BytesIO()
    mode = more.pop("mode", "RGB")
    colour = (10, 20, 30, 40)[: len(Image.new(mode, (1, 1)).getbands())]
    Image.new(mode, size, colour if len(colour) > 1 else 1).save(kept, kind, **more)
    return kept.getvalue()


def bomb() -> bytes:
    """A PNG of some 2 KB that claims to be 50,000 pixels wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 2_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def put(browser: Client, content: bytes) -> Answer:
    body = {"content_base64": base64.b64encode(content).decode()}
    return browser.put("/api/company/logo", body)
