"""Uploads, in the shape of Uppy's companion, so that library clients work too.

So names here are as that protocol has them, `uploadId` and `PartNumber` included.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from chalicelib.entry.schema import Id, Schema, Token

MOST_PARTS = 10_000
Checksum = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]{43}=$")]
ShortText = Annotated[str, StringConstraints(max_length=300)]


class UploadFacts(Schema):
    """What a client says of its file.

    `fingerprint` is the client's own mark, to know the file again; `checksum: sha256` promises a
    SHA-256 with each part; `ticket_id` binds the file to one request.
    """

    size: int
    fingerprint: ShortText = ""
    checksum: Literal["sha256"] | None = None
    ticket_id: Id | None = None


class StartUpload(Schema):
    """A file that is about to come. `type` is not used: a download is always octet-stream."""

    filename: Annotated[str, StringConstraints(max_length=4000)]
    type: ShortText | None = None
    metadata: UploadFacts


class UploadStarted(Schema):
    """Where the file goes; every part but the last has `part_size` bytes."""

    key: str
    uploadId: str  # noqa: N815
    part_size: int


class UploadKey(Schema):
    """Which file."""

    key: Token


class PartQuery(Schema):
    """Which part of which file. `sha256` is base64, needed where checksums were promised."""

    key: Token
    sha256: Checksum | None = None
    size: int | None = None


class PartUrl(Schema):
    """Where to PUT the part, for `expires` seconds, with exactly these headers."""

    url: str
    expires: int
    headers: dict[str, str]


class PartOut(Schema):
    """A part that S3 has."""

    PartNumber: int
    Size: int
    ETag: str
    ChecksumSHA256: str | None


class PartIn(Schema):
    """A part as its upload was answered."""

    PartNumber: Annotated[int, Field(ge=1, le=MOST_PARTS)]
    ETag: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    ChecksumSHA256: Checksum | None = None


class CompleteUpload(Schema):
    """All parts, in order. A client that forgot them may send none when S3 has finished."""

    parts: Annotated[list[PartIn], Field(max_length=MOST_PARTS)]


class UploadReceipt(Schema):
    """A file that arrived whole. `sha256` is S3's checksum of the parts' checksums."""

    location: str
    key: str
    size: int
    sha256: str | None


class UploadRow(Schema):
    """A file that no message has yet, with all that it takes to go on with it.

    `part_size` and `ticket_id` are as they were when it began: the first decides where its parts
    lie, the second which request can have it (none: the next new one).
    """

    key: str
    uploadId: str  # noqa: N815
    filename: str
    size: int
    part_size: int
    ticket_id: str | None
    fingerprint: str
    state: Literal["uploading", "complete"]
    created_at: datetime


class UploadList(Schema):
    """The person's own files that no message has yet, the oldest first."""

    items: list[UploadRow]
