"""From a raw request to an answer: the steps that every route goes through, in order."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlencode

from chalice.app import Request, Response
from pydantic import ValidationError

from chalicelib.aws.operations import find_done
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, raise_repeated
from chalicelib.base import clock, ids
from chalicelib.base.accepting import wanted_language
from chalicelib.base.actor import NOBODY, Actor
from chalicelib.base.errors import (
    BodyTooLarge,
    FieldError,
    Invalid,
    KontorError,
    NotFound,
    NotJson,
    Unavailable,
    WrongContentType,
)
from chalicelib.base.operation import Operation
from chalicelib.base.texts import DEFAULT_LANGUAGE
from chalicelib.entry.access import Audience, TokenRefused
from chalicelib.entry.call import BROWSER_COOKIE, CUSTOMER_COOKIE, STAFF_COOKIE, Call
from chalicelib.entry.document import Document
from chalicelib.entry.headers import HEADERS
from chalicelib.entry.log import log_call, log_failure
from chalicelib.entry.machines import bearer_of, demand_key
from chalicelib.entry.problems import PROBLEM, problem_text, refused
from chalicelib.entry.schema import Nothing, Schema
from chalicelib.entry.sender import refuse_cross_site, source_of

if TYPE_CHECKING:
    from chalicelib.entry.http import Route

DEVICE_CHARS = 300
KEY_CHARS = 200
PLACE_CHARS = 500
IDEMPOTENCY = "idempotency-key"
JSON = "application/json"
STAFFS = "/api/staff/"
NOT_MODIFIED = 304


class Authenticate(Protocol):
    """Turns a session cookie into an actor; NOBODY when it is no good."""

    def __call__(self, cookie: str, *, staff: bool, now: datetime) -> Actor: ...


class AuthenticateToken(Protocol):
    """Turns the token that a machine showed into an actor; NOBODY when it is no good."""

    def __call__(self, token: str, *, source: str, now: datetime) -> Actor: ...


_authenticate: list[Authenticate] = []
_authenticate_token: list[AuthenticateToken] = []


def authenticate_by(check: Authenticate, check_token: AuthenticateToken) -> None:
    """Set how sessions and tokens are checked; `app.py` does so once."""
    _authenticate[:] = [check]
    _authenticate_token[:] = [check_token]


def serve(route: "Route[Any]", request: Request, path: dict[str, str]) -> Response:
    """Answer one request; every error comes out as a problem document."""
    now = clock.now()
    wanted = wanted_language(request.headers.get("accept-language", ""))
    language = wanted or DEFAULT_LANGUAGE
    call: Call[Any] | None = None
    more: dict[str, str] = {}
    try:
        asker = _asker(route, request, now)
        actor = replace(
            asker,
            address=source_of(request),
            browser=_cookie(request, BROWSER_COOKIE),
            page_language=wanted,
        )
        language = actor.reads
        call = _read_call(route, request, path, now, actor)
        answer = _with_repeats(route, call)
        status, kind, error = route.status, JSON, None
        body = answer if isinstance(answer, str) else answer.text
        if isinstance(answer, Document):
            more = answer.headers()
            if answer.is_known_to(request.headers.get("if-none-match", "")):
                status, body = NOT_MODIFIED, ""
    except KontorError as refusal:
        status, kind, error = refusal.status, PROBLEM, refusal
        body = problem_text(refusal, language)
    except Exception as failure:  # noqa: BLE001 - the last line of defence
        log_failure(route, failure)
        error = Unavailable()
        status, kind, body = error.status, PROBLEM, problem_text(error, language)
    log_call(route, call, status, error, now)
    headers = _headers(kind, call, error) | more
    return Response(body=body, status_code=status, headers=headers)


def _headers(kind: str, call: Call[Any] | None, error: KontorError | None) -> dict[str, Any]:
    headers: dict[str, Any] = {"Content-Type": kind, **HEADERS}
    if call and call.cookies:
        headers["Set-Cookie"] = call.cookies
    if error and "retry_after" in error.params:
        headers["Retry-After"] = str(error.params["retry_after"])
    if isinstance(error, TokenRefused):
        headers["WWW-Authenticate"] = 'Bearer realm="Kontor"'
    return headers


def _read_call(
    route: "Route[Any]", request: Request, path: dict[str, str], now: datetime, actor: Actor
) -> Call[Any]:
    raw: bytes = _raw_body(request) if route.writes else b""
    if refusal := route.access.refusal(actor):
        raise refusal
    _refuse_unnameable(path)
    key = _key(request)
    asker = actor.account_id or actor.token_id or "nobody"
    return Call(
        actor=actor,
        now=now,
        body=_body(route, request, raw),
        query=_query(route, request),
        path=path,
        operation=Operation.of(asker, key, _asked(route, request, raw)),
        language=actor.reads,
        device=request.headers.get("user-agent", "")[:DEVICE_CHARS],
        staff=route.path.startswith(STAFFS),
    )


def _asker(route: "Route[Any]", request: Request, now: datetime) -> Actor:
    """Who asks. No browser sends a token by itself, so there no other site's page is feared."""
    if route.access.audience is Audience.MACHINE:
        actor = _authenticate_token[0](bearer_of(request), source=source_of(request), now=now)
        if actor.token_id and route.writes:
            demand_key(request)
        return actor
    if route.writes:
        refuse_cross_site(request)
    return _actor(request, route.path.startswith(STAFFS), now)


def _key(request: Request) -> str:
    """The caller's key; cut off, a long one would be the same as another."""
    key: str = request.headers.get(IDEMPOTENCY, "")
    if len(key) > KEY_CHARS:
        raise Invalid(FieldError(IDEMPOTENCY, "too_long", {"max": KEY_CHARS}))
    return key or ids.token()


def _asked(route: "Route[Any]", request: Request, raw: bytes) -> bytes:
    """What makes two requests the same one: all of it that decides what is done."""
    query = urlencode(sorted((request.query_params or {}).items()))
    return f"{route.method} {request.context['path']}?{query}\n".encode() + raw


def _refuse_unnameable(path: dict[str, str]) -> None:
    """What can be no thing's name is no thing's; DynamoDB would not take it for a key."""
    if not all(0 < len(value) <= PLACE_CHARS for value in path.values()):
        raise NotFound


def _raw_body(request: Request) -> bytes:
    raw = request.raw_body or b""
    raw = raw.encode() if isinstance(raw, str) else raw
    if len(raw) > settings().body_bytes:
        raise BodyTooLarge(max=settings().body_bytes)
    return raw


def _actor(request: Request, staff: bool, now: datetime) -> Actor:
    value = _cookie(request, STAFF_COOKIE if staff else CUSTOMER_COOKIE)
    return _authenticate[0](value, staff=staff, now=now) if value else NOBODY


def _cookie(request: Request, name: str) -> str:
    for part in request.headers.get("cookie", "").split(";"):
        key, _, value = part.strip().partition("=")
        if key == name and value:
            return str(value)
    return ""


def _body(route: "Route[Any]", request: Request, raw: bytes) -> Schema:
    if not route.writes:
        return Nothing()
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    # Another site's form can send an empty body too, but never without a type, and never this one.
    if not raw and route.takes is None and kind in {"", JSON}:
        return Nothing()
    if kind != JSON:
        raise WrongContentType
    try:
        return (route.takes or Nothing).model_validate_json(raw)
    except ValidationError as error:
        if error.errors()[0]["type"] == "json_invalid":
            raise NotJson from None
        raise refused(error) from None


def _query(route: "Route[Any]", request: Request) -> Schema:
    given = dict(request.query_params or {})
    try:
        return (route.query or Nothing).model_validate_strings(given)
    except ValidationError as error:
        raise refused(error) from None


def _with_repeats(route: "Route[Any]", call: Call[Any]) -> str | Document:
    """Carry out the call; a repeat of a change gets the answer of the first time.

    A repeat can also fail before it writes (the link is spent, by the first time): so every
    refusal of a write looks whether the operation was carried out.
    """
    run: Callable[[Call[Any]], Any] = route.view
    try:
        try:
            return _dump(run(call))
        except KontorError:
            if route.writes:
                raise_repeated(call.operation, find_done(call.operation))
            raise
    except Repeated as repeated:
        return "" if route.gives is None else _dump(repeated.answer)


def _dump(answer: Any) -> str | Document:
    if answer is None:
        return ""
    if isinstance(answer, Document):
        return answer
    if isinstance(answer, Schema):
        return answer.model_dump_json()
    return json.dumps(answer, separators=(",", ":"), ensure_ascii=False)
