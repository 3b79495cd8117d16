"""The licenses' routes as a browser uses them: rights, refusals, and nothing of anybody else."""

import base64
from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.accounts.model import Account
from chalicelib.base.actor import Right
from chalicelib.licenses.service import holder
from tests.builders import make_catalog, make_colleague, make_cookie, make_license, make_person
from tests.client import Answer, Client
from tests.licenses.claiming import good_key_file

pytestmark = pytest.mark.usefixtures("cloud")
CODE = "7F3KQ-9XDM2-B8WZ4-RT6YH"
UNKNOWN = "01KAEX5H0M5Y7R3W9V2C4D6F8G"
NOW = datetime.now(UTC)


def signed_in(account: Account, language: str = "en") -> Client:
    return Client(language, {"__Host-kontor": make_cookie(account, NOW)})


@pytest.fixture
def us(cloud: object) -> Client:
    make_catalog(NOW)
    return signed_in(make_person(NOW))


@pytest.fixture
def them(cloud: object) -> Client:
    return signed_in(make_person(NOW, email="eva@suedwerk.example", company="Südwerk AG"))


def add(client: Client, **body: Any) -> Answer:
    return client.post("/api/licenses", {"activation_code": None, "key_file": None} | body)


def test_from_a_code_to_the_key_file(us: Client) -> None:
    """LIC-1, LIC-4, LIC-5."""
    license_ = make_license()
    added = add(us, activation_code=CODE.lower())
    assert added.status == 201
    listed = us.get("/api/licenses").json["items"][0]
    assert listed["code"] == CODE
    assert {**listed, "code": added.json["code"]} == added.json
    details = us.get(f"/api/licenses/{license_.pk}").json
    assert (details["public_id"], details["expires_on"]) == (license_.public_id, "2099-12-31")
    file = us.get(f"/api/licenses/{license_.pk}/key-file", product_id="guard-business").json
    assert file["name"] == listed["key_file_name"]
    assert base64.b64decode(file["content_base64"]).startswith(b"key-file: 1\n")


def test_by_key_file(us: Client) -> None:
    """LIC-1."""
    license_ = make_license()
    content = base64.b64encode(good_key_file(license_)).decode()
    answer = add(us, key_file={"name": "F1E0C0F5.key", "content_base64": content})
    assert (answer.status, answer.json["id"]) == (201, license_.pk)


@pytest.mark.parametrize("state", ["active", "expired", "not_activated", "blocked", "all"])
def test_every_filter_answers(us: Client, state: str) -> None:
    """LIC-4."""
    make_license()
    add(us, activation_code=CODE)
    items = us.get("/api/licenses", state=state, sort="-expires").json["items"]
    assert len(items) == (state in {"active", "all"})


def test_an_unknown_filter_is_refused(us: Client) -> None:
    answer = us.get("/api/licenses", state="stolen")
    assert (answer.status, answer.reasons()) == (422, {"state": {"not_a_choice"}})
    assert us.get("/api/licenses", cursor="no-cursor").code == "bad_cursor"


def test_each_refusal_comes_in_the_persons_language(us: Client) -> None:
    """ACC-8, LIC-2."""
    answer = add(us, activation_code="7F3KQ")
    assert (answer.status, answer.reasons()) == (422, {"activation_code": {"code_malformed"}})
    assert "XXXXX-XXXXX-XXXXX-XXXXX" in answer.json["errors"][0]["detail"]
    german = signed_in(make_person(NOW, email="uwe@ostwerk.example", language="de"), "de")
    detail = add(german, activation_code=CODE).json["errors"][0]["detail"]
    assert detail.startswith("Diesen Aktivierungscode kennen wir nicht.")


def test_a_repeat_is_answered_like_the_first_time(us: Client) -> None:
    license_ = make_license()
    body = {"activation_code": CODE, "key_file": None}
    first, again = (us.post("/api/licenses", body, key="one-intent") for _ in range(2))
    assert (first.status, again.status) == (201, 201)
    assert again.json == first.json
    assert holder(license_.pk) is not None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"activation_code": CODE, "company_id": "them"}, "company_id"),
        ({"activation_code": 20}, "activation_code"),
        ({"activation_code": "A" * 301}, "activation_code"),
        ({"key_file": {"name": "a.key"}}, "key_file.content_base64"),
        ({"key_file": "F1E0C0F5.key"}, "key_file"),
    ],
)
def test_what_is_no_request_is_refused_at_its_field(
    us: Client, body: dict[str, Any], field: str
) -> None:
    license_ = make_license()
    answer = us.post("/api/licenses", body)
    assert (answer.status, set(answer.reasons())) == (422, {field})
    assert holder(license_.pk) is None


def test_a_file_of_10_megabytes_is_refused_before_it_is_read(us: Client) -> None:
    content = base64.b64encode(bytes(10_000_000)).decode()
    answer = add(us, key_file={"name": "F1E0C0F5.key", "content_base64": content})
    assert (answer.status, answer.code) == (413, "body_too_large")


def test_adding_and_downloading_need_the_right(cloud: object) -> None:
    """COM-2."""
    owner = make_person(NOW)
    license_ = make_license()
    add(signed_in(owner), activation_code=CODE)
    member = signed_in(make_colleague(owner, NOW, Right.MANAGE_USERS))
    key_file = f"/api/licenses/{license_.pk}/key-file"
    assert add(member, activation_code=CODE).code == "forbidden"
    assert member.get(key_file, product_id="guard-business").code == "forbidden"
    assert member.get("/api/licenses").json["items"][0]["code"] == "7F3KQ-•••••-•••••-•••••"


def test_another_companys_license_and_none_are_the_same_to_the_byte(
    us: Client, them: Client
) -> None:
    """Invariant 1."""
    license_ = make_license()
    add(us, activation_code=CODE)
    for path in ("/api/licenses/{}", "/api/licenses/{}/key-file?product_id=guard-business"):
        theirs, none = them.get(path.format(license_.pk)), them.get(path.format(UNKNOWN))
        assert (theirs.status, theirs.text) == (none.status, none.text)
        assert theirs.code == "not_found"
    assert them.get("/api/licenses").json["items"] == []


def test_nobody_signed_in_sees_nothing(cloud: object) -> None:
    for path in ("/api/licenses", f"/api/licenses/{UNKNOWN}"):
        assert Client().get(path).code == "not_signed_in"
    assert add(Client(), activation_code=CODE).code == "not_signed_in"
