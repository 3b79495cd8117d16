"""Stands for GuardDuty's malware scan: looks into each new object and says what it found.

It knows one piece of malware, the EICAR test file, and as GuardDuty it can't look into an archive
that is under a password.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Any

from chalicelib.aws.settings import settings

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
THREAT = "EICAR-Test-File (not a virus)"
_ZIP = b"PK\x03\x04"
_ZIP_FLAGS = 6
_ENCRYPTED = 1
_CHUNK = 4 * 1024 * 1024

Event = dict[str, Any]


class Gone(Exception):
    """The object was thrown away before it was scanned."""


def scan(bucket: str, key: str, etag: str) -> Event:
    """GuardDuty's event about the object. Raises Gone."""
    return {
        "version": "0",
        "source": "aws.guardduty",
        "detail-type": "GuardDuty Malware Protection Object Scan Result",
        "region": settings().region,
        "detail": {
            "scanStatus": "COMPLETED",
            "resourceType": "S3_OBJECT",
            "s3ObjectDetails": {"bucketName": bucket, "objectKey": key, "eTag": etag},
            "scanResultDetails": judge(_chunks(bucket, key)),
        },
    }


def judge(chunks: Iterator[bytes]) -> Event:
    """The result for an object's content."""
    first = next(chunks, b"")
    if first.startswith(_ZIP) and first[_ZIP_FLAGS] & _ENCRYPTED:
        return {"scanResultStatus": "UNSUPPORTED"}
    if contains(chain([first], chunks), EICAR):
        return {"scanResultStatus": "THREATS_FOUND", "threats": [{"name": THREAT}]}
    return {"scanResultStatus": "NO_THREATS_FOUND"}


def contains(chunks: Iterable[bytes], needle: bytes) -> bool:
    """Whether the bytes stand anywhere in the chunks, also across their borders."""
    tail = b""
    for chunk in chunks:
        if needle in tail + chunk[: len(needle)] or needle in chunk:
            return True
        tail = (tail + chunk[-len(needle) :])[-len(needle) + 1 :]
    return False


def client() -> Any:
    """An S3 client of the files' account."""
    return _client(settings().region, settings().s3_url)


@cache
def _client(region: str, url: str) -> Any:
    # Takes longer to make than a file to scan.
    from botocore.session import get_session

    return get_session().create_client("s3", region_name=region, endpoint_url=url or None)


def _chunks(bucket: str, key: str) -> Iterator[bytes]:
    s3 = client()
    try:
        body = s3.get_object(Bucket=bucket, Key=key)["Body"]
    except s3.exceptions.NoSuchKey:
        raise Gone(key) from None
    yield from body.iter_chunks(_CHUNK)
