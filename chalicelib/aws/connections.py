"""Kept-open HTTP connections to one server: as much of a client as one POST at a time needs."""

import select
import ssl
import weakref
from collections import deque
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

# Made by the package step; elsewhere what the system trusts is trusted.
ROOTS = Path(__file__).with_name("amazon-roots.pem")
AMAZON = ".amazonaws.com"
CONNECT_SECONDS = 2
READ_SECONDS = 8
KEPT = 20


class Unreachable(Exception):
    """No whole answer came back; whether the request was carried out is not known."""


class Connections:
    """Connections to the server of a URL; safe between threads, each of which uses its own."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.host = parts.netloc
        self._context = _trust(self.host) if parts.scheme == "https" else None
        self._idle: deque[HTTPConnection] = deque(maxlen=KEPT)
        weakref.finalize(self, _close, self._idle)

    def post(self, headers: Mapping[str, str], body: bytes) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers and body of the answer. Raises Unreachable."""
        connection = self._take()
        try:
            _open(connection)
            connection.request("POST", "/", body, dict(headers))
            answer = connection.getresponse()
            data = answer.read()
        except (HTTPException, OSError) as error:
            connection.close()
            raise Unreachable(str(error) or type(error).__name__) from error
        if not answer.will_close:
            self._idle.append(connection)
        return answer.status, dict(answer.headers.items()), data

    def _take(self) -> HTTPConnection:
        """The connection used last, unless the server has hung up on it meanwhile."""
        while self._idle:
            try:
                connection = self._idle.pop()
            except IndexError:
                break
            if not _has_something_to_read(connection):
                return connection
            connection.close()
        if self._context is None:
            return HTTPConnection(self.host, timeout=CONNECT_SECONDS)
        return HTTPSConnection(self.host, timeout=CONNECT_SECONDS, context=self._context)


def _trust(host: str) -> ssl.SSLContext:
    """Whom to trust: to read all that a system trusts takes 30 ms, a cold start's tenth."""
    own = ROOTS if host.endswith(AMAZON) and ROOTS.exists() else None
    return ssl.create_default_context(cafile=own)


def _open(connection: HTTPConnection) -> None:
    # The type stubs don't know that an unconnected one has no socket.
    if getattr(connection, "sock", None) is None:
        connection.connect()
        connection.sock.settimeout(READ_SECONDS)


def _close(idle: deque[HTTPConnection]) -> None:
    for connection in idle:
        connection.close()


def _has_something_to_read(connection: HTTPConnection) -> bool:
    """On an idle connection that can only be its end."""
    waiting = select.poll()
    waiting.register(connection.sock, select.POLLIN)
    return bool(waiting.poll(0))
