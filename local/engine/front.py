"""The engine's door: checks a DynamoDB request's signature and hands it on without detours.

ministack's own way to the same function is many times longer, because it serves 100 services,
and it takes any signature from a 12-digit key. Here the signature must be right, so that a
mistake in the product's own signer shows at once. Everything else goes ministack's way.
"""

import json
import logging
from collections.abc import Coroutine
from typing import Any
from uuid import uuid4
from zlib import crc32

from local.engine import accounts
from local.engine.upstream import Answer, dynamodb, requests, signatures, streams

Headers = dict[str, str]

_log = logging.getLogger("engine")
_SERVICES = {"DynamoDB_20120810": dynamodb, "DynamoDBStreams_20120810": streams}


class Front:
    """Answers what it can at once: DynamoDB, its streams, and what tests ask beyond AWS."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def answer(self, path: str, headers: Headers, body: bytes) -> Answer | None:
        """None where ministack has to be asked."""
        service = _SERVICES.get(headers.get("x-amz-target", "").partition(".")[0])
        if service is not None:
            return _framed(self._serve(service, path, headers, body))
        if path.startswith(accounts.PREFIX):
            return _framed(accounts.serve(path, body))
        return None

    def _serve(self, service: Any, path: str, headers: Headers, body: bytes) -> Answer:
        if "authorization" not in headers:
            return _error("MissingAuthenticationTokenException", "Request is missing a signature")
        signature = signatures.parse_header_signature(headers)
        failure = signature if isinstance(signature, tuple) else None
        failure = failure or signatures.request_time_failure(signature)
        failure = failure or signatures.header_signature_failure(
            signature, self._secret, "POST", path, {}, headers, body
        )
        if failure:
            return _error("InvalidSignatureException", failure[1])
        requests.set_request_account_id(signature.access_key_id)
        requests.set_request_region(signature.region)
        try:
            return _at_once(service.handle_request("POST", path, headers, body, {}))
        except Exception:  # noqa: BLE001 - a fault of the engine is an answer, as in the cloud
            _log.exception("%s failed", headers["x-amz-target"])
            return 500, {}, b'{"__type": "InternalServerError"}'


def _at_once(asked: Coroutine[Any, Any, Answer]) -> Answer:
    """Runs a coroutine that waits for nothing, so that no other request comes in between."""
    try:
        asked.send(None)
    except StopIteration as done:
        answer: Answer = done.value
        return answer
    asked.close()
    raise RuntimeError("ministack waited for something in the middle of a DynamoDB request")


def _error(kind: str, message: str) -> Answer:
    body = json.dumps({"__type": f"com.amazon.coral.service#{kind}", "message": message})
    return 400, {}, body.encode()


def _framed(answer: Answer) -> Answer:
    status, _, body = answer
    headers = {
        "Content-Type": "application/x-amz-json-1.0",
        "x-amzn-RequestId": uuid4().hex,
        "x-amz-crc32": str(crc32(body)),
    }
    return status, headers, body
