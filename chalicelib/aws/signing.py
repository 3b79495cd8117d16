"""Signature Version 4 for JSON services: what DynamoDB asks of every request.

botocore's signer does the same and brings half of botocore with it, which a cold start pays for
(docs/decisions/0011). The two are compared in the tests.
"""

import hashlib
import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from botocore.exceptions import NoCredentialsError

from chalicelib.base import clock

ALGORITHM = "AWS4-HMAC-SHA256"
Headers = dict[str, str]


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who signs. Lambda gives each process its own, for as long as it lives."""

    key: str
    secret: str
    token: str

    @classmethod
    def of_environment(cls) -> "Credentials":
        """Raises botocore's NoCredentialsError when the environment names none."""
        key, secret = os.environ.get("AWS_ACCESS_KEY_ID"), os.environ.get("AWS_SECRET_ACCESS_KEY")
        if not key or not secret:
            raise NoCredentialsError
        return cls(key, secret, os.environ.get("AWS_SESSION_TOKEN", ""))


class Signer:
    """Signs `POST /` for one service of one region on one host.

    AWS compares a signature's time with its own: it is the machine's, where ours is shifted too.
    """

    def __init__(
        self,
        credentials: Credentials,
        service: str,
        region: str,
        host: str,
        now: Callable[[], datetime] = clock.machine_now,
    ) -> None:
        self._credentials = credentials
        self._service = service
        self._region = region
        self._host = host
        self._now = now
        self._day_key = ("", b"")

    def sign(self, headers: Headers, body: bytes) -> Headers:
        """The headers (names in lower case) with all that makes the request acceptable."""
        stamp = self._now().strftime("%Y%m%dT%H%M%SZ")
        signed = {**headers, "host": self._host, "x-amz-date": stamp}
        if self._credentials.token:
            signed["x-amz-security-token"] = self._credentials.token
        names = ";".join(sorted(signed))
        lines = "".join(f"{name}:{signed[name]}\n" for name in sorted(signed))
        canonical = f"POST\n/\n\n{lines}\n{names}\n{hashlib.sha256(body).hexdigest()}"
        day = stamp[:8]
        scope = f"{day}/{self._region}/{self._service}/aws4_request"
        digest = hashlib.sha256(canonical.encode()).hexdigest()
        text = f"{ALGORITHM}\n{stamp}\n{scope}\n{digest}"
        signature = _mac(self._key(day), text).hex()
        signed["authorization"] = (
            f"{ALGORITHM} Credential={self._credentials.key}/{scope}, "
            f"SignedHeaders={names}, Signature={signature}"
        )
        return signed

    def _key(self, day: str) -> bytes:
        """The key of a day, computed once; a race between threads computes it twice."""
        known, key = self._day_key
        if known != day:
            key = _mac(f"AWS4{self._credentials.secret}".encode(), day)
            for part in (self._region, self._service, "aws4_request"):
                key = _mac(key, part)
            self._day_key = (day, key)
        return key


def _mac(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), hashlib.sha256)
