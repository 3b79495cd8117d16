"""A request as the operations see it, and the answer they give."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote_to_bytes

from local.s3.errors import S3Error

KEY_BYTES = 1024


class Body(Protocol):
    """The bytes of a request, read once from front to end."""

    @property
    def trailers(self) -> Mapping[str, str]:
        """What stood behind the body; complete once the body was read to its end."""

    def fill(self, view: memoryview) -> int:
        """Fill `view` as far as the body goes; 0 at its end. Raises ClientGone."""


@dataclass
class Request:
    """One request; `path` and `query` are decoded, header names are case-insensitive."""

    method: str
    path: str
    query: Sequence[tuple[str, str]]
    headers: Message
    body: Body
    payload_hash: str = ""
    parameters: Mapping[str, str] = field(init=False)
    bucket: str = field(init=False)
    key: str = field(init=False)

    def __post_init__(self) -> None:
        self.parameters = dict(self.query)
        self.bucket, _, self.key = self.path[1:].partition("/")
        if len(self.key.encode()) > KEY_BYTES:
            raise S3Error("KeyTooLongError")

    def header(self, name: str) -> str:
        """The header's value, or an empty text."""
        return str(self.headers.get(name, "")).strip()

    def headers_starting(self, prefix: str) -> dict[str, str]:
        """Headers of that prefix, by the rest of their lower-case names."""
        found = ((name.lower(), str(value).strip()) for name, value in self.headers.items())
        return {
            name.removeprefix(prefix): value for name, value in found if name.startswith(prefix)
        }

    def number(self, parameter: str, default: int, highest: int) -> int:
        """A query parameter between 0 and `highest`."""
        text = self.parameters.get(parameter, "")
        if not text:
            return default
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise S3Error("InvalidArgument", f"{parameter} is not a number")
        return min(int(text), highest)


def split_target(target: str) -> tuple[str, list[tuple[str, str]]]:
    """The decoded path and query of a request target; `+` stays `+`, as SigV4 has it."""
    path, _, query = target.partition("?")
    if not path.startswith("/"):
        raise S3Error("InvalidURI")
    pairs = (pair.partition("=") for pair in query.split("&") if pair)
    return _decode(path), [(_decode(name), _decode(value)) for name, _, value in pairs]


def encode_path(path: str) -> str:
    """The one spelling of a path that is signed."""
    return quote(path, safe="/~")


def encode_query(query: Sequence[tuple[str, str]]) -> str:
    """The one spelling of a query that is signed; the signer sorts it."""
    return "&".join(f"{quote(n, safe='-_.~')}={quote(v, safe='-_.~')}" for n, v in query)


def _decode(text: str) -> str:
    try:
        return unquote_to_bytes(text).decode()
    except UnicodeDecodeError as error:
        raise S3Error("InvalidURI") from error


@dataclass(frozen=True)
class FileSlice:
    """A stretch of a file, to be sent as it lies on disk."""

    path: Path
    start: int
    length: int


@dataclass
class Response:
    """An answer: `body`, or `slices` of files; `length` where HEAD announces what GET sends.

    `hold` is closed once the answer was sent: it keeps the files from being removed until then.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    slices: Sequence[FileSlice] = ()
    length: int | None = None
    hold: ExitStack = field(default_factory=ExitStack)

    def content_length(self) -> int:
        if self.length is not None:
            return self.length
        return len(self.body) + sum(part.length for part in self.slices)
