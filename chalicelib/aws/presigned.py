"""URLs that let a browser speak to S3 for a while: one part of one upload, or one download.

Signed with botocore's signer alone: making a client would cost a cold start 100 ms. The signature
carries the machine's own time, as S3 compares it with its own.
"""

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from chalicelib.aws.settings import settings
from chalicelib.aws.signing import Credentials

if TYPE_CHECKING:
    from botocore.auth import S3SigV4QueryAuth

CHECKSUM = "x-amz-checksum-sha256"


def _base() -> str:
    bucket, region = settings().bucket, settings().region
    if settings().s3_url:
        return f"{settings().s3_url}/{bucket}"
    return f"https://{bucket}.s3.{region}.amazonaws.com"


def _sign(
    method: str, key: str, query: dict[str, str], headers: dict[str, str], seconds: int
) -> str:
    from botocore.awsrequest import AWSRequest  # brings half of botocore: only who signs pays

    request = AWSRequest(method, f"{_base()}/{quote(key)}", headers=headers, params=query)
    _signer(seconds).add_auth(request)
    return str(request.url)


@cache
def _signer(seconds: int) -> "S3SigV4QueryAuth":
    from botocore.auth import S3SigV4QueryAuth
    from botocore.credentials import Credentials as BotocoreCredentials

    own = Credentials.of_environment()
    credentials = BotocoreCredentials(own.key, own.secret, own.token or None)
    return S3SigV4QueryAuth(credentials, "s3", settings().region, expires=seconds)


def part_url(
    key: str, upload_id: str, number: int, size: int, sha256: str | None, seconds: int
) -> str:
    """Where to PUT exactly one part: `size` bytes and, where given, this checksum (base64).

    Both are signed as headers: S3 refuses another length, another checksum, or none.
    """
    headers = {"content-length": str(size)}
    if sha256 is not None:
        headers[CHECKSUM] = sha256
    query = {"partNumber": str(number), "uploadId": upload_id}
    return _sign("PUT", key, query, headers, seconds)


def download_url(key: str, name: str, seconds: int) -> str:
    """Where to GET a file: always as a download under its name, never shown by the browser."""
    # For what does not know RFC 5987: the same name with everything unusual replaced.
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    query = {
        "response-content-disposition": disposition,
        "response-content-type": "application/octet-stream",
        "response-cache-control": "no-store",
    }
    return _sign("GET", key, query, {}, seconds)
