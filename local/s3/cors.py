"""What browsers of other origins may do, as the bucket's rules say."""

import re
from collections.abc import Iterable, Mapping, Sequence

from local.s3.errors import S3Error
from local.s3.messages import Request, Response
from local.s3.settings import CorsRule

_VARY = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method"


def answer_preflight(rules: Sequence[CorsRule], request: Request) -> Response:
    """What a browser asks before it sends; 403 where no rule allows it."""
    origin = request.header("origin")
    method = request.header("access-control-request-method")
    asked = [name.strip().lower() for name in _split(request, "access-control-request-headers")]
    for rule in rules:
        if _allows(rule, origin, method) and all(_any(rule.allowed_headers, n) for n in asked):
            headers = {**_common(rule, origin), "Access-Control-Max-Age": str(rule.max_age_seconds)}
            if asked:
                headers["Access-Control-Allow-Headers"] = ", ".join(asked)
            return Response(200, headers)
    raise S3Error("AccessForbidden")


def cors_headers(rules: Sequence[CorsRule], request: Request) -> Mapping[str, str]:
    """What every other answer carries, refusals included, so that scripts can read them."""
    origin = request.header("origin")
    for rule in rules:
        if origin and _allows(rule, origin, request.method):
            return _common(rule, origin)
    return {}


def _common(rule: CorsRule, origin: str) -> dict[str, str]:
    headers = {
        "Access-Control-Allow-Origin": "*" if "*" in rule.allowed_origins else origin,
        "Access-Control-Allow-Methods": ", ".join(rule.allowed_methods),
        "Vary": _VARY,
    }
    if rule.expose_headers:
        headers["Access-Control-Expose-Headers"] = ", ".join(rule.expose_headers)
    return headers


def _allows(rule: CorsRule, origin: str, method: str) -> bool:
    return _any(rule.allowed_origins, origin) and method in rule.allowed_methods


def _any(patterns: Iterable[str], text: str) -> bool:
    """Whether a pattern fits; `*` is the only special sign in one."""
    parts = (map(re.escape, pattern.split("*")) for pattern in patterns)
    return any(re.fullmatch(".*".join(part), text, re.IGNORECASE) for part in parts)


def _split(request: Request, header: str) -> list[str]:
    return [part for part in request.header(header).split(",") if part.strip()]
