"""Recovery codes: each good once, for when the factor is lost (ACC-5)."""

import pytest

from chalicelib.factors.store import find_recovery_codes
from tests.builders import PASSWORD
from tests.factors.people import Secured, with_app
from tests.mailbox import letters_to

pytestmark = pytest.mark.usefixtures("cloud")
PATH = "/api/sessions/second-factor/recovery"


def _try(person: Secured, code: str) -> str:
    browser, challenge = person.begin()
    answer = browser.post(PATH, {"challenge": challenge, "code": code})
    return answer.json["state"] if answer.status == 200 else answer.code


def test_a_code_signs_in_once_and_the_person_is_told() -> None:
    """ACC-5"""
    person = with_app()
    assert _try(person, person.codes[0]) == "signed_in"
    assert _try(person, person.codes[0]) == "sign_in_failed"
    (letter,) = letters_to(person.account.email, "recovery_code_used")
    assert letter.params["left"] == 9
    assert person.browser.get("/api/me/factors").json["recovery_codes_left"] == 9


def test_spaces_case_and_dashes_are_forgiven() -> None:
    """ACC-5: codes are typed from paper."""
    person = with_app()
    assert _try(person, f" {person.codes[0].lower().replace('-', ' ')} ") == "signed_in"


def test_what_is_kept_is_hashes() -> None:
    """ACC-5: whoever reads the table has no codes."""
    person = with_app()
    kept = find_recovery_codes(person.account.pk)
    assert kept is not None
    assert len(kept.hashes) == 10
    assert not set(person.codes) & set(kept.hashes)


def test_new_codes_make_the_former_ones_void() -> None:
    """ACC-5: shown once more, by the password."""
    person = with_app()
    renewed = person.browser.post("/api/me/recovery-codes", {"password": PASSWORD})
    codes = renewed.json["recovery_codes"]
    assert not set(codes) & set(person.codes)
    assert _try(person, person.codes[0]) == "sign_in_failed"
    assert _try(person, codes[0]) == "signed_in"


def test_a_repeat_shows_the_same_codes() -> None:
    """Who never heard the answer must not lose their codes."""
    person = with_app()
    body = {"password": PASSWORD}
    first = person.browser.post("/api/me/recovery-codes", body, key="one intent")
    again = person.browser.post("/api/me/recovery-codes", body, key="one intent")
    assert first.text == again.text


def test_guessing_is_bounded() -> None:
    """ACC-5: as for the app's codes, at one account from one source."""
    person = with_app()
    browser, challenge = person.begin()
    guess = {"challenge": challenge, "code": "AAAA-BBBB-CCCC-DDDD"}
    found = [browser.post(PATH, guess).code for _ in range(11)]
    assert found == ["sign_in_failed"] * 10 + ["too_many_attempts"]
