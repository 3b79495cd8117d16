"""Headers and answers that are not the app's, read from where the cloud's template reads them."""

import json
from pathlib import Path
from typing import Any

from chalicelib.entry.headers import HEADERS
from local.web.messages import Headers, Response

_INFRA = Path(__file__).resolve().parents[2] / "infra"


def _infra(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((_INFRA / name).read_text(encoding="utf-8"))
    return content


def page_headers(files: str) -> Headers:
    """What each page and asset is sent with; `files` is the origin that uploads go to."""
    headers: dict[str, str] = _infra("headers.json")["headers"]
    return [(name, value.replace("{files}", files)) for name, value in headers.items()]


def cache_control(kind: str) -> str:
    return str(_infra("headers.json")["cache"][kind])


def gateway_response(name: str) -> Response:
    """What API Gateway says by itself, as a problem document."""
    problem = _infra("gateway-responses.json")[name]
    headers = [("Content-Type", "application/problem+json"), *HEADERS.items()]
    return Response(problem["status"], headers, json.dumps(problem).encode())
