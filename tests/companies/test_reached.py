"""Somebody learns that mail doesn't reach them, and shows that it does again (NOT-3)."""

import pytest

from chalicelib.base import clock
from local.testing import Cloud
from tests.client import Client
from tests.mail.feedback import promised
from tests.mailbox import letters_to, link_in
from tests.proof.operations.people import OWNER, agent, new_password, owner
from tests.proof.operations.reaching import stopped

pytestmark = pytest.mark.usefixtures("cloud")


def test_who_gets_mail_is_told_nothing() -> None:
    """NOT-3: staff neither."""
    assert owner().get("/api/me/mail").json["stopped_for"] is None
    assert agent().get("/api/staff/me/mail").json["stopped_for"] is None


def test_a_test_mail_opens_the_address_again(cloud: Cloud) -> None:
    """NOT-3: it goes out although the address is stopped, and its link works once."""
    browser = owner()
    stopped(cloud, OWNER)
    promised("survey", clock.now(), OWNER)
    cloud.run_jobs()
    told = browser.get("/api/me/mail").json
    assert (told["stopped_for"], told["held"], told["email"]) == ("bounce", 1, OWNER)
    assert browser.post("/api/me/mail/check").status == 202
    token = link_in(letters_to(OWNER, "address_check")[0])
    cloud.run_jobs()
    stranger = Client()
    assert stranger.post("/api/address-checks", {"token": token}).json == {"email": OWNER}
    assert stranger.post("/api/address-checks", {"token": token}).code == "link_used"
    assert browser.get("/api/me/mail").json["stopped_for"] is None


def test_a_new_password_by_mail_opens_it_too(cloud: Cloud) -> None:
    """NOT-3, ACC-6: nobody is locked out by a mailbox that was full of holes."""
    browser = owner()
    stopped(cloud, OWNER)
    assert Client().post("/api/password-resets", {"email": OWNER}).status == 202
    token = link_in(letters_to(OWNER, "password_reset")[0])
    cloud.run_jobs()
    assert Client().post("/api/password-resets/redeem", new_password(token)).status == 200
    assert browser.get("/api/me/mail").status == 401
    assert agent().get("/api/staff/addresses/stopped").json["items"] == []


def test_test_mails_are_few(cloud: Cloud) -> None:
    """NOT-3"""
    browser = owner()
    for _ in range(5):
        assert browser.post("/api/me/mail/check").status == 202
    assert browser.post("/api/me/mail/check").status == 429
