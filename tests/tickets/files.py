"""Sends files to S3 as a browser does: by signed addresses, part by part."""

import base64
import hashlib
from datetime import datetime

import urllib3

from chalicelib.aws.settings import settings
from chalicelib.base.actor import Actor
from chalicelib.tickets.schemas.uploads import (
    CompleteUpload,
    PartIn,
    PartQuery,
    StartUpload,
    UploadFacts,
)
from chalicelib.tickets.service import finishing, scans, uploading
from tests.tickets.builders import NOON, anew


def checksum(data: bytes) -> str:
    """A part's SHA-256 as S3 writes it."""
    return base64.b64encode(hashlib.sha256(data).digest()).decode()


def announce(
    size: int, name: str = "scan.log", *, hashed: bool = True, ticket_id: str | None = None
) -> StartUpload:
    """What a client says before it sends a file."""
    facts = UploadFacts(
        size=size,
        fingerprint=f"{name} {size}",
        checksum="sha256" if hashed else None,
        ticket_id=ticket_id,
    )
    return StartUpload(filename=name, type="text/plain", metadata=facts)


def put_part(actor: Actor, upload_id: str, key: str, number: int, data: bytes) -> PartIn:
    """Sends one part to S3 as a browser does."""
    query = PartQuery(key=key, sha256=checksum(data), size=len(data))
    signed = uploading.sign_part(actor, upload_id, str(number), query)
    answer = urllib3.request("PUT", signed.url, body=data, headers=signed.headers)
    assert answer.status == 200, answer.data
    return PartIn(PartNumber=number, ETag=answer.headers["ETag"], ChecksumSHA256=checksum(data))


def send_file(
    actor: Actor,
    content: bytes = b"scan stopped",
    name: str = "scan.log",
    now: datetime = NOON,
    *,
    ticket_id: str | None = None,
    scan: str | None = "NO_THREATS_FOUND",
) -> str:
    """A whole file in S3, with the scanner's word on it; answers its key."""
    data = announce(len(content), name, ticket_id=ticket_id)
    started = uploading.start_upload(actor, data, now, anew())
    size = started.part_size
    chunks = [content[start : start + size] for start in range(0, len(content), size)]
    parts = [
        put_part(actor, started.uploadId, started.key, number, chunk)
        for number, chunk in enumerate(chunks, 1)
    ]
    finished = CompleteUpload(parts=parts)
    finishing.complete_upload(actor, started.uploadId, started.key, finished, now, anew())
    if scan:
        scans.note_scan(settings().bucket, started.key, "etag", scan, now)
    return started.key
