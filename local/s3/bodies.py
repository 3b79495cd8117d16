"""Reads bodies off a connection: of a known length, and in aws-chunked coding."""

import re
from collections.abc import Callable, Mapping
from io import BufferedIOBase

from local.s3.errors import ClientGone, S3Error
from local.s3.messages import Body

_CHUNK_HEAD = re.compile(rb"([0-9a-fA-F]{1,8})(;[^\r\n]*)?\r\n")
_LINE_BYTES = 4096
_TRAILERS = 8


class LengthBody:
    """Exactly `length` bytes. `invite` is called before the first read: the client may wait."""

    def __init__(self, file: BufferedIOBase, length: int, invite: Callable[[], None]) -> None:
        self._file = file
        self._invite = invite
        self.left = length
        self.begun = False

    @property
    def trailers(self) -> Mapping[str, str]:
        return {}

    def fill(self, view: memoryview) -> int:
        wanted = min(len(view), self.left)
        if not wanted:
            return 0
        self._begin()
        try:
            count = self._file.readinto(view[:wanted])
        except OSError as error:
            raise ClientGone from error
        self.left -= count
        if count < wanted:
            raise ClientGone
        return count

    def line(self) -> bytes:
        """Up to and with the next line end."""
        self._begin()
        try:
            line = self._file.readline(min(_LINE_BYTES, self.left))
        except OSError as error:
            raise ClientGone from error
        self.left -= len(line)
        if not line.endswith(b"\r\n"):
            raise S3Error("IncompleteBody")
        return line

    def _begin(self) -> None:
        if not self.begun:
            self.begun = True
            self._invite()


class ChunkedBody:
    """aws-chunked: chunks with their length before them, checksums in the trailer."""

    def __init__(self, coded: LengthBody, length: int) -> None:
        self._coded = coded
        self._expected = length
        self._chunk = 0
        self._ended = False
        self._trailers: dict[str, str] = {}

    @property
    def trailers(self) -> Mapping[str, str]:
        return self._trailers

    def fill(self, view: memoryview) -> int:
        filled = 0
        while filled < len(view) and not self._ended:
            if not self._chunk:
                self._next_chunk()
                continue
            count = self._coded.fill(view[filled : filled + self._chunk])
            if not count:
                raise S3Error("IncompleteBody")
            self._advance(count)
            filled += count
        return filled

    def _advance(self, count: int) -> None:
        self._expected -= count
        self._chunk -= count
        if not self._chunk and self._coded.line() != b"\r\n":
            raise S3Error("IncompleteBody")

    def _next_chunk(self) -> None:
        head = _CHUNK_HEAD.fullmatch(self._coded.line())
        if not head:
            raise S3Error("IncompleteBody")
        self._chunk = int(head[1], 16)
        if self._chunk > self._expected:
            raise S3Error("IncompleteBody")
        if not self._chunk:
            self._end()

    def _end(self) -> None:
        if self._expected:
            raise S3Error("IncompleteBody")
        while self._coded.left and (line := self._coded.line()) != b"\r\n":
            name, colon, value = line.decode("latin-1").partition(":")
            if not colon or len(self._trailers) == _TRAILERS:
                raise S3Error("IncompleteBody")
            self._trailers[name.strip().lower()] = value.strip()
        if self._coded.left:
            raise S3Error("IncompleteBody")
        self._ended = True


def read_document(body: Body, limit: int) -> bytes:
    """A small body as a whole; EntityTooLarge above `limit` bytes."""
    buffer = bytearray()
    view = memoryview(bytearray(64 * 1024))
    while count := body.fill(view):
        buffer += view[:count]
        if len(buffer) > limit:
            raise S3Error("EntityTooLarge")
    return bytes(buffer)
