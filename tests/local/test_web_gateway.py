"""What stands for API Gateway hands the app the events that API Gateway would."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest
from chalice import Chalice
from chalice.app import Response as ChaliceResponse

from chalicelib.entry.headers import HEADERS
from local.web.gateway import Gateway
from local.web.messages import Response
from tests.local.talk import Talk, header, request, serving


def make_app() -> Chalice:
    app = Chalice(app_name="small")
    app.api.binary_types.append("application/x-binary")

    def echo(**values: str) -> ChaliceResponse:
        seen = app.current_request
        assert seen is not None
        raw: bytes | str = seen.raw_body
        return ChaliceResponse(
            body={
                "path": values,
                "query": {name: seen.query_params.getlist(name) for name in seen.query_params}
                if seen.query_params
                else None,
                "body": base64.b64encode(raw if isinstance(raw, bytes) else raw.encode()).decode(),
                "cookie": seen.headers.get("cookie"),
                "ip": seen.context["identity"]["sourceIp"],
            },
            headers={"Set-Cookie": ["a=1; Path=/", "b=2; Path=/"]},
        )

    def named(thing: str) -> dict[str, str]:
        return {"thing": thing}

    def exact() -> dict[str, str]:
        return {"exact": "yes"}

    app.route("/api/things/{thing}/{part}", methods=["GET", "POST"], content_types=[])(echo)
    app.route("/api/things/{thing}", methods=["GET"])(named)
    app.route("/api/things/new", methods=["GET"])(exact)
    return app


@pytest.fixture(scope="module")
def gateway() -> Gateway:
    return Gateway(make_app())


@pytest.fixture
def talk(gateway: Gateway) -> Iterator[Talk]:
    with serving(gateway.answer) as talk:
        yield talk


def content(response: Response) -> Any:
    return json.loads(response.body)


def test_path_query_cookies_and_address_arrive(talk: Talk) -> None:
    said = talk.get("/api/things/a%20b/%C3%A4?x=1&x=2&y=", Cookie="s=1")
    assert json.loads(said.body) == {
        "path": {"thing": "a b", "part": "ä"},
        "query": {"x": ["1", "2"], "y": [""]},
        "body": "",
        "cookie": "s=1",
        "ip": "127.0.0.1",
    }
    assert said.all("set-cookie") == ["a=1; Path=/", "b=2; Path=/"]


@pytest.mark.parametrize("body", ["{“ä”: 1}".encode(), b"\xff\xfe\x00", b""])
def test_a_body_arrives_byte_by_byte(talk: Talk, body: bytes) -> None:
    said = talk.ask("POST", "/api/things/a/b", body)
    assert base64.b64decode(json.loads(said.body)["body"]) == body


def test_a_name_goes_before_a_parameter(gateway: Gateway) -> None:
    assert content(gateway.answer(request("GET", "/api/things/new"))) == {"exact": "yes"}
    assert content(gateway.answer(request("GET", "/api/things/old"))) == {"thing": "old"}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/nothing"),
        ("GET", "/api/things"),
        ("POST", "/api/things/new"),
        ("OPTIONS", "/api/things/new"),
        ("HEAD", "/api/things/new"),
        ("GET", "/api/things/a/b/c"),
    ],
)
def test_what_no_route_names_never_reaches_the_app(
    gateway: Gateway, method: str, path: str
) -> None:
    response = gateway.answer(request(method, path))
    assert response.status == 404
    assert content(response)["code"] == "not_found"
    assert header(response, "content-type") == "application/problem+json"
    for name, value in HEADERS.items():
        assert header(response, name) == value
