"""Connections that are kept open, and what becomes of them."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from chalicelib.aws.connections import Connections, Unreachable

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Kind: good\r\n\r\nok"


class Server:
    """Answers one connection after the other, a given number of times each, then hangs up."""

    def __init__(self, answers: list[int], answer: bytes = ANSWER) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._answers = answers
        self._answer = answer
        self.hung_up = [threading.Event() for _ in answers]
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def serve(self) -> None:
        for times, hung_up in zip(self._answers, self.hung_up, strict=True):
            connection, _ = self._socket.accept()
            with connection:
                for _ in range(times):
                    self._take(connection)
                    connection.sendall(self._answer)
            hung_up.set()
        self._socket.close()

    @staticmethod
    def _take(connection: socket.socket) -> None:
        read = b""
        while not read.endswith(b"end"):
            read += connection.recv(65_536)


@contextmanager
def serving(*answers: int, answer: bytes = ANSWER) -> Iterator[Server]:
    server = Server(list(answers), answer)
    thread = threading.Thread(target=server.serve)
    thread.start()
    yield server
    thread.join(10)


def test_a_connection_is_used_again() -> None:
    with serving(2) as server:
        connections = Connections(server.url)
        for _ in range(2):
            status, headers, body = connections.post({"x-one": "1"}, b"the end")
            assert (status, headers["X-Kind"], body) == (200, "good", b"ok")


def test_one_that_the_server_hung_up_on_is_replaced_unasked() -> None:
    """A function that slept a while meets this with its first request."""
    with serving(1, 1) as server:
        connections = Connections(server.url)
        connections.post({}, b"end")
        assert server.hung_up[0].wait(10)
        assert connections.post({}, b"end")[2] == b"ok"


@pytest.mark.parametrize(
    "answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nok", b"what?"]
)
def test_an_answer_that_is_cut_off_is_none(answer: bytes) -> None:
    with serving(1, answer=answer) as server, pytest.raises(Unreachable):
        Connections(server.url).post({}, b"end")


def test_a_server_that_is_not_there_is_unreachable() -> None:
    with pytest.raises(Unreachable):
        Connections("http://127.0.0.1:1").post({}, b"end")
