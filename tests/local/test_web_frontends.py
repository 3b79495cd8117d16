"""The built frontends are served as CloudFront would serve them."""

import gzip
from pathlib import Path

import pytest

from chalicelib.entry.headers import HEADERS
from local.web.frontends import Frontends
from local.web.messages import Response
from local.web.site import Site
from tests.local.talk import header, request

FILES = "http://127.0.0.1:8001"


@pytest.fixture
def frontends(tmp_path: Path) -> Frontends:
    for app in ("portal", "console"):
        (tmp_path / app / "assets").mkdir(parents=True)
        (tmp_path / app / "index.html").write_text(f"<h1>{app}</h1>")
        (tmp_path / app / "assets" / "main-1.js").write_text(f"'{app}'")
    (tmp_path / "portal" / "logo.svg").write_text("<svg/>")
    (tmp_path / "secret.txt").write_text("nobody may read this")
    return Frontends(tmp_path, FILES)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/", b"<h1>portal</h1>"),
        ("/requests/01KAX", b"<h1>portal</h1>"),
        ("/console/", b"<h1>console</h1>"),
        ("/console/queue/mine", b"<h1>console</h1>"),
        ("/assets/main-1.js", b"'portal'"),
        ("/console/assets/main-1.js", b"'console'"),
        ("/logo.svg", b"<svg/>"),
    ],
)
def test_files_are_sent_and_other_paths_are_the_apps_pages(
    frontends: Frontends, path: str, body: bytes
) -> None:
    response = frontends.answer(request("GET", path))
    assert (response.status, response.body) == (200, body)


def test_the_console_stands_in_its_folder(frontends: Frontends) -> None:
    response = frontends.answer(request("GET", "/console"))
    assert (response.status, header(response, "location")) == (301, "/console/")
    assert header(response, "strict-transport-security")


@pytest.mark.parametrize(
    "path",
    ["/assets/gone-1.js", "/console/assets/gone.css", "/../secret.txt", "/%2e%2e/secret.txt"],
)
def test_a_missing_or_forbidden_file_is_no_page(frontends: Frontends, path: str) -> None:
    response = frontends.answer(request("GET", path))
    assert response.status == 404
    assert b"nobody" not in response.body


def test_assets_are_kept_for_ever_and_pages_are_asked_for_again(frontends: Frontends) -> None:
    asset = frontends.answer(request("GET", "/assets/main-1.js"))
    assert header(asset, "cache-control") == "public, max-age=31536000, immutable"
    assert header(asset, "content-type") == "text/javascript; charset=utf-8"
    page = frontends.answer(request("GET", "/requests"))
    assert header(page, "cache-control") == "no-cache"
    again = frontends.answer(request("GET", "/requests", if_none_match=header(page, "etag")))
    assert (again.status, again.body) == (304, b"")


def test_text_is_pressed_where_the_browser_can_read_that(frontends: Frontends) -> None:
    plain = frontends.answer(request("GET", "/assets/main-1.js"))
    pressed = frontends.answer(request("GET", "/assets/main-1.js", accept_encoding="gzip, br"))
    assert header(pressed, "content-encoding") == "gzip"
    assert gzip.decompress(pressed.body) == plain.body
    assert header(plain, "vary") == "Accept-Encoding"


def test_a_new_build_is_seen_at_once(frontends: Frontends, tmp_path: Path) -> None:
    frontends.answer(request("GET", "/"))
    (tmp_path / "portal" / "index.html").write_text("<h1>portal, next</h1>")
    assert frontends.answer(request("GET", "/")).body == b"<h1>portal, next</h1>"


def test_pages_forbid_what_they_do_not_need(frontends: Frontends) -> None:
    page = frontends.answer(request("GET", "/"))
    policy = dict(
        part.strip().split(" ", 1) for part in header(page, "content-security-policy").split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["connect-src"] == f"'self' {FILES}"
    assert policy["frame-ancestors"] == "'none'"
    assert header(page, "x-content-type-options") == "nosniff"
    assert header(page, "referrer-policy") == "no-referrer"


def test_an_unbuilt_frontend_says_so(tmp_path: Path) -> None:
    response = Frontends(tmp_path, FILES).answer(request("GET", "/"))
    assert response.status == 503
    assert b"make run" in response.body


@pytest.mark.parametrize(
    ("host", "status"), [("localhost:8000", 200), ("127.0.0.1:8000", 200), ("evil.example", 421)]
)
def test_the_stack_answers_only_as_localhost(host: str, status: int) -> None:
    """DNS rebinding must not open the developers' pages to another site."""
    site = Site(lambda _: Response(), lambda _: Response(), lambda _: Response(), 8000)
    assert site.answer(request("GET", "/dev", host=host)).status == status


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("POST", "/", 405), ("GET", "/assets/none.js", 404), ("GET", "/../secret.txt", 404)],
)
def test_a_refused_page_carries_the_security_headers_too(
    frontends: Frontends, method: str, path: str, status: int
) -> None:
    response = frontends.answer(request(method, path))
    assert response.status == status
    for name, value in HEADERS.items():
        assert header(response, name) == value
