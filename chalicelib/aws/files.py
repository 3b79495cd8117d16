"""The attachments in S3: multipart uploads and what became of them."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

from chalicelib.aws.settings import settings

CONNECT_SECONDS = 3
# Completing a file of 4 GB in 128 parts takes S3 a while.
READ_SECONDS = 25
LINE_CHUNK = 64 * 1024
GONE = frozenset({"NoSuchUpload", "NoSuchKey", "404", "NotFound"})
UNFIT_PARTS = frozenset({"InvalidPart", "InvalidPartOrder", "InvalidRequest", "EntityTooSmall"})


class NotThere(Exception):
    """S3 knows no such upload or object, or does not know it any more."""


class PartsRefused(Exception):
    """S3 can't make a file out of these parts."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part as S3 has it, or as a client says that S3 has it. `etag` keeps its quotes."""

    number: int
    etag: str
    size: int = 0
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """An object: its size in bytes, and S3's checksum of the parts' checksums, `<base64>-<n>`."""

    size: int
    sha256: str | None


@cache
def _client() -> Any:
    # Costs a cold start some 100 ms, and most requests never need it.
    from botocore.config import Config
    from botocore.session import get_session

    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"total_max_attempts": 2},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        s3={"addressing_style": "path" if settings().s3_url else "virtual"},
    )
    return get_session().create_client(
        "s3",
        region_name=settings().region,
        endpoint_url=settings().s3_url or None,
        config=config,
    )


def forget_client() -> None:
    """Make a new client at the next call: for a process whose settings changed, as tests do."""
    _client.cache_clear()


def _call(operation: str, key: str, **more: Any) -> dict[str, Any]:
    from botocore.exceptions import ClientError

    try:
        answer: dict[str, Any] = getattr(_client(), operation)(
            Bucket=settings().bucket, Key=key, **more
        )
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code in GONE:
            raise NotThere from error
        if code in UNFIT_PARTS:
            raise PartsRefused from error
        raise
    return answer


def start_upload(key: str, *, hashed: bool) -> str:
    """Begin a multipart upload; answers its id. `hashed`: each part must bring its SHA-256."""
    more = {"ChecksumAlgorithm": "SHA256", "ChecksumType": "COMPOSITE"} if hashed else {}
    kind = "application/octet-stream"
    return str(_call("create_multipart_upload", key, ContentType=kind, **more)["UploadId"])


def list_parts(key: str, upload_id: str) -> list[Part]:
    """The parts that S3 has, in order. Raises NotThere."""
    found: list[Part] = []
    after = 0
    while True:
        page = _call("list_parts", key, UploadId=upload_id, PartNumberMarker=after)
        found += [
            Part(row["PartNumber"], row["ETag"], row["Size"], row.get("ChecksumSHA256"))
            for row in page.get("Parts", [])
        ]
        if not page.get("IsTruncated"):
            return found
        after = page["NextPartNumberMarker"]


def finish_upload(key: str, upload_id: str, parts: Sequence[Part]) -> None:
    """Make one file of the parts. Raises NotThere, or PartsRefused."""
    rows: list[dict[str, Any]] = []
    for part in parts:
        row = {"PartNumber": part.number, "ETag": part.etag}
        rows.append(row | ({"ChecksumSHA256": part.sha256} if part.sha256 else {}))
    _call("complete_multipart_upload", key, UploadId=upload_id, MultipartUpload={"Parts": rows})


def find_object(key: str) -> Stored:
    """What S3 has under the key. Raises NotThere."""
    head = _call("head_object", key, ChecksumMode="ENABLED")
    return Stored(head["ContentLength"], head.get("ChecksumSHA256"))


def read_lines(key: str) -> Iterator[bytes]:
    """A text file line by line, as it comes over the wire. Raises NotThere, at once."""
    lines: Iterator[bytes] = _call("get_object", key)["Body"].iter_lines(LINE_CHUNK)
    return lines


def throw_away(key: str, upload_id: str) -> None:
    """Leave nothing of an upload: neither its parts nor what they became. Safe to repeat."""
    with suppress(NotThere):
        _call("abort_multipart_upload", key, UploadId=upload_id)
    _call("delete_object", key)
