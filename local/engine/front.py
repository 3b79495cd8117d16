"""The engine's door: checks a DynamoDB request's signature and hands it on without detours.

ministack's own way to the same function is some fifty times longer, because it serves 100
services, and it takes any signature from a 12-digit key. Here the signature must be right, so
that a mistake in the product's own signer shows at once. Everything else goes ministack's way.
"""

import json
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4
from zlib import crc32

from local.engine import accounts
from local.engine.upstream import Answer, application, dynamodb, requests, signatures, streams

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

_SERVICES = {"DynamoDB_20120810": dynamodb, "DynamoDBStreams_20120810": streams}


class Front:
    """The ASGI application that the engine serves."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application.app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): v.decode("utf-8") for name, v in scope["headers"]}
        service = _SERVICES.get(headers.get("x-amz-target", "").partition(".")[0])
        if service is not None:
            body = await _body(receive)
            await _answer(send, await self._serve(service, scope, headers, body))
        elif scope["path"].startswith(accounts.PREFIX):
            await _answer(send, accounts.serve(scope["path"], await _body(receive)))
        else:
            await application.app(scope, receive, send)

    async def _serve(
        self, service: Any, scope: Scope, headers: dict[str, str], body: bytes
    ) -> Answer:
        signature = signatures.parse_header_signature(headers)
        refusal = self._refusal(signature, scope["path"], headers, body)
        if refusal:
            return refusal
        requests.set_request_account_id(signature.access_key_id)
        requests.set_request_region(signature.region)
        answer: Answer = await service.handle_request("POST", scope["path"], headers, body, {})
        return answer

    def _refusal(
        self, signature: Any, path: str, headers: dict[str, str], body: bytes
    ) -> Answer | None:
        if "authorization" not in headers:
            return _error("MissingAuthenticationTokenException", "Request is missing a signature")
        failure = signature if isinstance(signature, tuple) else None
        failure = failure or signatures.request_time_failure(signature)
        failure = failure or signatures.header_signature_failure(
            signature, self._secret, "POST", path, {}, headers, body
        )
        return _error("InvalidSignatureException", failure[1]) if failure else None


def _error(kind: str, message: str) -> Answer:
    body = json.dumps({"__type": f"com.amazon.coral.service#{kind}", "message": message})
    return 400, {}, body.encode()


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


async def _answer(send: Send, answer: Answer) -> None:
    status, _, body = answer
    headers = [
        (b"content-type", b"application/x-amz-json-1.0"),
        (b"content-length", str(len(body)).encode()),
        (b"x-amzn-requestid", uuid4().hex.encode()),
        (b"x-amz-crc32", str(crc32(body)).encode()),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
