"""A small SES on loopback: keeps what it is sent, and refuses when it is told to."""

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

TAKEN = (
    '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>'
    "<MessageId>0102</MessageId></SendRawEmailResult></SendRawEmailResponse>"
)
REFUSED = (
    '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type>'
    "<Code>{code}</Code><Message>said the address eve@example.com</Message></Error></ErrorResponse>"
)


@dataclass
class Ses:
    """What was sent; `refuses_with` is the error code it answers instead, `url` where it is."""

    url: str = ""
    refuses_with: str = ""
    messages: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)

    def answer(self, form: dict[str, list[str]]) -> tuple[int, str]:
        if self.refuses_with:
            return 400, REFUSED.format(code=self.refuses_with)
        self.messages.append(base64.b64decode(form["RawMessage.Data"][0]))
        self.recipients += form["Destinations.member.1"]
        return 200, TAKEN


@contextmanager
def running_ses() -> Iterator[Ses]:
    ses = Ses()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            status, text = ses.answer(parse_qs(self.rfile.read(length).decode()))
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    ses.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield ses
    finally:
        server.shutdown()
        server.server_close()
