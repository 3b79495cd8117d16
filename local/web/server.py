"""The HTTP server: many connections at once, each kept open, every answer of known length."""

import logging
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from chalicelib.base import clock
from local.web.messages import Request, Response, text

Answer = Callable[[Request], Response]

_DRAINED_BYTES = 64 * 1024 * 1024
_CHUNK = 256 * 1024
_log = logging.getLogger("web")


class Server(ThreadingHTTPServer):
    """Listens on loopback. `too_large` is the answer to bodies above `body_bytes`."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, answer: Answer, body_bytes: int, too_large: Response) -> None:
        self.answer = answer
        self.body_bytes = body_bytes
        self.too_large = too_large
        super().__init__(("127.0.0.1", port), _Connection)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def __enter__(self) -> "Server":
        """Serves in a thread until the block ends."""
        threading.Thread(target=self.serve_forever, args=[0.1], daemon=True).start()
        return self

    def __exit__(self, *_: Any) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """A browser that went away is no error."""
        _log.debug("connection of %s ended", client_address, exc_info=True)


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "kontor"
    sys_version = ""
    timeout = 75
    wbufsize = -1
    disable_nagle_algorithm = True

    def _serve(self) -> None:
        server = cast(Server, self.server)
        request = self._read(server)
        if request is None:
            return
        try:
            response = server.answer(request)
        except Exception:  # noqa: BLE001 - the last line of defence
            _log.exception("%s %s failed", request.method, request.raw_path)
            response = text(500, "The local stack made a mistake; its log says more.")
        self._send(response)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _serve  # noqa: N815

    def handle_expect_100(self) -> bool:
        """Leave to send the body, at once: the buffer would keep it until the answer."""
        self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        self.wfile.flush()
        return True

    def _read(self, server: Server) -> Request | None:
        headers: dict[str, list[str]] = {}
        for name, value in self.headers.items():
            headers.setdefault(name.lower(), []).append(value)
        length = self._length(headers)
        if length is None:
            self.close_connection = True
            self._send(text(411, "A body needs its Content-Length."))
            return None
        if length > server.body_bytes:
            self._drain(length)
            self._send(server.too_large)
            return None
        body = self.rfile.read(length) if length else b""
        return Request(self.command, self.path, headers, body, self.client_address[0])

    def _length(self, headers: dict[str, list[str]]) -> int | None:
        given = headers.get("content-length", ["0"])
        if "transfer-encoding" in headers or len(given) > 1 or not given[0].isdecimal():
            return None
        return int(given[0])

    def _drain(self, length: int) -> None:
        """Reads on, so that a client that is still sending hears the answer; not without end."""
        self.close_connection = length > _DRAINED_BYTES
        left = min(length, _DRAINED_BYTES)
        while left > 0 and (chunk := self.rfile.read(min(_CHUNK, left))):
            left -= len(chunk)

    def _send(self, response: Response) -> None:
        status = HTTPStatus(response.status)
        lines = [f"HTTP/1.1 {status.value} {status.phrase}", f"Date: {self._date()}"]
        lines += [f"{name}: {value}" for name, value in response.headers]
        if status.value not in (204, 304):
            lines.append(f"Content-Length: {len(response.body)}")
        if self.close_connection:
            lines.append("Connection: close")
        self.wfile.write("\r\n".join([*lines, "", ""]).encode("latin-1"))
        if self.command != "HEAD" and status.value not in (204, 304):
            self.wfile.write(response.body)
        self.wfile.flush()

    def _date(self) -> str:
        """By the product's clock, which the frontends reckon by, and developers move."""
        return self.date_time_string(clock.now().timestamp())

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Silent: the app logs its calls itself."""
