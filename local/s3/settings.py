"""What a local S3 is started with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

# Called with bucket, key, size in bytes and ETag (without quotes).
ObjectCreated = Callable[[str, str, int, str], None]


def read_clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class CorsRule:
    """One rule of a bucket's CORS configuration; `*` stands for any text, as in S3."""

    allowed_origins: Sequence[str]
    allowed_methods: Sequence[str] = ("GET", "PUT", "HEAD")
    allowed_headers: Sequence[str] = ("content-type", "x-amz-checksum-*")
    expose_headers: Sequence[str] = ("ETag", "x-amz-checksum-sha256")
    max_age_seconds: int = 3000


@dataclass(frozen=True)
class Settings:
    """Where to listen, where to keep the files, who may sign, and every limit.

    `credentials` maps access key to secret. `buckets` are made at the start where they are
    missing, with `cors` as their rules. `now` is the clock for expiry and skew: botocore signs
    with the machine's own time, so it stays real time even where the stack shifts its clock.
    """

    directory: Path
    credentials: Mapping[str, str] = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 0
    buckets: Sequence[str] = ()
    cors: Sequence[CorsRule] = ()
    on_object_created: ObjectCreated | None = None
    now: Callable[[], datetime] = read_clock
    clock_skew_seconds: int = 15 * 60
    buffer_bytes: int = 1024**2
    min_part_bytes: int = 5 * 1024**2
    max_body_bytes: int = 5 * 1024**3
    max_document_bytes: int = 2 * 1024**2
    idle_seconds: float = 60
    fsync: bool = True
    completed_uploads_kept_days: int = 7
    event_retry_seconds: float = 5
