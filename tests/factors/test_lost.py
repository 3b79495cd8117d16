"""The way back for customers who lost their second factor: slow, told of, and open to objection."""

import pytest
from pyotp import TOTP

from chalicelib.accounts.store.accounts import find_account
from chalicelib.aws.link_tokens import token_of
from chalicelib.base import clock
from tests.builders import PASSWORD, make_staff
from tests.checks.full import let_pass
from tests.client import Client
from tests.factors.people import Secured, with_app, with_passkey
from tests.mailbox import letters_to, link_in
from tests.proof.operations.people import credentials, new_password

pytestmark = pytest.mark.usefixtures("cloud")
LOST = "/api/sessions/second-factor/lost"


def _asked(person: Secured) -> dict[str, str]:
    """Ask; the tokens of the letter's two links by their names."""
    browser, challenge = person.begin()
    assert browser.post(LOST, {"challenge": challenge}).status == 202
    letter = letters_to(person.account.email, "factor_removal_asked")[-1]
    return {name: token_of(letter.params[name]["link"]) for name in ("url", "objection")}


def _redeem(token: str, password: str = PASSWORD) -> str:
    body = {"token": token, "password": password}
    answer = Client().post("/api/factor-removals/redeem", body)
    return "" if answer.status == 200 else answer.code


def test_after_the_waiting_time_the_link_and_the_password_take_it_off() -> None:
    """ACC-5: every browser is signed out, passkeys and codes are gone, the person is told."""
    person = with_passkey()
    token = _asked(person)["url"]
    seen = Client().post("/api/factor-removals/inspect", {"token": token}).json
    assert (seen["email"], seen["ready"]) == (person.account.email, False)
    assert _redeem(token) == "too_early"
    let_pass(hours=73)
    assert Client().post("/api/factor-removals/inspect", {"token": token}).json["ready"]
    assert _redeem(token, "guess") == "invalid"
    assert _redeem(token) == ""
    assert _redeem(token) == "link_used"
    assert person.browser.get("/api/me").status == 401
    signed_in = Client().post("/api/sessions", credentials(person.account.email))
    assert signed_in.json["state"] == "signed_in"
    assert len(letters_to(person.account.email, "factors_dropped")) == 1


def test_an_objection_by_link_ends_it() -> None:
    """ACC-5"""
    person = with_app()
    tokens = _asked(person)
    objected = {"token": tokens["objection"]}
    assert Client().post("/api/factor-removals/objection", objected).status == 200
    let_pass(hours=73)
    assert _redeem(tokens["url"]) == "link_used"
    assert Client().post("/api/factor-removals/objection", objected).code == "link_used"


def test_whoever_is_signed_in_sees_it_and_can_object() -> None:
    """ACC-5"""
    person = with_app()
    token = _asked(person)["url"]
    assert person.browser.get("/api/me/factors").json["removal_from"]
    assert person.browser.post("/api/me/factors/objection").status == 200
    assert person.browser.get("/api/me/factors").json["removal_from"] is None
    assert person.browser.post("/api/me/factors/objection").status == 404
    let_pass(hours=73)
    assert _redeem(token) == "link_used"


def test_whoever_uses_the_factor_has_not_lost_it() -> None:
    """ACC-5: signing in with it ends the wish."""
    person = with_app()
    token = _asked(person)["url"]
    browser, challenge = person.begin()
    let_pass(seconds=30)
    code = TOTP(person.secret).at(clock.now())
    answer = {"challenge": challenge, "code": code}
    assert browser.post("/api/sessions/second-factor", answer).status == 200
    assert find_account(person.account.pk).factor_removal is None  # type: ignore[union-attr]
    let_pass(hours=73)
    assert _redeem(token) == "link_used"


def test_a_new_password_ends_it() -> None:
    """ACC-5: whoever asked knew the old one."""
    person = with_app()
    token = _asked(person)["url"]
    Client().post("/api/password-resets", {"email": person.account.email})
    reset = link_in(letters_to(person.account.email, "password_reset")[0])
    assert Client().post("/api/password-resets/redeem", new_password(reset)).status == 200
    let_pass(hours=73)
    assert _redeem(token) == "link_used"


def test_asked_again_the_waiting_begins_anew() -> None:
    """ACC-5: only the last link is good."""
    person = with_app()
    first = _asked(person)["url"]
    let_pass(hours=48)
    second = _asked(person)["url"]
    let_pass(hours=48)
    assert _redeem(first) == "link_used"
    assert _redeem(second) == "too_early"


def test_staff_have_no_such_way() -> None:
    """ACC-5: a supervisor takes it off."""
    make_staff(clock.now())
    asked = Client().post("/api/staff/sessions", credentials("agent@vendor.example")).json
    refused = Client().post(LOST, {"challenge": asked["challenge"]})
    assert refused.code == "sign_in_failed"
