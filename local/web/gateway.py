"""Stands for API Gateway: turns a request into its event, asks the Chalice app, and back.

The event has the shape of a REST API's proxy event. As there, a path or method that no route
names never reaches the app, and bodies above 10 MB don't either.
"""

import base64
import time
import uuid
from typing import Any
from urllib.parse import unquote

from chalice import Chalice
from chalice.local import LambdaContext, LocalChalice

from local.web.headers import gateway_response
from local.web.messages import Headers, Request, Response

BODY_BYTES = 10 * 1024 * 1024
TIMEOUT_MS = 29_000

Event = dict[str, Any]


class Gateway:
    """Serves one Chalice app to many threads."""

    def __init__(self, app: Chalice) -> None:
        # chalice keeps the current request in an attribute; its local class, one per thread.
        app.__class__ = type("ThreadedApp", (LocalChalice, app.__class__), {})
        self._app = app
        self._routes = [(path, path.strip("/").split("/"), app.routes[path]) for path in app.routes]
        self._not_found = gateway_response("MISSING_AUTHENTICATION_TOKEN")
        # A named part of a path goes before a parameter in the same place.
        self._routes.sort(key=lambda route: [part.startswith("{") for part in route[1]])

    def answer(self, request: Request) -> Response:
        found = self._find(request)
        if found is None:
            return self._not_found
        event = _event(request, *found)
        context = LambdaContext("kontor-api", 1024, TIMEOUT_MS)
        return _response(self._app(event, context))

    def _find(self, request: Request) -> tuple[str, dict[str, str]] | None:
        parts = request.raw_path.strip("/").split("/")
        for path, names, methods in self._routes:
            if len(names) != len(parts) or request.method not in methods:
                continue
            values = {}
            for name, part in zip(names, parts, strict=True):
                if name.startswith("{"):
                    values[name[1:-1]] = unquote(part)
                elif name != part:
                    break
            else:
                return path, values
        return None


def _event(request: Request, route: str, values: dict[str, str]) -> Event:
    headers = {name: given[-1] for name, given in request.headers.items()}
    query = request.query or None
    body, encoded = _body(request.body)
    return {
        "resource": route,
        "path": request.path,
        "httpMethod": request.method,
        "headers": headers,
        "multiValueHeaders": dict(request.headers),
        "queryStringParameters": {name: given[-1] for name, given in query.items()}
        if query
        else None,
        "multiValueQueryStringParameters": query,
        "pathParameters": values or None,
        "stageVariables": None,
        "requestContext": {
            "resourcePath": route,
            "httpMethod": request.method,
            "path": request.path,
            "stage": "local",
            "requestId": str(uuid.uuid4()),
            "requestTimeEpoch": int(time.time() * 1000),
            "identity": {
                "sourceIp": request.client,
                "userAgent": headers.get("user-agent"),
            },
        },
        "body": body,
        "isBase64Encoded": encoded,
    }


def _body(body: bytes) -> tuple[str | None, bool]:
    if not body:
        return None, False
    try:
        return body.decode(), False
    except UnicodeDecodeError:
        return base64.b64encode(body).decode(), True


def _response(answer: Event) -> Response:
    headers: Headers = [(name, str(value)) for name, value in answer["headers"].items()]
    for name, values in answer.get("multiValueHeaders", {}).items():
        headers += [(name, str(value)) for value in values]
    body = answer.get("body") or ""
    if isinstance(body, bytes):
        data = body
    else:
        data = base64.b64decode(body) if answer.get("isBase64Encoded") else body.encode()
    return Response(int(answer["statusCode"]), headers, data)


def too_large() -> Response:
    return gateway_response("REQUEST_TOO_LARGE")
