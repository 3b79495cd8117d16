"""Passkeys, made and shown by a device (ACC-5). The browser's part: tests/browser."""

import pytest

from chalicelib.base import clock
from tests.builders import PASSWORD, make_person
from tests.client import Answer, Client
from tests.factors.device import Device
from tests.factors.people import Secured, add_passkey, new_device, with_passkey
from tests.mailbox import letters_to
from tests.proof.operations.people import browser_of

pytestmark = pytest.mark.usefixtures("cloud")


def _second_step(person: Secured, device: Device, **more: int) -> Answer:
    browser, challenge = person.begin()
    credential = device.show(challenge, **more)
    body = {"challenge": challenge, "credential": credential}
    return browser.post("/api/sessions/second-factor/passkey", body)


def _alone(device: Device) -> Answer:
    browser = Client()
    challenge = browser.post("/api/sessions/passkey/options").json["token"]
    body = {"challenge": challenge, "credential": device.show(challenge)}
    return browser.post("/api/sessions/passkey", body)


def test_a_passkey_is_added_listed_and_told_of() -> None:
    """ACC-5"""
    person = with_passkey()
    assert len(person.codes) == 10
    (row,) = person.browser.get("/api/me/factors").json["passkeys"]
    assert row["name"] == "Laptop"
    assert row["used_on"] is None
    (letter,) = letters_to(person.account.email, "factor_added")
    assert letter.params["label"] == "Laptop"


def test_it_is_the_second_step() -> None:
    """ACC-5: the password's answer leads to those that fit."""
    person = with_passkey()
    assert person.device is not None
    browser, challenge = person.begin()
    offer = browser.post("/api/sessions/second-factor/passkeys", {"challenge": challenge}).json
    assert offer["allowed"] == [person.device.id]
    assert _second_step(person, person.device).json["state"] == "signed_in"


def test_it_signs_in_by_itself() -> None:
    """ACC-5: no address is typed; the device has checked who holds it."""
    person = with_passkey()
    assert person.device is not None
    assert _alone(person.device).json["state"] == "signed_in"


def test_a_device_that_did_not_check_who_holds_it_is_refused() -> None:
    """ACC-5: without that a passkey is one factor only."""
    person = with_passkey()
    assert person.device is not None
    person.device.verified = False
    assert _alone(person.device).code == "passkey_refused"
    assert _second_step(person, person.device).code == "passkey_refused"


def test_a_copy_is_noticed_by_its_count() -> None:
    """ACC-5: a count that does not go on means a second device with the same key."""
    person = with_passkey()
    assert person.device is not None
    assert _second_step(person, person.device, uses=7).status == 200
    assert _second_step(person, person.device, uses=7).code == "passkey_refused"
    assert _second_step(person, person.device, uses=3).code == "passkey_refused"


def test_devices_that_never_count_are_taken() -> None:
    """ACC-5: passkeys that are synchronised always say 0."""
    person = with_passkey()
    assert person.device is not None
    assert _second_step(person, person.device, uses=0).status == 200
    assert _second_step(person, person.device, uses=0).status == 200


@pytest.mark.parametrize("wrong", [{"origin": "https://evil.example"}, {"rp_id": "evil.example"}])
def test_what_was_shown_to_another_site_is_refused(wrong: dict[str, str]) -> None:
    """ACC-5: that is what passkeys are for."""
    person = with_passkey()
    assert person.device is not None
    for name, value in wrong.items():
        setattr(person.device, name, value)
    assert _second_step(person, person.device).code == "passkey_refused"


def test_an_answer_to_another_challenge_is_refused() -> None:
    """ACC-5, invariant 4: a challenge is bound to its account and good once."""
    person = with_passkey()
    assert person.device is not None
    browser, challenge = person.begin()
    _, other = person.begin()
    body = {"challenge": challenge, "credential": person.device.show(other)}
    assert browser.post("/api/sessions/second-factor/passkey", body).code == "passkey_refused"
    good = {"challenge": challenge, "credential": person.device.show(challenge)}
    assert browser.post("/api/sessions/second-factor/passkey", good).status == 200
    assert Client().post("/api/sessions/second-factor/passkey", good).code == "link_used"


def test_another_key_under_a_known_name_is_refused() -> None:
    """ACC-5"""
    person = with_passkey()
    assert person.device is not None
    forged = Device(person.device.credential_id, user_handle=person.account.pk)
    assert _alone(forged).code == "passkey_refused"


def test_a_strangers_passkey_opens_nothing_of_somebody_elses() -> None:
    """ACC-5: the account that it names must have it."""
    person = with_passkey()
    stranger = with_passkey("eve@suedwerk.example")
    assert stranger.device is not None
    stranger.device.user_handle = person.account.pk
    assert _alone(stranger.device).code == "sign_in_failed"
    assert _second_step(person, stranger.device).code == "sign_in_failed"


def test_broken_answers_are_refused_in_words() -> None:
    """ACC-5: what a browser sends can be broken in any way."""
    browser = browser_of(make_person(clock.now()))
    wanted = browser.post("/api/me/passkeys/options", {"password": PASSWORD}).json
    made = new_device().make(wanted)
    for name in ("client_data_json", "attestation_object"):
        body = {"token": wanted["token"], "name": "x", "credential": {**made, name: "AAAA"}}
        assert browser.post("/api/me/passkeys", body).code == "passkey_refused", name


def test_it_is_taken_off_with_the_password() -> None:
    """ACC-5: and told of; another's, or one that is gone, is not found."""
    person = with_passkey()
    assert person.device is not None
    second = new_device()
    assert add_passkey(person.browser, second).json["recovery_codes"] == []
    rows = person.browser.get("/api/me/factors").json["passkeys"]
    path = f"/api/me/passkeys/{rows[0]['id']}/removal"
    assert person.browser.post(path, {"password": PASSWORD}).status == 200
    assert person.browser.post(path, {"password": PASSWORD}).status == 404
    assert _alone(person.device).code == "sign_in_failed"
    assert _alone(second).json["state"] == "signed_in"
    assert len(letters_to(person.account.email, "factor_removed")) == 1


def test_the_same_passkey_is_not_kept_twice() -> None:
    """ACC-5"""
    person = with_passkey()
    assert person.device is not None
    assert add_passkey(person.browser, person.device).status == 409


def test_there_are_ten_at_most() -> None:
    """ACC-5"""
    person = with_passkey()
    for _ in range(9):
        assert add_passkey(person.browser, new_device()).status == 200
    refused = person.browser.post("/api/me/passkeys/options", {"password": PASSWORD})
    assert refused.code == "too_many_passkeys"
