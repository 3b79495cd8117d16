"""Decides whether the parts a client lists make an object; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from local.s3.checksums import composite, composite_etag
from local.s3.entries import Part, StoredObject, Upload
from local.s3.errors import S3Error


@dataclass(frozen=True)
class ListedPart:
    """One part as the client lists it; `checksums` by lower-case algorithm."""

    number: int
    etag: str
    checksums: Mapping[str, str]


def choose_parts(
    upload: Upload, stored: Mapping[int, Part], listed: Sequence[ListedPart], min_bytes: int
) -> list[Part]:
    """The stored parts that were listed; S3Error for each way in which the list is wrong."""
    if not listed:
        raise S3Error("MalformedXML", "A completion lists at least one part")
    numbers = [part.number for part in listed]
    if numbers != sorted(set(numbers)):
        raise S3Error("InvalidPartOrder")
    chosen = [_match(upload, stored.get(part.number), part) for part in listed]
    if any(part.size < min_bytes for part in chosen[:-1]):
        raise S3Error("EntityTooSmall")
    return chosen


def _match(upload: Upload, part: Part | None, listed: ListedPart) -> Part:
    if part is None or part.etag != listed.etag:
        raise S3Error("InvalidPart")
    if upload.algorithm and upload.algorithm not in listed.checksums:
        raise S3Error("InvalidRequest", f"The checksum of part {listed.number} is missing")
    if any(part.checksums.get(name) != value for name, value in listed.checksums.items()):
        raise S3Error("InvalidPart", f"The checksum of part {listed.number} differs")
    return part


def assemble(upload: Upload, parts: Sequence[Part], created: str) -> StoredObject:
    """The object made of the parts, with S3's composite ETag and checksum."""
    algorithm = upload.algorithm
    checksums = {}
    if algorithm:
        checksums[algorithm] = composite(algorithm, (part.checksums[algorithm] for part in parts))
    return StoredObject(
        bucket=upload.bucket,
        key=upload.key,
        version=upload.upload_id,
        size=sum(part.size for part in parts),
        etag=composite_etag(part.etag for part in parts),
        created=created,
        headers=upload.headers,
        metadata=upload.metadata,
        checksums=checksums,
        blobs=[(part.blob, part.size) for part in parts],
        tags=upload.tags,
    )
