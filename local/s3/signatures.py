"""Checks SigV4 by signing the request again with botocore's own signer."""

import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from local.s3.claims import Claim, claim_of
from local.s3.errors import S3Error
from local.s3.messages import Request, encode_path, encode_query

UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD"
TIMESTAMP = "%Y%m%dT%H%M%SZ"
LONGEST_EXPIRY = 7 * 24 * 3600


@dataclass(frozen=True)
class Signatures:
    """Who may sign, and the clock that says until when."""

    credentials: Mapping[str, str]
    now: Callable[[], datetime]
    skew: timedelta

    def check(self, request: Request) -> str:
        """The payload hash that was signed. Raises S3Error unless every part of it holds.

        Each `x-amz-*` header must be signed, so nobody adds one to a presigned URL; a signed
        `content-length` is compared with the one sent, as any signed header is.
        """
        claim = claim_of(request)
        if claim.access_key not in self.credentials:
            raise S3Error("InvalidAccessKeyId")
        _require_signed_headers(request, claim.signed_headers)
        expected = self._sign(request, claim)
        if not hmac.compare_digest(expected.encode(), claim.signature.encode()):
            raise S3Error("SignatureDoesNotMatch")
        self._check_time(claim)
        return request.header("x-amz-content-sha256") or UNSIGNED_PAYLOAD

    def _check_time(self, claim: Claim) -> None:
        signed = _parse_time(claim.timestamp)
        now = self.now()
        if claim.expires is None:
            if abs(now - signed) > self.skew:
                raise S3Error("RequestTimeTooSkewed")
            return
        if not 1 <= claim.expires <= LONGEST_EXPIRY:
            raise S3Error("AuthorizationQueryParametersError", "X-Amz-Expires is out of bounds")
        if signed - now > self.skew:
            raise S3Error("AccessDenied", "Request is not valid yet")
        if now >= signed + timedelta(seconds=claim.expires):
            raise S3Error("AccessDenied", "Request has expired")

    def _sign(self, request: Request, claim: Claim) -> str:
        credentials = Credentials(claim.access_key, self.credentials[claim.access_key])
        kind = S3SigV4Auth if claim.expires is None else S3SigV4QueryAuth
        signer = kind(credentials, "s3", claim.region)
        rebuilt = _rebuild(request, claim)
        canonical = signer.canonical_request(rebuilt)
        return str(signer.signature(signer.string_to_sign(rebuilt, canonical), rebuilt))


def _rebuild(request: Request, claim: Claim) -> AWSRequest:
    """The request as its sender signed it: the signed headers, and no signature."""
    query = [pair for pair in request.query if pair[0] != "X-Amz-Signature"]
    path = encode_path(request.path)
    # The host that counts is the signed header, not the one of this URL.
    rebuilt = AWSRequest(method=request.method, url=f"http://s3{path}?{encode_query(query)}")
    for name in claim.signed_headers:
        for value in request.headers.get_all(name, []):
            rebuilt.headers[name] = str(value)
    rebuilt.context["timestamp"] = claim.timestamp
    return rebuilt


def _require_signed_headers(request: Request, signed: Sequence[str]) -> None:
    if "host" not in signed or any(name not in request.headers for name in signed):
        raise S3Error("SignatureDoesNotMatch")
    sent = {name.lower() for name in request.headers if name.lower().startswith("x-amz-")}
    if sent - set(signed):
        raise S3Error("AccessDenied", "There were headers present which were not signed")


def _parse_time(text: str) -> datetime:
    try:
        return datetime.strptime(text, TIMESTAMP).replace(tzinfo=UTC)
    except ValueError as error:
        raise S3Error("AccessDenied", "X-Amz-Date is not a time") from error
