"""Headers and documents that several operations share."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import format_datetime

from local.s3.entries import StoredObject
from local.s3.errors import S3Error
from local.s3.messages import Request, Response
from local.s3.xmltext import Value, document

# What a client may say of an object; S3 keeps it and sends it back with the object.
KEPT_HEADERS = (
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-type",
    "expires",
)
CHECKSUM_ELEMENTS = {
    "crc32": "ChecksumCRC32",
    "sha1": "ChecksumSHA1",
    "sha256": "ChecksumSHA256",
}


def answer_xml(name: str, content: Mapping[str, Value], status: int = 200) -> Response:
    body = document(name, content)
    return Response(status, {"Content-Type": "application/xml"}, body)


def answer_error(error: S3Error, path: str, request_id: str) -> Response:
    content = {"Code": error.code, "Message": error.message, "Resource": path}
    body = document("Error", {**content, "RequestId": request_id}, namespace="")
    return Response(error.status, {"Content-Type": "application/xml"}, body)


def kept_headers(request: Request) -> dict[str, str]:
    """What the client says of the object; aws-chunked is spoken on the way, not kept."""
    kept = {name: request.header(name) for name in KEPT_HEADERS if request.header(name)}
    codings = [coding.strip() for coding in kept.pop("content-encoding", "").split(",")]
    lasting = ",".join(coding for coding in codings if coding not in ("", "aws-chunked"))
    return {**kept, "content-encoding": lasting} if lasting else kept


def object_headers(stored: StoredObject, *, checksums: bool) -> dict[str, str]:
    headers = {
        "ETag": f'"{stored.etag}"',
        "Last-Modified": http_date(stored.created),
        "Accept-Ranges": "bytes",
        "content-type": "binary/octet-stream",
        **stored.headers,
        **{f"x-amz-meta-{name}": value for name, value in stored.metadata.items()},
    }
    if stored.tags:
        headers["x-amz-tagging-count"] = str(len(stored.tags))
    if checksums and stored.checksums:
        headers |= {f"x-amz-checksum-{name}": value for name, value in stored.checksums.items()}
        headers["x-amz-checksum-type"] = checksum_type(stored)
    return headers


def checksum_type(stored: StoredObject) -> str:
    return "COMPOSITE" if "-" in stored.etag else "FULL_OBJECT"


def checksum_elements(checksums: Mapping[str, str]) -> dict[str, Value]:
    return {CHECKSUM_ELEMENTS[name]: value for name, value in checksums.items()}


def http_date(moment: str) -> str:
    return format_datetime(datetime.fromisoformat(moment), usegmt=True)


def xml_date(moment: str) -> str:
    return datetime.fromisoformat(moment).strftime("%Y-%m-%dT%H:%M:%S.000Z")
