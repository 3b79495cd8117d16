"""The engine's small HTTP server takes requests as they come, and survives bad ones."""

import json
import socket
from collections.abc import Iterator

import pytest

from tests.local import engines

HEALTH = b"POST /_kontor/health HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with engines.ours() as settings:
        yield settings.port


@pytest.fixture
def raw(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        yield connection


def answer(raw: socket.socket) -> tuple[int, bytes]:
    """The next answer on the connection."""
    file = raw.makefile("rb")
    status = int(file.readline().split()[1])
    length = 0
    while line := file.readline().strip():
        name, _, value = line.partition(b":")
        length = int(value) if name.lower() == b"content-length" else length
    return status, file.read(length)


def test_a_request_may_come_in_pieces_and_another_may_follow(raw: socket.socket) -> None:
    for byte in HEALTH + b"\r\n{}":
        raw.sendall(bytes([byte]))
    assert answer(raw) == (200, b'{"tables": 0}')
    raw.sendall(HEALTH + b"\r\n{}")
    assert answer(raw)[0] == 200


def test_a_client_that_waits_for_leave_gets_it(raw: socket.socket) -> None:
    raw.sendall(HEALTH + b"Expect: 100-continue\r\n\r\n")
    assert raw.recv(100).startswith(b"HTTP/1.1 100 ")
    raw.sendall(b"{}")
    assert answer(raw)[0] == 200


@pytest.mark.parametrize(
    "bad", [b"nonsense\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n"]
)
def test_what_is_no_http_is_refused(port: int, raw: socket.socket, bad: bytes) -> None:
    raw.sendall(bad)
    assert answer(raw)[0] == 400
    with socket.create_connection(("127.0.0.1", port)) as next_one:
        next_one.sendall(HEALTH + b"\r\n{}")
        assert answer(next_one)[0] == 200


def test_other_services_are_asked_as_well(raw: socket.socket) -> None:
    raw.sendall(b"GET /_ministack/health HTTP/1.1\r\nHost: x\r\n\r\n")
    status, body = answer(raw)
    assert status == 200
    assert "ses" in json.loads(body)["services"]


def test_an_unsigned_request_is_told_so(raw: socket.socket) -> None:
    target = b"X-Amz-Target: DynamoDB_20120810.ListTables\r\n"
    raw.sendall(b"POST / HTTP/1.1\r\nHost: x\r\n" + target + b"Content-Length: 2\r\n\r\n{}")
    status, body = answer(raw)
    assert status == 400
    assert json.loads(body)["__type"].endswith("#MissingAuthenticationTokenException")
