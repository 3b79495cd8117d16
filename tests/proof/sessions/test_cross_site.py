"""No other site's page can make a browser change anything (docs: a write comes from our pages)."""

import pytest

from chalicelib.entry.access import Audience
from tests.client import ORIGIN
from tests.proof.authorization.table import let_in
from tests.world.samples import SAMPLES, routes, send
from tests.world.world import World

ROUTES = routes()
WRITES = [key for key, route in ROUTES.items() if route.writes]
OF_BROWSERS = [key for key in WRITES if ROUTES[key].access.audience is not Audience.MACHINE]
"""No browser sends a token by itself, so no other site's page can make it."""
FOREIGN_PAGES = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "cross-site", "origin": ""},
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": "https://localhost:8000"},
    {"origin": f"{ORIGIN}.evil.example"},
    {"origin": ORIGIN.replace("8000", "8001")},
    {"origin": f"{ORIGIN}/"},
    {"origin": "https://evil.example", "sec-fetch-site": ""},
]
FORM_TYPES = [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain; charset=application/json",
    "application/jsonp",
    "",
]


@pytest.mark.parametrize("key", OF_BROWSERS)
def test_a_write_of_another_sites_page_is_refused(key: str, world: World) -> None:
    """By what the browser says of the page: Sec-Fetch-Site, Origin."""
    sample, who = SAMPLES[key](world), let_in(key)
    before = world.effects(who)
    for headers in FOREIGN_PAGES:
        answer = send(world.browser(who), ROUTES[key], sample, headers)
        assert (answer.status, answer.code) == (403, "cross_site"), headers
    assert world.effects(who) == before


@pytest.mark.parametrize("key", WRITES)
def test_a_write_with_a_forms_content_type_is_refused(key: str, world: World) -> None:
    """A form can't send JSON by its type; without a body it may have no type at all."""
    sample, route, who = SAMPLES[key](world), ROUTES[key], let_in(key)
    before = world.effects(who)
    for kind in FORM_TYPES if sample.body is not None else FORM_TYPES[:-1]:
        raw = b"{}" if sample.body is not None else b""
        browser = world.browser(who)
        target, headers = sample.target(route), {"content-type": kind}
        answer = browser.call(route.method, target, raw=raw, headers=headers)
        assert (answer.status, answer.code) == (415, "wrong_content_type"), kind
    assert world.effects(who) == before


@pytest.mark.parametrize("key", WRITES)
def test_a_write_of_our_own_page_or_of_no_browser_passes(key: str, world: World) -> None:
    """So the refusals above are about the page and nothing else."""
    for headers in ({}, {"sec-fetch-site": "none"}, {"origin": "", "sec-fetch-site": ""}):
        answer = send(world.browser(let_in(key)), ROUTES[key], SAMPLES[key](world), headers)
        assert answer.status == ROUTES[key].status, answer.text
        world.begin_anew()
