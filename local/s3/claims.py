"""What a request says about its own signature, before anything of it is believed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from local.s3.errors import S3Error
from local.s3.messages import Request

ALGORITHM = "AWS4-HMAC-SHA256"
_HEADER = re.compile(
    ALGORITHM + r" Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)"
)


@dataclass(frozen=True)
class Claim:
    """`expires` is the lifetime in seconds of a presigned URL, None on a signed header."""

    access_key: str
    region: str
    timestamp: str
    expires: int | None
    signed_headers: Sequence[str]
    signature: str


def claim_of(request: Request) -> Claim:
    """The claim in the query or in the Authorization header; S3Error where there is none."""
    header = request.header("authorization")
    presigned = "X-Amz-Signature" in request.parameters or "X-Amz-Algorithm" in request.parameters
    if header and presigned:
        raise S3Error("InvalidArgument", "Only one auth mechanism allowed")
    if presigned:
        return _from_query(request.query)
    if header:
        return _from_header(header, request)
    raise S3Error("AccessDenied")


def _from_query(query: Sequence[tuple[str, str]]) -> Claim:
    claimed: Mapping[str, str] = {n: v for n, v in query if n.startswith("X-Amz-")}
    if len(claimed) != sum(name.startswith("X-Amz-") for name, _ in query):
        raise S3Error("AuthorizationQueryParametersError", "A parameter stands twice")
    try:
        if claimed["X-Amz-Algorithm"] != ALGORITHM:
            raise S3Error("AuthorizationQueryParametersError", f"Only {ALGORITHM} is supported")
        access_key, region = _scope(claimed["X-Amz-Credential"], claimed["X-Amz-Date"])
        return Claim(
            access_key=access_key,
            region=region,
            timestamp=claimed["X-Amz-Date"],
            expires=int(claimed["X-Amz-Expires"]),
            signed_headers=claimed["X-Amz-SignedHeaders"].split(";"),
            signature=claimed["X-Amz-Signature"],
        )
    except (KeyError, ValueError) as error:
        raise S3Error("AuthorizationQueryParametersError") from error


def _from_header(header: str, request: Request) -> Claim:
    match = _HEADER.fullmatch(header)
    if not match or not request.header("x-amz-content-sha256"):
        raise S3Error("AuthorizationHeaderMalformed")
    timestamp = request.header("x-amz-date")
    try:
        access_key, region = _scope(match[1], timestamp)
    except ValueError as error:
        raise S3Error("AuthorizationHeaderMalformed") from error
    return Claim(access_key, region, timestamp, None, match[2].split(";"), match[3])


def _scope(credential: str, timestamp: str) -> tuple[str, str]:
    """Access key and region of a credential scope for S3 on the day of `timestamp`."""
    access_key, day, region, service, end = credential.split("/")
    if (day, service, end) != (timestamp[:8], "s3", "aws4_request"):
        raise S3Error(
            "SignatureDoesNotMatch", "The credential's scope is of another day or service"
        )
    return access_key, region
