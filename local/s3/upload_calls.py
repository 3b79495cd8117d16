"""Operations of multipart uploads."""

import secrets

from local.s3.answers import (
    CHECKSUM_ELEMENTS,
    answer_xml,
    checksum_elements,
    kept_headers,
)
from local.s3.checksums import HEADER_PREFIX, require_known
from local.s3.completion import ListedPart
from local.s3.entries import Part, StoredObject, Upload
from local.s3.errors import S3Error
from local.s3.messages import Request, Response
from local.s3.receiving import promised_names, receive, receive_document
from local.s3.store import Store
from local.s3.tagging import header_tags
from local.s3.xmltext import Node, Value, parse

_HIGHEST_PART = 10_000


def create_upload(store: Store, request: Request) -> Response:
    algorithm = request.header("x-amz-checksum-algorithm")
    if request.header("x-amz-checksum-type").upper() == "FULL_OBJECT":
        raise S3Error("NotImplemented", "Only composite checksums are supported here")
    receive_document(store, request)
    upload = Upload(
        upload_id=secrets.token_hex(16),
        bucket=request.bucket,
        key=request.key,
        created=store.settings.now().isoformat(),
        headers=kept_headers(request),
        metadata=request.headers_starting("x-amz-meta-"),
        tags=header_tags(request),
        algorithm=require_known(algorithm) if algorithm else None,
    )
    store.uploads.begin(upload)
    content = {"Bucket": upload.bucket, "Key": upload.key, "UploadId": upload.upload_id}
    response = answer_xml("InitiateMultipartUploadResult", content)
    if upload.algorithm:
        response.headers["x-amz-checksum-algorithm"] = upload.algorithm.upper()
        response.headers["x-amz-checksum-type"] = "COMPOSITE"
    return response


def upload_part(store: Store, request: Request) -> Response:
    """Store a part. Its ETag is the head of its SHA-256, which costs less than half an MD5.

    S3 calls a part's ETag opaque; the same bytes give the same one here, too.
    """
    number = request.number("partNumber", 0, _HIGHEST_PART + 1)
    if not 1 <= number <= _HIGHEST_PART:
        raise S3Error("InvalidArgument", f"A part's number is 1 to {_HIGHEST_PART}")
    upload = _named_upload(store, request)
    _require_algorithm(upload, request)
    with receive(store, request, ["sha256"]) as verified:
        part = Part(
            number=number,
            size=verified.arrival.size,
            etag=verified.digests.hex("sha256")[:32],
            modified=store.settings.now().isoformat(),
            checksums={**verified.checksums, "sha256": verified.digests.base64("sha256")},
            blob=verified.arrival.keep(),
        )
        try:
            store.uploads.put_part(upload, part)
        except S3Error:
            store.blobs.remove([part.blob])
            raise
    answered = {f"{HEADER_PREFIX}{name}": value for name, value in verified.checksums.items()}
    return Response(headers={"ETag": f'"{part.etag}"', **answered})


def complete_upload(store: Store, request: Request) -> Response:
    """Make the object. The same call again, when the answer was lost, gives the same answer."""
    listed = _read_list(parse(receive_document(store, request), "CompleteMultipartUpload"))
    try:
        upload = _named_upload(store, request)
        made = store.complete(upload, listed, store.settings.now().isoformat())
    except S3Error as error:
        if error.code != "NoSuchUpload":
            raise
        upload_id = request.parameters["uploadId"]
        made = store.completed(request.bucket, request.key, upload_id, listed)
    return answer_xml("CompleteMultipartUploadResult", _describe(request, made))


def abort_upload(store: Store, request: Request) -> Response:
    upload = _named_upload(store, request)
    with store.uploads.alone(upload):
        store.uploads.drop(upload)
    return Response(204)


def _named_upload(store: Store, request: Request) -> Upload:
    upload_id = request.parameters["uploadId"]
    return store.uploads.require(request.bucket, request.key, upload_id)


def _require_algorithm(upload: Upload, request: Request) -> None:
    """As S3 has it: where the upload declared a checksum, every part comes with it."""
    given = promised_names(request)
    if upload.algorithm and given != {upload.algorithm}:
        raise S3Error(
            "InvalidRequest",
            f"Checksum type mismatch: expected {upload.algorithm}, got {sorted(given) or None}",
        )


def _read_list(root: Node) -> list[ListedPart]:
    return [_read_part(node) for node in root.all("Part")]


def _read_part(node: Node) -> ListedPart:
    elements = {element: name for name, element in CHECKSUM_ELEMENTS.items()}
    checksums = {
        elements[child.name]: child.own_text()
        for child in node.children()
        if child.name in elements
    }
    return ListedPart(node.number("PartNumber"), node.text("ETag").strip('"'), checksums)


def _describe(request: Request, made: StoredObject) -> dict[str, Value]:
    content: dict[str, Value] = {
        "Location": f"http://{request.header('host')}/{made.bucket}/{made.key}",
        "Bucket": made.bucket,
        "Key": made.key,
        "ETag": f'"{made.etag}"',
        **checksum_elements(made.checksums),
    }
    return content | ({"ChecksumType": "COMPOSITE"} if made.checksums else {})
