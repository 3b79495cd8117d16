"""The security headers come with every answer: of each route, to anybody, whatever it says."""

from typing import Any

import pytest

from chalicelib.aws import dynamo
from chalicelib.aws.settings import settings
from chalicelib.entry.access import ANYONE
from chalicelib.entry.headers import HEADERS
from chalicelib.entry.http import Route
from tests.client import Answer, Client
from tests.proof.authorization.table import let_in
from tests.world.people import Who
from tests.world.samples import SAMPLES, routes, send
from tests.world.world import World

ROUTES = routes()
TYPES = {True: "application/json", False: "application/problem+json"}


def told_safely(answer: Answer, route: Route[Any] | None = None) -> bool:
    """A public file, and nothing else, may be kept for a while."""
    good = answer.status < 400
    file = route.document if route and good else None
    kind = f"{file.media_type}; charset=utf-8" if file else TYPES[good]
    wanted = dict(HEADERS)
    if file and route and route.access == ANYONE:
        wanted["Cache-Control"] = f"public, max-age={settings().deny_list_seconds}"
    given = {name: answer.headers.get(name.lower()) for name in wanted}
    return given == wanted and answer.headers["content-type"] == kind


@pytest.mark.parametrize("key", ROUTES)
def test_every_answer_of_a_route_carries_the_headers(key: str, world: World) -> None:
    """Done, not signed in, bad input, another site's, no JSON, and broken."""
    route, sample = ROUTES[key], SAMPLES[key](world)
    for who in (Who.NOBODY, let_in(key)):
        browser, target = world.browser(who), sample.target(route)
        answers = [
            send(browser, route, sample),
            browser.call(route.method, target, headers={"sec-fetch-site": "cross-site"}),
            browser.call(route.method, target, raw=b"{", headers={"content-type": "text/html"}),
            browser.call(
                route.method, target, raw=b"{", headers={"content-type": "application/json"}
            ),
            browser.call(route.method, f"{route.path}?unknown=1".format(**sample.path)),
        ]
        unsafe = [answer.text for answer in answers if not told_safely(answer, route)]
        assert unsafe == []


@pytest.mark.parametrize("key", ROUTES)
def test_a_route_that_breaks_carries_the_headers_and_says_nothing(key: str, world: World) -> None:
    """503, in the same words whatever broke."""
    route, sample = ROUTES[key], SAMPLES[key](world)
    client = dynamo.client()

    def break_down(operation: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        raise RuntimeError(f"{operation} {body!r}")

    send_, client.send = client.send, break_down
    try:
        answers = [send(world.browser(who), route, sample) for who in (Who.OWNER, Who.AGENT)]
    finally:
        client.send = send_
    for answer in answers:
        assert told_safely(answer, route)
        if answer.status >= 500:
            assert answer.code == "unavailable"
            assert answer.json.keys() == {"type", "title", "status", "code", "detail"}
    assert {answer.status for answer in answers} & {503, 401} or key == "GET /api/config"


def test_the_answers_differ_by_language_alone(world: World) -> None:
    """ACC-8: errors are in the language of the page; nothing else about them changes."""
    english, german = (Client(language=tongue).get("/api/me") for tongue in ("en", "de"))
    assert english.json["code"] == german.json["code"]
    assert english.json["detail"] != german.json["detail"]
    assert told_safely(german)
