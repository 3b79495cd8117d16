"""What is remembered of objects, uploads and parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class StoredObject:
    """An object: a list of files to be read one after the other, and what was said of it."""

    bucket: str
    key: str
    version: str
    size: int
    etag: str
    created: str
    headers: dict[str, str]
    metadata: dict[str, str]
    checksums: dict[str, str]
    blobs: list[tuple[str, int]]
    tags: dict[str, str] = field(default_factory=dict)

    def blob_names(self) -> set[str]:
        return {name for name, _ in self.blobs}


def restore_object(content: Mapping[str, Any]) -> StoredObject:
    """The object as it was before it became JSON."""
    blobs = [(name, size) for name, size in content["blobs"]]
    return StoredObject(**{**content, "blobs": blobs})


@dataclass(frozen=True)
class Upload:
    """A multipart upload that was neither completed nor aborted."""

    upload_id: str
    bucket: str
    key: str
    created: str
    headers: dict[str, str]
    metadata: dict[str, str]
    tags: dict[str, str]
    algorithm: str | None


@dataclass(frozen=True)
class Part:
    """A part that has arrived whole."""

    number: int
    size: int
    etag: str
    modified: str
    checksums: dict[str, str]
    blob: str
