"""An authenticator app, from the QR code to taking it off (ACC-5)."""

import pytest
from pyotp import TOTP, parse_uri

from chalicelib.accounts.store.accounts import find_account
from chalicelib.base import clock
from tests.builders import PASSWORD, make_person
from tests.checks.full import let_pass
from tests.client import Client
from tests.clockwork import standing_at
from tests.factors.people import add_app, with_app
from tests.mailbox import letters_to
from tests.proof.operations.people import browser_of, credentials

pytestmark = pytest.mark.usefixtures("cloud")


def test_an_app_is_kept_once_its_code_confirms_it() -> None:
    """ACC-5: the QR code names vendor and person; ten recovery codes are shown."""
    account = make_person(clock.now())
    browser = browser_of(account)
    offer = browser.post("/api/me/authenticator/offer", {"password": PASSWORD}).json
    app = parse_uri(offer["uri"])
    assert (app.secret, app.name) == (offer["secret"], account.email)
    assert find_account(account.pk).totp_secret is None  # type: ignore[union-attr]
    shown = {"token": offer["token"], "code": TOTP(offer["secret"]).at(clock.now())}
    codes = browser.post("/api/me/authenticator", shown).json["recovery_codes"]
    assert len(set(codes)) == 10
    factors = browser.get("/api/me/factors").json
    assert (factors["authenticator"], factors["recovery_codes_left"]) == (True, 10)
    assert len(letters_to(account.email, "factor_added")) == 1


def test_a_wrong_code_keeps_nothing() -> None:
    """ACC-5: the refusal names the field."""
    browser = browser_of(make_person(clock.now()))
    offer = browser.post("/api/me/authenticator/offer", {"password": PASSWORD}).json
    refused = browser.post("/api/me/authenticator", {"token": offer["token"], "code": "000000"})
    assert refused.reasons() == {"code": {"code_wrong"}}
    assert not browser.get("/api/me/factors").json["authenticator"]


@pytest.mark.parametrize(("given", "reason"), [(None, "missing"), ("guess", "password_wrong")])
def test_nothing_begins_without_the_password(given: str | None, reason: str) -> None:
    """ACC-5: a browser that was left open must not lock its owner out."""
    browser = browser_of(make_person(clock.now()))
    for path in ("authenticator/offer", "passkeys/options", "authenticator/removal"):
        refused = browser.post(f"/api/me/{path}", {"password": given})
        assert refused.reasons() == {"password": {reason}}, path


def test_the_first_factor_signs_other_browsers_out_and_not_this_one() -> None:
    """ACC-5: they were let in by the password alone."""
    account = make_person(clock.now())
    other, browser = browser_of(account), browser_of(account)
    add_app(browser)
    assert other.get("/api/me").status == 401
    assert browser.get("/api/me").status == 200


def test_signing_in_takes_the_apps_code_then() -> None:
    """ACC-5"""
    person = with_app()
    browser, challenge = person.begin()
    let_pass(seconds=30)
    answer = {"challenge": challenge, "code": TOTP(person.secret).at(clock.now())}
    assert browser.post("/api/sessions/second-factor", answer).json["state"] == "signed_in"


def test_the_code_that_confirmed_it_does_not_sign_in_too() -> None:
    """ACC-5: each code works once."""
    with standing_at(clock.now()):  # the app shows one code all the time
        person = with_app()
        browser, challenge = person.begin()
        answer = {"challenge": challenge, "code": TOTP(person.secret).at(clock.now())}
        assert browser.post("/api/sessions/second-factor", answer).code == "sign_in_failed"


def test_taken_off_with_the_password_it_is_asked_for_no_more() -> None:
    """ACC-5: the recovery codes go with the last factor, and the person is told."""
    person = with_app()
    assert (
        person.browser.post("/api/me/authenticator/removal", {"password": PASSWORD}).status == 200
    )
    factors = person.browser.get("/api/me/factors").json
    assert (factors["authenticator"], factors["recovery_codes_left"]) == (False, 0)
    signed_in = Client().post("/api/sessions", credentials(person.account.email))
    assert signed_in.json["state"] == "signed_in"
    (letter,) = letters_to(person.account.email, "factor_removed")
    assert letter.params["last"]


def test_an_offer_is_for_its_account_alone() -> None:
    """ACC-5, invariant 4: another's token is no token."""
    one = browser_of(make_person(clock.now()))
    offer = one.post("/api/me/authenticator/offer", {"password": PASSWORD}).json
    other = browser_of(make_person(clock.now(), email="eve@suedwerk.example"))
    shown = {"token": offer["token"], "code": TOTP(offer["secret"]).at(clock.now())}
    assert other.post("/api/me/authenticator", shown).code == "not_found"


def test_a_second_app_is_refused() -> None:
    """ACC-5: the first one would stop to work in silence."""
    person = with_app()
    refused = person.browser.post("/api/me/authenticator/offer", {"password": PASSWORD})
    assert refused.code == "factor_there"
