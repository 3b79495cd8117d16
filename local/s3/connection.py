"""One client connection: reads requests off it, one after the other, and sends the answers."""

import http.client
import logging
import socket
import time
from collections.abc import Callable
from email.message import Message
from email.utils import formatdate
from http import HTTPStatus
from io import BufferedIOBase, BufferedReader
from typing import cast

from local.s3.answers import answer_error
from local.s3.bodies import ChunkedBody, LengthBody
from local.s3.errors import ClientGone, S3Error
from local.s3.messages import Body, Request, Response, split_target

log = logging.getLogger(__name__)

Answer = Callable[[Request], Response]

_LINE_BYTES = 16 * 1024
_STREAMING = "STREAMING-"
_UNSIGNED_TRAILER = "STREAMING-UNSIGNED-PAYLOAD-TRAILER"
# How long, and for how many bytes, a refused client is listened to, so that it reads the refusal
# instead of finding its connection reset.
_LINGER_SECONDS = 10
_LINGER_BYTES = 64 * 1024**2


class Connection:
    """HTTP/1.1 with keep-alive over one socket, whose time limit is the idle limit."""

    def __init__(self, sock: socket.socket, answer: Answer, max_body_bytes: int) -> None:
        self._socket = sock
        self._file = cast(BufferedReader, sock.makefile("rb", 64 * 1024))
        self._answer = answer
        self._max_body_bytes = max_body_bytes

    def serve(self) -> None:
        """Until the client leaves, is silent for too long, or sends what isn't HTTP."""
        try:
            while self._serve_one():
                pass
        except (ClientGone, OSError, http.client.HTTPException):
            log.debug("a client left")
        finally:
            self._file.close()

    def _serve_one(self) -> bool:
        line = self._file.readline(_LINE_BYTES + 1)
        words = line.decode("latin-1").split()
        if len(line) > _LINE_BYTES or len(words) != 3 or words[2] != "HTTP/1.1":
            return False
        started = time.monotonic()
        method, target, _ = words
        headers = http.client.parse_headers(cast(BufferedIOBase, self._file))
        invite = self._inviter(headers)
        coded = LengthBody(self._file, 0, invite)
        # The query stays out of log and errors: in a presigned URL it is the permission itself.
        shown = target.partition("?")[0]
        try:
            coded = LengthBody(self._file, self._length(headers), invite)
            path, query = split_target(target)
            request = Request(method, path, query, headers, _decoded(coded, headers))
            response = self._answer(request)
        except S3Error as error:
            response = answer_error(error, shown, "-")
        with response.hold:
            persistent = coded.left == 0 and headers.get("connection", "").lower() != "close"
            self._send(response, method, persistent=persistent)
        duration = (time.monotonic() - started) * 1000
        log.info("%s %s %s %.0f ms", method, shown, response.status, duration)
        if coded.left:
            self._linger(coded)
        return persistent

    def _inviter(self, headers: Message) -> Callable[[], None]:
        """A client that asked may only send its body once its signature was accepted."""
        waits = headers.get("expect", "").lower() == "100-continue"

        def invite() -> None:
            if waits:
                self._socket.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")

        return invite

    def _length(self, headers: Message) -> int:
        if headers.get("transfer-encoding"):
            raise S3Error("NotImplemented", "Transfer-Encoding is not supported here")
        lengths = headers.get_all("content-length", [])
        if not lengths:
            return 0
        if len(lengths) > 1 or not (lengths[0].isascii() and lengths[0].isdigit()):
            raise S3Error("InvalidArgument", "Content-Length is not a number")
        length = int(lengths[0])
        if length > self._max_body_bytes:
            raise S3Error("EntityTooLarge")
        return length

    def _send(self, response: Response, method: str, *, persistent: bool) -> None:
        length = response.content_length()
        lines = [f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}"]
        lines.append(f"Date: {formatdate(usegmt=True)}")
        lines += [f"{name}: {_one_line(value)}" for name, value in response.headers.items()]
        if response.status not in (204, 304):
            lines.append(f"Content-Length: {length}")
        if not persistent:
            lines.append("Connection: close")
        head = "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")
        if method == "HEAD":
            self._socket.sendall(head)
            return
        self._socket.sendall(head + response.body)
        for part in response.slices:
            with part.path.open("rb") as file:
                self._socket.sendfile(file, part.start, part.length)

    def _linger(self, coded: LengthBody) -> None:
        """Say that nothing more comes, then let the client finish its sentence."""
        self._socket.shutdown(socket.SHUT_WR)
        deadline = time.monotonic() + _LINGER_SECONDS
        left = min(coded.left, _LINGER_BYTES)
        while left > 0 and time.monotonic() < deadline:
            self._socket.settimeout(1)
            count = len(self._file.read1(64 * 1024))
            if not count:
                return
            left -= count


def _decoded(coded: LengthBody, headers: Message) -> Body:
    """The body without aws-chunked, where the client says that it speaks that."""
    coding = headers.get("x-amz-content-sha256", "")
    if not coding.startswith(_STREAMING):
        return coded
    if coding != _UNSIGNED_TRAILER:
        raise S3Error("NotImplemented", f"{coding} is not supported here")
    length = headers.get("x-amz-decoded-content-length", "")
    if not (length.isascii() and length.isdigit()):
        raise S3Error("MissingContentLength", "x-amz-decoded-content-length is missing")
    return ChunkedBody(coded, int(length))


def _one_line(value: str) -> str:
    """No header value can begin another header."""
    return " ".join(value.split("\n")).replace("\r", " ")
