"""Errors as RFC 9457 problem details, in the person's language."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from pydantic import ValidationError

from chalicelib.base.errors import FieldError, Invalid, KontorError
from chalicelib.base.texts import say

PROBLEM = "application/problem+json"

_NEWER_PHRASES = {413: "Content Too Large", 422: "Unprocessable Content"}

# pydantic's words for a refusal, in ours.
_FIELD_CODES = {
    "extra_forbidden": "unknown_field",
    "string_too_long": "too_long",
    "string_too_short": "empty",
    "too_long": "too_many",
    "too_short": "too_few",
    "enum": "not_a_choice",
    "literal_error": "not_a_choice",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_large",
}


def _field_code(kind: str) -> str:
    if kind.endswith(("_type", "_parsing")):
        return "wrong_type"
    return _FIELD_CODES.get(kind, kind)


def refused(error: ValidationError) -> Invalid:
    """What pydantic refused, as our own error; the refused values are left out."""
    fields = []
    for problem in error.errors(include_url=False, include_input=False):
        bounds = {"max_length": "max", "le": "max", "ge": "min", "min_length": "min"}
        context: Mapping[str, Any] = problem.get("ctx", {})
        params = {bounds.get(k, k): v for k, v in context.items() if isinstance(v, str | int)}
        path = ".".join(str(step) for step in problem["loc"])
        fields.append(FieldError(path or "body", _field_code(problem["type"]), params))
    return Invalid(*fields)


def phrase(status: int) -> str:
    """What HTTP calls a status, as RFC 9110 does; Python says so from 3.13 on."""
    return _NEWER_PHRASES.get(status) or HTTPStatus(status).phrase


def problem(error: KontorError, language: str) -> dict[str, Any]:
    """The body of an answer to an error."""
    body: dict[str, Any] = {
        "type": f"/problems/{error.code}",
        "title": phrase(error.status),
        "status": error.status,
        "code": error.code,
        "detail": say(language, f"error.{error.code}", **error.params),
    }
    if error.params:
        body["params"] = dict(error.params)
    if error.fields:
        body["errors"] = [
            {
                "field": field.field,
                "code": field.code,
                "detail": say(language, f"field.{field.code}", **field.params),
            }
            for field in error.fields
        ]
    return body


def problem_text(error: KontorError, language: str) -> str:
    """The same as JSON."""
    return json.dumps(problem(error, language), ensure_ascii=False)
