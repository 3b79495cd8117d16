"""The declared routes as an OpenAPI 3.1 document."""

import re
from collections import defaultdict
from typing import Any

from chalicelib.base.errors import (
    BodyTooLarge,
    Conflict,
    CrossSite,
    Forbidden,
    Invalid,
    KeyReused,
    KontorError,
    NotFound,
    NotJson,
    NotSignedIn,
    Unavailable,
    WrongContentType,
)
from chalicelib.entry.access import Audience, NoCompany, ScopeMissing, TokenRefused
from chalicelib.entry.bodies import Bodies
from chalicelib.entry.call import CUSTOMER_COOKIE, STAFF_COOKIE
from chalicelib.entry.http import ALL_ROUTES, Route
from chalicelib.entry.machines import KeyMissing
from chalicelib.entry.problems import PROBLEM, phrase

VERSION = "1.0.0"
IDEMPOTENCY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key with the same content answers as the first time.",
    "schema": {"type": "string", "maxLength": 200},
}
PROBLEM_SCHEMA = {
    "type": "object",
    "description": "RFC 9457 problem details, in the language that was asked for.",
    "required": ["type", "title", "status", "code", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "language": {
            "type": "string",
            "description": "There where no function of ours was asked, and nobody's language was.",
        },
        "params": {"type": "object", "additionalProperties": {"type": ["string", "integer"]}},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "code", "detail"],
                "properties": {
                    "field": {"type": "string"},
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}


def errors_of(route: Route[Any]) -> list[type[KontorError]]:
    """Everything that a route can refuse with: what it declares, and what its shape brings."""
    found: list[type[KontorError]] = [*route.errors, Unavailable, Invalid]
    machine = route.access.audience is Audience.MACHINE
    if machine:
        found += [TokenRefused, ScopeMissing]
    elif route.access.audience is not Audience.ANYONE:
        found += [NotSignedIn, Forbidden]
    if route.access.audience in {Audience.MEMBER, Audience.OWNER}:
        found.append(NoCompany)
    if "{" in route.path:
        found.append(NotFound)
    if route.writes:
        found += [BodyTooLarge, NotJson, WrongContentType, KeyReused, Conflict]
        found.append(KeyMissing if machine else CrossSite)
    return list(dict.fromkeys(found))


def _error_answers(route: Route[Any]) -> dict[str, Any]:
    codes: dict[int, list[str]] = defaultdict(list)
    for error in errors_of(route):
        codes[error.status].append(error.code)
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        str(status): {
            "description": f"{phrase(status)}: {', '.join(sorted(set(names)))}",
            "content": content,
        }
        for status, names in sorted(codes.items())
    }


def _parameters(route: Route[Any], bodies: Bodies) -> list[dict[str, Any]]:
    names = re.findall(r"{(\w+)}", route.path)
    found: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in names
    ]
    asked = bodies.asked(route)
    found += [
        {"name": name, "in": "query", "required": name in asked.get("required", []), "schema": part}
        for name, part in asked.get("properties", {}).items()
    ]
    if not route.writes:
        return found
    return [*found, IDEMPOTENCY | {"required": route.access.audience is Audience.MACHINE}]


def _unchanged(route: Route[Any]) -> dict[str, Any]:
    return {"304": {"description": phrase(304)}} if route.document else {}


def _operation(route: Route[Any], bodies: Bodies) -> dict[str, Any]:
    answer: dict[str, Any] = {"description": phrase(route.status)}
    if route.document:
        answer["content"] = {route.document.media_type: {"schema": {"type": "string"}}}
    elif route.gives is not None:
        answer["content"] = {"application/json": {"schema": bodies.given(route)}}
    operation: dict[str, Any] = {
        "operationId": f"{route.feature}_{route.view.__name__}",
        "tags": [route.feature],
        "summary": route.summary,
        "description": (route.view.__doc__ or "").strip(),
        "parameters": _parameters(route, bodies),
        "responses": {str(route.status): answer, **_unchanged(route), **_error_answers(route)},
        "x-access": _access(route),
        "security": _security(route),
    }
    if route.takes:
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": bodies.taken(route)}},
        }
    return operation


def _access(route: Route[Any]) -> dict[str, Any]:
    access = route.access
    said: dict[str, Any] = {"audience": access.audience.value}
    if access.right:
        said["right"] = access.right.value
    if access.roles:
        said["roles"] = sorted(role.value for role in access.roles)
    if access.scope:
        said["scope"] = access.scope.value
    return said


def _security(route: Route[Any]) -> list[dict[str, list[str]]]:
    if route.access.audience is Audience.ANYONE:
        return []
    if route.access.audience is Audience.MACHINE:
        return [{"machine": []}]
    return [{"staff" if route.path.startswith("/api/staff/") else "customer": []}]


def document() -> dict[str, Any]:
    """The document for every route that was declared in this process."""
    bodies = Bodies.of(ALL_ROUTES)
    paths: dict[str, Any] = defaultdict(dict)
    for route in ALL_ROUTES:
        paths[route.path][route.method.lower()] = _operation(route, bodies)
    cookies = {"customer": CUSTOMER_COOKIE, "staff": STAFF_COOKIE}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Kontor", "version": VERSION},
        "paths": dict(paths),
        "components": {
            "schemas": {**bodies.definitions, "Problem": PROBLEM_SCHEMA},
            "securitySchemes": {
                side: {"type": "apiKey", "in": "cookie", "name": name}
                for side, name in cookies.items()
            }
            | {"machine": {"type": "http", "scheme": "bearer"}},
        },
    }
