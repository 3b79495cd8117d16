"""Digests computed while bytes pass, and S3's checksum rules on top of them."""

import base64
import binascii
import hashlib
import zlib
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from local.s3.errors import S3Error

HEADER_PREFIX = "x-amz-checksum-"
_NOT_VALUES = ("algorithm", "mode", "type")


class Digest(Protocol):
    """hashlib's shape."""

    def update(self, data: memoryview, /) -> None: ...

    def digest(self) -> bytes: ...


class Crc32:
    """CRC-32 in hashlib's shape."""

    def __init__(self) -> None:
        self._value = 0

    def update(self, data: memoryview, /) -> None:
        self._value = zlib.crc32(data, self._value)

    def digest(self) -> bytes:
        return self._value.to_bytes(4)


_MAKERS: Mapping[str, Callable[[], Digest]] = {
    "crc32": Crc32,
    "md5": lambda: hashlib.md5(usedforsecurity=False),
    "sha1": lambda: hashlib.sha1(usedforsecurity=False),
    "sha256": hashlib.sha256,
}
CHECKSUMS = frozenset(_MAKERS) - {"md5"}


class Digests:
    """Several digests over one stream; hashlib lets go of the GIL while it works."""

    def __init__(self, names: Iterable[str]) -> None:
        self._running = {name: _MAKERS[name]() for name in sorted(set(names))}

    def update(self, data: memoryview) -> None:
        for digest in self._running.values():
            digest.update(data)

    def hex(self, name: str) -> str:
        return self._running[name].digest().hex()

    def base64(self, name: str) -> str:
        return base64.b64encode(self._running[name].digest()).decode()


def require_known(algorithm: str) -> str:
    """The lower-case name of a checksum that can be computed here."""
    name = algorithm.lower()
    if name not in CHECKSUMS:
        raise S3Error("NotImplemented", f"The checksum {algorithm!r} is not supported here")
    return name


def declared_checksums(headers: Mapping[str, str]) -> dict[str, str]:
    """Checksum values among headers or trailers that were stripped of the common prefix."""
    return {require_known(n): v for n, v in headers.items() if n not in _NOT_VALUES}


def composite(algorithm: str, values: Iterable[str]) -> str:
    """S3's checksum of checksums: base64 over the parts' raw digests, then their number."""
    raw = [base64.b64decode(value) for value in values]
    digests = Digests([algorithm])
    digests.update(memoryview(b"".join(raw)))
    return f"{digests.base64(algorithm)}-{len(raw)}"


def composite_etag(etags: Iterable[str]) -> str:
    """S3's ETag of an object in parts, made of its parts' hexadecimal ETags."""
    raw = [bytes.fromhex(etag) for etag in etags]
    return f"{hashlib.md5(b''.join(raw), usedforsecurity=False).hexdigest()}-{len(raw)}"


def require_base64(value: str) -> None:
    try:
        base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise S3Error("InvalidDigest") from error
