"""Operations on whole objects."""

import secrets
from contextlib import ExitStack

from local.s3.answers import KEPT_HEADERS, kept_headers, object_headers
from local.s3.checksums import HEADER_PREFIX
from local.s3.entries import StoredObject
from local.s3.errors import S3Error
from local.s3.messages import FileSlice, Request, Response
from local.s3.ranges import cut, parse_range
from local.s3.receiving import receive
from local.s3.store import Store
from local.s3.tagging import header_tags

_UNSUPPORTED_ON_PUT = ("if-match", "if-none-match", "x-amz-copy-source")


def put_object(store: Store, request: Request) -> Response:
    """A plain PUT promises an MD5 as the ETag, so here, and only here, one is computed."""
    for name in _UNSUPPORTED_ON_PUT:
        if request.header(name):
            raise S3Error("NotImplemented", f"{name} is not supported here")
    tags = header_tags(request)
    with receive(store, request, ["md5"]) as verified:
        stored = StoredObject(
            bucket=request.bucket,
            key=request.key,
            version=secrets.token_hex(16),
            size=verified.arrival.size,
            etag=verified.digests.hex("md5"),
            created=store.settings.now().isoformat(),
            headers=kept_headers(request),
            metadata=request.headers_starting("x-amz-meta-"),
            checksums=verified.checksums,
            blobs=[(verified.arrival.keep(), verified.arrival.size)],
            tags=tags,
        )
        store.put_object(stored)
    answered = {f"{HEADER_PREFIX}{name}": value for name, value in stored.checksums.items()}
    return Response(headers={"ETag": f'"{stored.etag}"', **answered})


def get_object(store: Store, request: Request) -> Response:
    with ExitStack() as hold:
        stored = store.objects.open(request.bucket, request.key, hold)
        response, wanted = _describe(stored, request)
        if response.status in (200, 206):
            response.slices = [
                FileSlice(store.blobs.path(name), start, length)
                for name, start, length in cut(stored.blobs, wanted)
            ]
            response.hold = hold.pop_all()
    return response


def head_object(store: Store, request: Request) -> Response:
    stored = store.objects.require(request.bucket, request.key)
    response, wanted = _describe(stored, request)
    response.length = len(wanted)
    return response


def delete_object(store: Store, request: Request) -> Response:
    store.objects.delete(request.bucket, request.key)
    return Response(204)


def _describe(stored: StoredObject, request: Request) -> tuple[Response, range]:
    """The answer without its bytes, and which bytes of the object belong to it."""
    if _names_etag(request, "if-none-match", stored):
        return Response(304, {"ETag": f'"{stored.etag}"'}), range(0)
    if request.header("if-match") and not _names_etag(request, "if-match", stored):
        raise S3Error("PreconditionFailed")
    whole = range(stored.size)
    wanted = parse_range(request.header("range"), stored.size)
    asked = wanted is None and request.header("x-amz-checksum-mode").upper() == "ENABLED"
    headers = object_headers(stored, checksums=asked) | _overrides(request)
    if wanted is None:
        return Response(200, headers), whole
    headers["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{stored.size}"
    return Response(206, headers), wanted


def _names_etag(request: Request, header: str, stored: StoredObject) -> bool:
    named = [etag.strip().strip('"') for etag in request.header(header).split(",")]
    return stored.etag in named or "*" in named


def _overrides(request: Request) -> dict[str, str]:
    """What a signed URL says the answer's headers shall be."""
    asked = {name: request.parameters.get(f"response-{name}", "") for name in KEPT_HEADERS}
    return {name: value for name, value in asked.items() if value}
