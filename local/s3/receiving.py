"""Takes in a body and verifies all that the client said of it, for parts and whole objects."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from local.s3.blobs import Arrival
from local.s3.bodies import read_document
from local.s3.checksums import (
    HEADER_PREFIX,
    Digests,
    declared_checksums,
    require_base64,
    require_known,
)
from local.s3.errors import S3Error
from local.s3.messages import Request
from local.s3.store import Store


@dataclass(frozen=True)
class Verified:
    """A body that has arrived whole and as promised, with the checksums its client gave."""

    arrival: Arrival
    digests: Digests
    checksums: dict[str, str]


@contextmanager
def receive(store: Store, request: Request, digests: Iterable[str]) -> Iterator[Verified]:
    """Store the body and digest it; S3Error, and nothing stays, where it isn't as promised."""
    promised = declared_checksums(request.headers_starting(HEADER_PREFIX))
    for value in promised.values():
        require_base64(value)
    running = Digests({*digests, *promised, *_needed(request)})
    with store.blobs.receive(request.body, running) as arrival:
        promised |= declared_checksums(_trailing_checksums(request))
        _verify(request, running, promised)
        yield Verified(arrival, running, promised)


def receive_document(store: Store, request: Request) -> bytes:
    """A small body in memory, verified alike."""
    body = read_document(request.body, store.settings.max_document_bytes)
    promised = declared_checksums(request.headers_starting(HEADER_PREFIX))
    digests = Digests({*promised, *_needed(request)})
    digests.update(memoryview(body))
    _verify(request, digests, promised)
    return body


def promised_names(request: Request) -> set[str]:
    """The algorithms of the checksums that come in headers or are announced as trailers."""
    names = request.header("x-amz-trailer").lower().split(",")
    announced = {name.strip().removeprefix(HEADER_PREFIX) for name in names if name.strip()}
    return announced | set(declared_checksums(request.headers_starting(HEADER_PREFIX)))


def _needed(request: Request) -> set[str]:
    names = {require_known(name) for name in promised_names(request)}
    if _is_signed_hash(request):
        names.add("sha256")
    if request.header("content-md5"):
        names.add("md5")
    return names


def _is_signed_hash(request: Request) -> bool:
    return len(request.payload_hash) == 64


def _trailing_checksums(request: Request) -> dict[str, str]:
    trailers = request.body.trailers
    announced = {name.strip() for name in request.header("x-amz-trailer").lower().split(",")}
    if announced - {""} != set(trailers):
        raise S3Error("InvalidRequest", "The trailers differ from x-amz-trailer")
    return {name.removeprefix(HEADER_PREFIX): value for name, value in trailers.items()}


def _verify(request: Request, digests: Digests, promised: dict[str, str]) -> None:
    if _is_signed_hash(request) and digests.hex("sha256") != request.payload_hash:
        raise S3Error("XAmzContentSHA256Mismatch")
    md5 = request.header("content-md5")
    if md5 and digests.base64("md5") != md5:
        raise S3Error("BadDigest")
    for name, value in promised.items():
        if digests.base64(name) != value:
            raise S3Error("BadDigest", f"The {name.upper()} you specified did not match")
