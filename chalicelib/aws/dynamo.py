"""DynamoDB's wire protocol, under PynamoDB.

PynamoDB asks its connection for a botocore client and calls one method of it. botocore's own
client costs most of a cold start and most of a warm call; this one signs, sends and reads JSON,
and nothing else (docs/decisions/0002, 0011).
"""

import base64
import json
import random
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from botocore.exceptions import ClientError, HTTPClientError
from pynamodb.connection.base import Connection

from chalicelib.aws.connections import Connections, Unreachable
from chalicelib.aws.settings import settings
from chalicelib.aws.signing import Credentials, Signer

ATTEMPTS = 4
BACKOFF_SECONDS = 0.05
RETRIED = frozenset(
    {
        "InternalServerError",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ServiceUnavailable",
        "ThrottlingException",
        # Of a single write that met a transaction; what a transaction meets, its reasons say.
        "TransactionConflictException",
        "TransactionInProgressException",
    }
)
Json = dict[str, Any]


class LostAnswer(HTTPClientError):
    """The request went out and no answer came back: it may or may not have been carried out."""

    fmt = "No answer from DynamoDB: {error}"


def _binary(value: object) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    raise TypeError(type(value).__name__)


def _refusal(operation: str, status: int, headers: Mapping[str, str], data: Json) -> ClientError:
    code = str(data.get("__type", "InternalServerError")).rpartition("#")[2]
    message = data.get("message") or data.get("Message") or ""
    response: Json = {
        **data,
        "Error": {"Code": code, "Message": message},
        "ResponseMetadata": {"HTTPStatusCode": status, "HTTPHeaders": dict(headers)},
    }
    return ClientError(response, operation)  # type: ignore[arg-type]


class Client:
    """Speaks to DynamoDB for every PynamoDB model of this process; safe between threads.

    `send` is the one way out, and may be replaced: the crash tests put their faults there.
    """

    def __init__(self) -> None:
        region = settings().region
        self.url = settings().dynamodb_url or f"https://dynamodb.{region}.amazonaws.com"
        self._connections = Connections(self.url)
        host = self._connections.host
        self._signer = Signer(Credentials.of_environment(), "dynamodb", region, host)
        self.send: Callable[[str, bytes], tuple[int, Mapping[str, str], bytes]] = self._send

    def _send(self, operation: str, body: bytes) -> tuple[int, Mapping[str, str], bytes]:
        headers = {
            "content-type": "application/x-amz-json-1.0",
            "x-amz-target": f"DynamoDB_20120810.{operation}",
        }
        try:
            return self._connections.post(self._signer.sign(headers, body), body)
        except Unreachable as error:
            raise LostAnswer(error=error) from error

    def _once(self, operation: str, body: bytes) -> Json:
        status, headers, raw = self.send(operation, body)
        data: Json = json.loads(raw) if raw else {}
        if status != 200:
            raise _refusal(operation, status, headers, data)
        return data

    def _make_api_call(self, operation: str, kwargs: Json) -> Json:
        """The method that PynamoDB calls. Every attempt sends the same bytes, token included."""
        body = json.dumps(kwargs, default=_binary, separators=(",", ":")).encode()
        for attempt in range(1, ATTEMPTS):
            try:
                return self._once(operation, body)
            except LostAnswer:
                pass
            except ClientError as error:
                if error.response["Error"]["Code"] not in RETRIED:
                    raise
            time.sleep(random.uniform(0, BACKOFF_SECONDS * 2**attempt))  # noqa: S311 - jitter
        return self._once(operation, body)

    call = _make_api_call


_lock = threading.Lock()
_client: Client | None = None


def client() -> Client:
    """The process's client, made at its first use."""
    global _client  # noqa: PLW0603
    with _lock:
        if _client is None:
            _client = Client()
        return _client


def forget_client() -> None:
    """Make a new client at the next call: for a process whose settings changed, as tests do."""
    global _client  # noqa: PLW0603
    _client = None


Connection.client = property(lambda _: client())  # type: ignore[assignment, method-assign]
