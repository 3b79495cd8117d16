"""What every route does before its own function runs."""

from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from chalicelib.aws.settings import settings
from chalicelib.entry.call import CUSTOMER_COOKIE
from chalicelib.entry.headers import HEADERS
from tests.builders import make_cookie, make_license, make_person
from tests.client import Client

pytestmark = pytest.mark.usefixtures("cloud")
NOW = datetime.now(UTC)
SIGN_IN = {"email": "nobody@nordwerk.example", "password": "Zugvogel#88abend"}


def test_an_error_is_a_problem_document_in_the_persons_language() -> None:
    """ACC-8"""
    answer = Client(language="de").post("/api/sessions", SIGN_IN)
    assert answer.status == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json["code"] == "sign_in_failed"
    assert "Passwort" in answer.json["detail"]


@pytest.mark.parametrize(
    "body",
    [{"email": 7, "password": "x"}, {"email": "x"}, {**SIGN_IN, "role": "supervisor"}],
)
def test_each_field_is_refused_by_name(body: dict[str, object]) -> None:
    answer = Client().post("/api/sessions", body)
    assert (answer.status, answer.code) == (422, "invalid")
    expected = {7: {"email": {"wrong_type"}}, "x": {"password": {"missing"}}}
    assert answer.reasons() == expected.get(body["email"], {"role": {"unknown_field"}})


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe", b"[" * 5000])
def test_what_is_not_json_is_refused(raw: bytes) -> None:
    json = {"content-type": "application/json"}
    answer = Client().call("POST", "/api/sessions", raw=raw, headers=json)
    assert (answer.status, answer.code) == (400, "not_json")


def test_a_write_needs_json_by_its_content_type() -> None:
    """A form of another site can only send the other types without asking first."""
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = Client().call("POST", "/api/sessions", raw=b"{}", headers={"content-type": kind})
        assert (answer.status, answer.code) == (415, "wrong_content_type")


def test_a_body_over_the_limit_is_refused() -> None:
    body = {**SIGN_IN, "password": "x" * settings().body_bytes}
    answer = Client().post("/api/sessions", body)
    assert (answer.status, answer.code) == (413, "body_too_large")


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ],
)
def test_a_write_from_another_site_is_refused(headers: dict[str, str]) -> None:
    answer = Client().call("POST", "/api/sessions", SIGN_IN, headers=headers)
    assert (answer.status, answer.code) == (403, "cross_site")


def test_a_client_that_is_no_browser_may_write() -> None:
    bare = {"origin": "", "sec-fetch-site": ""}
    answer = Client().call("POST", "/api/sessions", SIGN_IN, headers=bare)
    assert answer.code == "sign_in_failed"


@pytest.mark.parametrize("path", ["/api/me", "/api/config"])
def test_every_answer_carries_the_security_headers(path: str) -> None:
    answer = Client().get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name.lower()] == value


@pytest.mark.parametrize(
    "cookie", ["", "x", "a.b.c.d", "....", "a.-.b.c", "%00", "ä.ö.ü.ß", "x" * 4000]
)
def test_a_cookie_of_no_session_is_nobody(cookie: str) -> None:
    client = Client(cookies={"__Host-kontor": cookie} if cookie else {})
    answer = client.get("/api/me")
    assert (answer.status, answer.code) == (401, "not_signed_in")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_a_form_without_content_is_refused_where_no_body_is_needed_too(kind: str) -> None:
    """Another site's form can send an empty body, and can't send it as JSON."""
    client = Client(cookies={CUSTOMER_COOKIE: make_cookie(make_person(NOW), NOW)})
    answer = client.call("DELETE", "/api/sessions/current", headers={"content-type": kind})
    assert (answer.status, answer.code) == (415, "wrong_content_type")
    assert client.delete("/api/sessions/current").status == 204


@pytest.mark.parametrize("name", ["", "x" * 501, "ä" * 3000])
def test_what_can_be_no_things_name_is_not_found(name: str) -> None:
    client = Client(cookies={CUSTOMER_COOKIE: make_cookie(make_person(NOW), NOW)})
    answer = client.get(f"/api/tickets/by-number/{quote(name)}")
    assert (answer.status, answer.code) == (404, "not_found")


def test_the_same_key_for_another_query_is_refused() -> None:
    """The answer of the first must not be given for the second."""
    person = make_person(NOW)
    browser = Client(cookies={CUSTOMER_COOKIE: make_cookie(person, NOW)})
    make_license(product_ids="guard-business+vault-server")
    code = {"activation_code": "7F3KQ-9XDM2-B8WZ4-RT6YH"}
    path = f"/api/licenses/{browser.post('/api/licenses', code).json['id']}/key-file"
    asked = [
        browser.call("GET", f"{path}?product_id={product}", headers={"idempotency-key": "k"})
        for product in ("guard-business", "vault-server", "guard-business")
    ]
    assert [answer.status for answer in asked] == [200, 409, 200]
    assert asked[1].code == "idempotency_key_reused"
    assert asked[0].text == asked[2].text


def test_a_key_that_is_too_long_is_refused_and_not_cut_off() -> None:
    """Two long keys with the same beginning are two keys."""
    key = "k" * 201
    answer = Client().call("POST", "/api/password-resets", {"email": "a@b.example"}, key=key)
    assert (answer.status, answer.reasons()) == (422, {"idempotency-key": {"too_long"}})
