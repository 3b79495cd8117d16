"""Starts a local S3 in this process, and talks to it as botocore, curl and browsers do."""

import base64
import hashlib
import queue
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import botocore.session
import urllib3
from botocore.config import Config

from local.s3.server import Server, serve
from local.s3.settings import CorsRule, Settings

BUCKET = "attachments"
KEY = "company/ticket/upload"
ORIGIN = "http://localhost:8000"
ACCESS_KEY = "test-access"
SECRET = "test-secret"
ONE_ATTEMPT = Config(retries={"total_max_attempts": 1}, signature_version="s3v4")

Event = tuple[str, str, int, str]


def sha256(data: bytes) -> str:
    return base64.b64encode(hashlib.sha256(data).digest()).decode()


@cache
def _session() -> Any:
    """One for all tests: it reads botocore's service descriptions only once."""
    return botocore.session.get_session()


def make_client(url: str, secret: str = SECRET, access_key: str = ACCESS_KEY) -> Any:
    return _session().create_client(
        "s3",
        region_name="eu-central-1",
        endpoint_url=url,
        aws_access_key_id=access_key,
        aws_secret_access_key=secret,
        config=ONE_ATTEMPT,
    )


class RunningS3:
    """The server, a botocore client of it, and its events; parts may be as small as 100 bytes."""

    def __init__(self, directory: Path, **changed: Any) -> None:
        self.directory = directory
        self.events: queue.Queue[Event] = queue.Queue()
        self.clock_shift = timedelta(0)
        self._settings: dict[str, Any] = {
            "directory": directory,
            "credentials": {ACCESS_KEY: SECRET},
            "buckets": [BUCKET],
            "cors": [CorsRule(allowed_origins=[ORIGIN])],
            "on_object_created": lambda *event: self.events.put(event),
            "now": lambda: datetime.now(UTC) + self.clock_shift,
            "min_part_bytes": 100,
            "event_retry_seconds": 0.01,
            **changed,
        }
        self._http = urllib3.PoolManager(retries=False)
        self.server: Server
        self.client: Any

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self, **changed: Any) -> None:
        self._settings |= changed
        self.server = serve(Settings(**self._settings))
        self.client = make_client(self.server.url)

    def stop(self) -> None:
        self.client.close()
        self._http.clear()
        self.server.close()

    def restart(self, **changed: Any) -> None:
        self.stop()
        self.start(**changed)

    def presign(self, operation: str, expires: int = 600, **parameters: Any) -> str:
        named = {"Bucket": BUCKET, "Key": KEY, **parameters}
        return str(self.client.generate_presigned_url(operation, named, ExpiresIn=expires))

    def send(
        self, method: str, url: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> urllib3.BaseHTTPResponse:
        sent = body if method in ("PUT", "POST") else None
        return self._http.request(method, url, body=sent, headers=headers, redirect=False)

    def begin(self, key: str = KEY, **parameters: Any) -> dict[str, Any]:
        """An upload with SHA-256 checksums, as the parameters that name it."""
        begun = self.client.create_multipart_upload(
            Bucket=BUCKET, Key=key, ChecksumAlgorithm="SHA256", **parameters
        )
        return {"Bucket": BUCKET, "Key": key, "UploadId": begun["UploadId"]}

    def put_part(self, upload: dict[str, Any], number: int, data: bytes) -> dict[str, Any]:
        """By a presigned URL, as browsers do it; the part as a completion lists it."""
        signed: dict[str, Any] = {"ChecksumSHA256": sha256(data), "ContentLength": len(data)}
        url = self.presign("upload_part", **upload, **signed, PartNumber=number)
        answer = self.send("PUT", url, data, {"x-amz-checksum-sha256": sha256(data)})
        assert answer.status == 200, answer.data
        checksum = answer.headers["x-amz-checksum-sha256"]
        return {"PartNumber": number, "ETag": answer.headers["ETag"], "ChecksumSHA256": checksum}

    def complete(self, upload: dict[str, Any], parts: list[dict[str, Any]]) -> dict[str, Any]:
        listed = {"Parts": parts}
        answer: dict[str, Any] = self.client.complete_multipart_upload(
            **upload, MultipartUpload=listed
        )
        return answer

    def part_numbers(self, upload: dict[str, Any]) -> list[int]:
        return [part["PartNumber"] for part in self.client.list_parts(**upload).get("Parts", [])]

    def content(self, key: str = KEY) -> bytes:
        data: bytes = self.client.get_object(Bucket=BUCKET, Key=key)["Body"].read()
        return data

    def files(self, folder: str) -> list[Path]:
        """What lies in one of the folders that the server keeps."""
        return sorted(path for path in (self.directory / folder).rglob("*") if path.is_file())

    @property
    def address(self) -> tuple[str, int]:
        parts = urlsplit(self.server.url)
        assert parts.hostname
        assert parts.port
        return parts.hostname, parts.port


def error_code(answer: urllib3.BaseHTTPResponse) -> tuple[int, str | None]:
    """Status and code of an answer in S3's error document."""
    return answer.status, ET.fromstring(answer.data).findtext("Code")  # noqa: S314
