"""The front server speaks HTTP/1.1 as browsers and tools expect it to."""

import socket
import threading
from collections.abc import Iterator

import pytest

from local.web.gateway import BODY_BYTES
from local.web.messages import Request, Response
from tests.local.talk import Talk, serving

MIB = 1024 * 1024


def answer(request: Request) -> Response:
    """Says what arrived; two cookies, so that repeated headers are seen."""
    if request.path == "/fail":
        raise RuntimeError("on purpose")
    if request.path == "/empty":
        return Response(204)
    cookies = [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")]
    said = f"{request.method} {request.path} {len(request.body)} {request.header('x-say')}"
    return Response(200, [("Content-Type", "text/plain"), *cookies], said.encode())


@pytest.fixture
def talk() -> Iterator[Talk]:
    with serving(answer) as talk:
        yield talk


def test_a_connection_is_kept_for_the_next_requests(talk: Talk) -> None:
    assert talk.get("/one").body == b"GET /one 0 "
    first = talk.connection.sock
    assert talk.ask("POST", "/two", b"body").body == b"POST /two 4 "
    assert talk.get("/fail").status == 500
    assert talk.get("/empty").status == 204
    assert talk.get("/three").status == 200
    assert talk.connection.sock is first


def test_every_cookie_is_set(talk: Talk) -> None:
    assert talk.get("/").all("set-cookie") == ["a=1", "b=2"]


def test_head_has_the_length_and_no_body(talk: Talk) -> None:
    said = talk.ask("HEAD", "/long")
    assert said.body == b""
    assert said.header("content-length") == str(len("HEAD /long 0 "))
    assert talk.get("/next").status == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
def test_all_methods_arrive(talk: Talk, method: str) -> None:
    assert talk.ask(method, "/x").body == f"{method} /x 0 ".encode()


def test_a_repeated_header_arrives_whole(talk: Talk) -> None:
    talk.connection.putrequest("GET", "/x")
    talk.connection.putheader("X-Say", "one")
    talk.connection.putheader("X-Say", "two")
    talk.connection.endheaders()
    assert talk.connection.getresponse().read() == b"GET /x 0 one, two"


def test_10_mib_arrive_and_one_byte_more_is_refused(talk: Talk) -> None:
    assert talk.ask("POST", "/x", b"x" * BODY_BYTES).status == 200
    said = talk.ask("POST", "/x", b"x" * (BODY_BYTES + 1))
    assert said.status == 413
    assert b"body_too_large" in said.body
    assert said.header("content-type") == "application/problem+json"
    assert talk.get("/still-there").status == 200


def test_a_flood_is_answered_and_cut_off(talk: Talk) -> None:
    """A body that only claims to be huge must not be waited for without end."""
    talk.connection.putrequest("POST", "/x")
    talk.connection.putheader("Content-Length", str(65 * MIB))
    talk.connection.endheaders()
    for _ in range(64):
        talk.connection.send(b"x" * MIB)
    answer = talk.connection.getresponse()
    assert (answer.status, answer.getheader("connection")) == (413, "close")


@pytest.mark.parametrize(
    "head",
    [
        b"POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        b"POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        b"POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: -3\r\n\r\nabc",
    ],
)
def test_a_body_of_unclear_length_is_refused(talk: Talk, head: bytes) -> None:
    talk.connection.connect()
    with socket.create_connection(talk.connection.sock.getpeername()) as raw:
        raw.sendall(head)
        assert raw.recv(1000).startswith(b"HTTP/1.1 411 ")


def test_a_client_that_waits_for_leave_gets_it(talk: Talk) -> None:
    talk.connection.connect()
    with socket.create_connection(talk.connection.sock.getpeername()) as raw:
        raw.sendall(
            b"POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"
        )
        assert raw.recv(1000).startswith(b"HTTP/1.1 100 ")
        raw.sendall(b"abc")
        assert b"POST /x 3" in raw.recv(1000)


def test_requests_are_served_side_by_side() -> None:
    both_there = threading.Barrier(2, timeout=10)

    def meet(_request: Request) -> Response:
        both_there.wait()
        return Response(200)

    with serving(meet) as one:
        other = Talk(one.connection.port)
        statuses: list[int] = []
        thread = threading.Thread(target=lambda: statuses.append(other.get("/b").status))
        thread.start()
        statuses.append(one.get("/a").status)
        thread.join()
        other.connection.close()
    assert statuses == [200, 200]
