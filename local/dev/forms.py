"""Small things that the developers' pages share."""

import json
from typing import Any

from local.web.messages import Request, Response


def comes_from_us(request: Request, port: int) -> bool:
    """Whether a post comes from these pages, or from a program and no browser at all."""
    origin = request.header("origin")
    site = request.header("sec-fetch-site")
    ours = {"", f"http://localhost:{port}", f"http://127.0.0.1:{port}"}
    return origin in ours and site in ("", "same-origin", "none")


def json_answer(content: Any, status: int = 200) -> Response:
    headers = [("Content-Type", "application/json"), ("Cache-Control", "no-store")]
    return Response(status, headers, json.dumps(content, ensure_ascii=False).encode())
