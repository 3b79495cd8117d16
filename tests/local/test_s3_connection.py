"""How the server speaks HTTP: what real clients send, and what broken ones do."""

import http.client
import io
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError
from botocore.httpchecksum import AwsChunkedWrapper, Crc32Checksum

from tests.local.s3_running import ACCESS_KEY, BUCKET, KEY, SECRET, RunningS3, error_code

DATA = os.urandom(3_000_000)


@contextmanager
def connected(s3: RunningS3) -> Iterator[socket.socket]:
    with socket.create_connection(s3.address, timeout=10) as sock:
        yield sock


def exchange(s3: RunningS3, text: str) -> bytes:
    """What the server says to these bytes until it closes the connection."""
    with connected(s3) as sock:
        sock.sendall(text.encode())
        sock.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: sock.recv(4096), b""))


def signed_headers(s3: RunningS3, **headers: str) -> AWSRequest:
    """A PUT of the object by signed headers, as botocore makes it with a checksum trailer."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    url = f"{s3.server.url}/{BUCKET}/{KEY}"
    request = AWSRequest("PUT", url, {"Host": urlsplit(url).netloc, **sent})
    request.context["checksum"] = {"request_algorithm": {"in": "trailer"}}
    S3SigV4Auth(Credentials(ACCESS_KEY, SECRET), "s3", "eu-central-1").add_auth(request)
    return request


def put_chunked(s3: RunningS3, body: bytes, length: int) -> tuple[int, str | None]:
    request = signed_headers(
        s3,
        content_encoding="aws-chunked",
        x_amz_trailer="x-amz-checksum-crc32",
        x_amz_decoded_content_length=str(length),
    )
    assert request.url
    answer = s3.send("PUT", request.url, body, dict(request.headers.items()))
    return error_code(answer) if answer.data else (answer.status, None)


def chunked(data: bytes) -> bytes:
    stream = AwsChunkedWrapper(
        io.BytesIO(data),
        checksum_cls=Crc32Checksum,
        checksum_name="x-amz-checksum-crc32",
        chunk_size=70_000,
    )
    body: bytes = stream.read()
    return body


@pytest.mark.parametrize("data", [DATA, b"short", b""], ids=["large", "short", "empty"])
def test_the_checksum_may_come_behind_the_body(s3: RunningS3, data: bytes) -> None:
    """botocore sends a CRC-32 in a trailer by default."""
    assert put_chunked(s3, chunked(data), len(data)) == (200, None)
    assert s3.content() == data
    head = s3.client.head_object(Bucket=BUCKET, Key=KEY, ChecksumMode="ENABLED")
    assert head["ChecksumCRC32"]
    assert "ContentEncoding" not in head


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda body: body.replace(b"crc32:", b"crc32:AAAA"), "BadDigest"),
        (lambda body: body.replace(b"5\r\nshort", b"5\r\nshirt"), "BadDigest"),
        (
            lambda body: body.replace(b"x-amz-checksum-crc32", b"x-amz-checksum-sha1"),
            "InvalidRequest",
        ),
        (lambda body: body.replace(b"5\r\n", b"4\r\n"), "IncompleteBody"),
        (lambda body: body.replace(b"5\r\n", b"zz\r\n"), "IncompleteBody"),
        (lambda body: body.replace(b"5\r\n", b"ffffff\r\n"), "IncompleteBody"),
        (lambda body: body[:4], "IncompleteBody"),
        (lambda body: body[:10] + b"0\r\n\r\n", "InvalidRequest"),
        (lambda body: body + b"more", "IncompleteBody"),
    ],
)
def test_a_chunked_body_that_is_damaged_leaves_nothing(
    s3: RunningS3, spoil: object, code: str
) -> None:
    assert callable(spoil)
    assert put_chunked(s3, spoil(chunked(b"short")), 5) == (400, code)
    assert s3.files("blobs") == s3.files("temporary") == []


def test_a_body_shorter_than_announced_is_refused(s3: RunningS3) -> None:
    assert put_chunked(s3, chunked(b"short"), 6) == (400, "IncompleteBody")


def test_one_connection_serves_many_requests(s3: RunningS3) -> None:
    connection = http.client.HTTPConnection(*s3.address, timeout=10)
    target = s3.presign("put_object").removeprefix(s3.server.url)
    connection.connect()
    first = connection.sock
    for _ in range(3):
        connection.request("PUT", target, body=DATA)
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (200, b"")
        assert connection.sock is first
    connection.request("GET", "/")
    answer = connection.getresponse()
    assert (answer.status, bool(answer.read())) == (403, True)
    assert connection.sock is first
    connection.close()


def test_a_client_that_asks_first_is_refused_before_it_sends(s3: RunningS3) -> None:
    with connected(s3) as sock:
        head = f"PUT /{BUCKET}/{KEY} HTTP/1.1\r\nHost: x\r\nContent-Length: 4294967296\r\n"
        sock.sendall(f"{head}Expect: 100-continue\r\n\r\n".encode())
        assert sock.recv(12) == b"HTTP/1.1 403"


def test_a_client_that_just_sends_can_read_the_refusal(s3: RunningS3) -> None:
    """REQ-4: browsers send the whole part before they look at the answer."""
    answer = s3.send("PUT", f"{s3.server.url}/{BUCKET}/{KEY}", os.urandom(20_000_000))
    assert error_code(answer) == (403, "AccessDenied")


def test_a_body_over_the_limit_is_refused(s3: RunningS3) -> None:
    s3.restart(max_body_bytes=1000)
    answer = s3.send("PUT", s3.presign("put_object"), b"x" * 1001)
    assert error_code(answer) == (400, "EntityTooLarge")


def test_a_document_over_the_limit_is_refused(s3: RunningS3) -> None:
    url = s3.presign("complete_multipart_upload", **s3.begin())
    assert error_code(s3.send("POST", url, b"<" * 3_000_000)) == (400, "EntityTooLarge")


@pytest.mark.parametrize(
    "body", [b"", b"<no", b"<Other/>", b"<!DOCTYPE x><CompleteMultipartUpload/>", b"\xff\xfe"]
)
def test_a_document_that_is_malformed_is_refused(s3: RunningS3, body: bytes) -> None:
    url = s3.presign("complete_multipart_upload", **s3.begin())
    assert error_code(s3.send("POST", url, body)) == (400, "MalformedXML")


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("GET /%FF HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
        ("GET x HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
        ("BREW / HTTP/1.1\r\nHost: x\r\n\r\n", b"403"),
        ("GET / HTTP/1.1\r\nHost: [\r\n\r\n", b"403"),
        ("PUT /b/k HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"400"),
        ("PUT /b/k HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n", b"400"),
        ("PUT /b/k HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", b"501"),
    ],
)
def test_a_strange_request_is_refused(s3: RunningS3, head: str, status: bytes) -> None:
    assert exchange(s3, head).split(b" ")[1] == status


@pytest.mark.parametrize(
    "text", ["", "\r\n", "nonsense\r\n\r\n", "GET / HTTP/0.9\r\n\r\n", "x" * 9_999]
)
def test_what_is_not_http_ends_the_connection(s3: RunningS3, text: str) -> None:
    assert exchange(s3, text) == b""
    assert s3.client.list_buckets()["Buckets"]


def test_a_method_that_has_no_meaning_here_is_refused(s3: RunningS3) -> None:
    with pytest.raises(ClientError, match="MethodNotAllowed"):
        s3.client.delete_bucket(Bucket=BUCKET)
    assert s3.client.list_buckets()["Buckets"]
