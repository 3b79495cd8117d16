"""Speaks HTTP/1.1 to the engine's callers: read by httptools, answered with one write."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from importlib import import_module
from typing import Any

httptools: Any = import_module("httptools")

Headers = dict[str, str]
Answer = tuple[int, Headers, bytes]
AtOnce = Callable[[str, Headers, bytes], Answer | None]
"""Path, headers and body to an answer; None where the application has to be asked."""

_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
_PHRASES = {status.value: status.phrase for status in HTTPStatus}


class Connection(asyncio.Protocol):
    """One kept connection. `application` is asked, as ASGI, what `at_once` doesn't answer."""

    def __init__(self, at_once: AtOnce, application: Any, known: set["Connection"]) -> None:
        self._at_once = at_once
        self._application = application
        self._known = known
        self._tasks: set[asyncio.Task[None]] = set()
        self.transport: Any = None

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        self._parser = httptools.HttpRequestParser(self)
        self._known.add(self)

    def connection_lost(self, _error: Exception | None) -> None:
        self._known.discard(self)

    def data_received(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            self._write((400, {"Connection": "close"}, b""))
            self.transport.close()

    # What follows is called by httptools, in the order in which a request arrives.

    def on_message_begin(self) -> None:
        self._url = b""
        self._headers: Headers = {}
        self._body: list[bytes] = []

    def on_url(self, url: bytes) -> None:
        self._url += url

    def on_header(self, name: bytes, value: bytes) -> None:
        self._headers[name.decode("latin-1").lower()] = value.decode("utf-8", "replace")

    def on_headers_complete(self) -> None:
        if self._headers.get("expect", "").lower() == "100-continue":
            self.transport.write(_CONTINUE)

    def on_body(self, body: bytes) -> None:
        self._body.append(body)

    def on_message_complete(self) -> None:
        body = b"".join(self._body)
        path = httptools.parse_url(self._url).path.decode("latin-1")
        answer = self._at_once(path, self._headers, body)
        if answer is not None:
            self._write(answer)
            return
        asked = asyncio.get_running_loop().create_task(self._ask(self._scope(), body))
        self._tasks.add(asked)
        asked.add_done_callback(self._tasks.discard)

    def _scope(self) -> dict[str, Any]:
        url = httptools.parse_url(self._url)
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "scheme": "http",
            "method": self._parser.get_method().decode(),
            "path": url.path.decode("latin-1"),
            "raw_path": url.path,
            "query_string": url.query or b"",
            "headers": [(n.encode(), v.encode()) for n, v in self._headers.items()],
            "client": self.transport.get_extra_info("peername"),
        }

    async def _ask(self, scope: dict[str, Any], body: bytes) -> None:
        said: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            said.append(message)

        await self._application(scope, receive, send)
        headers = {name.decode(): value.decode("latin-1") for name, value in said[0]["headers"]}
        content = b"".join(message.get("body", b"") for message in said[1:])
        self._write((said[0]["status"], headers, content))

    def _write(self, answer: Answer) -> None:
        status, headers, body = answer
        lines = [f"HTTP/1.1 {status} {_PHRASES.get(status, '')}"]
        lines += [f"{n}: {v}" for n, v in headers.items() if n.lower() != "content-length"]
        lines += [f"Content-Length: {len(body)}", "", ""]
        self.transport.write("\r\n".join(lines).encode("latin-1") + body)


async def serve(port: int, at_once: AtOnce, application: Any, until: asyncio.Event) -> None:
    """Listens on loopback until the event is set, then lets go of every connection."""
    known: set[Connection] = set()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Connection(at_once, application, known), "127.0.0.1", port, backlog=512
    )
    await until.wait()
    server.close()
    for connection in list(known):
        connection.transport.close()
    await server.wait_closed()
