"""NOT-6: tokens of the vendor's systems, through the API."""

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.base.actor import Scope, StaffRole
from chalicelib.tokens import rules, store
from tests.builders import make_catalog, make_staff, make_token, token_id
from tests.client import Client
from tests.clockwork import standing_at
from tests.proof.operations.people import browser_of

pytestmark = pytest.mark.usefixtures("cloud")
PRODUCTS = "/api/orders/v1/products"
ORDERS = "/api/orders/v1/orders"


def supervisor() -> Client:
    return browser_of(make_staff(clock.now(), StaffRole.SUPERVISOR))


def made(browser: Client, **changes: Any) -> Any:
    asked = {"name": "Shop", "scopes": ["catalog:read"], **changes}
    return browser.post("/api/staff/tokens", asked)


def test_a_token_is_told_once_and_opens_what_its_scopes_say() -> None:
    """NOT-6: the list shows what it is for and when it was used, never its text."""
    make_catalog(clock.now())
    browser = supervisor()
    token = made(browser).json["token"]
    system = Client(token=token)
    assert system.get(PRODUCTS).json["products"][0]["id"] == "guard-business"
    refused = system.get(f"{ORDERS}/HS-1")
    assert (refused.status, refused.code) == (403, "scope_missing")
    listed = browser.get("/api/staff/tokens")
    (row,) = listed.json["items"]
    assert (row["name"], row["scopes"], row["living"]) == ("Shop", ["catalog:read"], True)
    assert row["last_used_on"] == clock.now().date().isoformat()
    assert token not in listed.text


def test_a_repeat_of_the_making_gets_the_same_token() -> None:
    """Its answer may get lost on the way: the same operation tells it again, another does not."""
    browser = supervisor()
    asked = {"name": "Shop", "scopes": ["orders:write"]}
    first = browser.post("/api/staff/tokens", asked, key="k").json
    assert browser.post("/api/staff/tokens", asked, key="k").json == first
    assert browser.post("/api/staff/tokens", asked, key="other").json != first


def test_what_is_kept_of_a_token_is_a_hash() -> None:
    token = make_token(clock.now())
    kept = store.find_token(token_id(token))
    assert kept is not None
    parts = rules.read(token)
    assert parts is not None
    assert parts[1] not in str(kept.serialize())


def test_a_revoked_token_is_refused_from_the_next_call_on() -> None:
    make_catalog(clock.now())
    browser, token = supervisor(), make_token(clock.now())
    system = Client(token=token)
    assert system.get(PRODUCTS).status == 200
    path = f"/api/staff/tokens/{token_id(token)}/revocation"
    assert browser.post(path).json["living"] is False
    assert browser.post(path).status == 200
    refused = system.get(PRODUCTS)
    assert (refused.status, refused.code) == (401, "token_refused")
    assert refused.headers["www-authenticate"].startswith("Bearer")


def test_a_token_is_good_to_the_end_of_its_last_day() -> None:
    make_catalog(clock.now())
    with standing_at(clock.now()) as time:
        day = (time.moment + timedelta(days=1)).date().isoformat()
        system = Client(token=made(supervisor(), ends_on=day).json["token"])
        time.pass_by(timedelta(days=1))
        assert system.get(PRODUCTS).status == 200
        time.pass_by(timedelta(days=1))
        assert system.get(PRODUCTS).status == 401


def test_a_last_day_that_is_over_is_refused() -> None:
    refused = made(supervisor(), ends_on="2020-01-01")
    assert refused.reasons() == {"ends_on": {"day_over"}}


@pytest.mark.parametrize(
    "token",
    ["", "x", "kontor__", "kontor_01KAEX5H0M5Y7R3W9V2C4D6F8G_wrong", "kontor_" + "9" * 300],
)
def test_what_is_no_token_is_refused_alike(token: str) -> None:
    headers = {"authorization": f"Bearer {token}"}
    refused = Client().call("GET", PRODUCTS, headers=headers)
    assert (refused.status, refused.code) == (401, "token_refused")


def test_a_good_token_with_another_secret_is_refused() -> None:
    token = make_token(clock.now())
    assert Client(token=token[:-1] + ("A" if token[-1] != "A" else "B")).get(PRODUCTS).status == 401


def test_a_session_opens_nothing_that_wants_a_token() -> None:
    assert supervisor().get(PRODUCTS).code == "token_refused"


def test_a_token_opens_nothing_that_wants_a_session() -> None:
    system = Client(token=make_token(clock.now()))
    assert system.get("/api/staff/tokens").code == "not_signed_in"


def test_a_write_without_an_idempotency_key_is_refused() -> None:
    """LIC-18: a program that retries must say what is a repeat."""
    system = Client(token=make_token(clock.now()))
    refused = system.call("POST", ORDERS, {}, headers={"idempotency-key": ""})
    assert (refused.status, refused.code) == (400, "idempotency_key_missing")


def test_who_keeps_showing_bad_tokens_has_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONTOR_TOKEN_FAILURES_PER_HOUR", "2")
    settings.cache_clear()
    codes = [Client(token="kontor_x").get(PRODUCTS).code for _ in range(3)]
    assert codes == ["token_refused", "token_refused", "too_many_attempts"]


def test_a_token_that_calls_too_often_has_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    make_catalog(clock.now())
    with standing_at(clock.now().replace(second=1)):
        monkeypatch.setenv("KONTOR_TOKEN_CALLS_PER_MINUTE", "1")
        settings.cache_clear()
        system = Client(token=make_token(clock.now(), Scope.CATALOG_READ))
        assert system.get(PRODUCTS).status == 200
        assert system.get(PRODUCTS).code == "too_many_attempts"
