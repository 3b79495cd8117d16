"""Speaks HTTP to the front server, one connection at a time, as a browser would."""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from local.web.gateway import BODY_BYTES, too_large
from local.web.messages import Request, Response
from local.web.server import Answer, Server


@dataclass
class Said:
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str:
        return ", ".join(self.all(name))

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key.lower() == name.lower()]


class Talk:
    """One kept connection."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Said:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.connection.request(method, path, body, named)
        answer = self.connection.getresponse()
        return Said(answer.status, answer.getheaders(), answer.read())

    def get(self, path: str, **headers: str) -> Said:
        return self.ask("GET", path, None, **headers)


@contextmanager
def serving(answer: Answer) -> Iterator[Talk]:
    """A server for this answer, and a connection to it."""
    with Server(0, answer, BODY_BYTES, too_large()) as server:
        talk = Talk(server.port)
        try:
            yield talk
        finally:
            talk.connection.close()


def request(method: str, target: str, body: bytes = b"", **headers: str) -> Request:
    named = {name.replace("_", "-"): [value] for name, value in headers.items()}
    return Request(method, target, named, body)


def header(response: Response, name: str) -> str:
    return ", ".join(value for key, value in response.headers if key.lower() == name.lower())
