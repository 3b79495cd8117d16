"""Files that people send: big ones that take no room on the disk, and what becomes of them."""

import base64
import hashlib
from pathlib import Path

MIB = 1024 * 1024
PART = 8 * MIB
"""How long parts are on the stack of these tests."""


def make_file(path: Path, size: int) -> Path:
    """A sparse file, each of whose mebibytes differs from every other."""
    with path.open("wb") as file:
        for start in range(0, size, MIB):
            file.seek(start)
            file.write(f"{path.name} {start}".encode()[: size - start])
        file.truncate(size)
    return path


def digest_of(path: Path) -> str:
    """Of the whole content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def receipt_of(path: Path, part: int = PART) -> str:
    """What S3 says of a file that came in such parts: the digest of the parts' digests."""
    digests = []
    with path.open("rb") as file:
        while data := file.read(part):
            digests.append(hashlib.sha256(data).digest())
    whole = hashlib.sha256(b"".join(digests)).digest()
    return f"{base64.b64encode(whole).decode()}-{len(digests)}"
