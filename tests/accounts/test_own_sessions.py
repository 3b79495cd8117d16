"""The page of one's own sessions, and the password from the profile (ACC-5, ACC-7)."""

from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.accounts.opening import note_seen
from chalicelib.accounts.store.sessions import end_session, sessions_of
from chalicelib.aws.transactions import Transaction
from chalicelib.base import clock, ids
from chalicelib.base.operation import Operation
from chalicelib.browsers.devices import Device, device_of
from chalicelib.companies.service import authenticate
from chalicelib.entry.call import BROWSER_COOKIE
from tests.builders import make_cookie, make_person
from tests.capacity import counted
from tests.client import Client
from tests.mailbox import letters_to, link_in
from tests.proof.operations.people import agent, browser_of, credentials, new_password

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"
)


@pytest.mark.parametrize(
    ("header", "device"),
    [
        (FIREFOX, Device("Firefox", "Windows")),
        (SAFARI, Device("Safari", "iPhone")),
        (EDGE, Device("Edge", "macOS")),
        ("curl/8.5", Device("", "")),
        ("", Device("", "")),
    ],
)
def test_a_browser_is_named_in_plain_words(header: str, device: Device) -> None:
    """ACC-5"""
    assert device_of(header) == device


def _signed_in(email: str, device: str) -> Client:
    browser = Client()
    headers = {"user-agent": device}
    browser.call("POST", "/api/sessions", credentials(email), headers=headers)
    return browser


@pytest.fixture
def email(cloud: object) -> str:
    return str(make_person(clock.now()).email)


def test_every_browser_is_listed_and_this_one_marked(email: str) -> None:
    """ACC-5: this one first."""
    _signed_in(email, SAFARI)
    here = _signed_in(email, FIREFOX)
    rows = here.get("/api/me/sessions").json["items"]
    assert [(r["browser"], r["system"], r["current"]) for r in rows] == [
        ("Firefox", "Windows", True),
        ("Safari", "iPhone", False),
    ]


def test_one_can_be_ended_and_only_ones_own(email: str) -> None:
    """ACC-5, invariant 1"""
    other, here = _signed_in(email, SAFARI), _signed_in(email, FIREFOX)
    stranger = browser_of(make_person(clock.now(), email="eve@suedwerk.example"))
    there = here.get("/api/me/sessions").json["items"][1]["id"]
    assert stranger.delete(f"/api/me/sessions/{there}").status == 404
    assert here.delete(f"/api/me/sessions/{there}").status == 204
    assert other.get("/api/me").status == 401
    assert here.delete(f"/api/me/sessions/{there}").status == 404
    assert here.get("/api/me").status == 200


def test_signing_out_everywhere_ends_this_one_too(email: str) -> None:
    """ACC-5"""
    other, here = _signed_in(email, SAFARI), _signed_in(email, FIREFOX)
    assert here.delete("/api/me/sessions").status == 204
    assert here.cookies.keys() == {BROWSER_COOKIE}
    assert other.get("/api/me").status == 401
    again = _signed_in(email, FIREFOX)
    assert len(again.get("/api/me/sessions").json["items"]) == 1


def test_the_password_is_changed_by_the_same_mailed_link(email: str) -> None:
    """ACC-7: asked for from the profile."""
    here = _signed_in(email, FIREFOX)
    assert here.post("/api/me/password-link").status == 202
    (letter,) = letters_to(email, "password_reset")
    done = Client().post("/api/password-resets/redeem", new_password(link_in(letter)))
    assert done.status == 200
    assert here.get("/api/me").status == 401


@pytest.mark.usefixtures("cloud")
def test_staff_see_and_end_theirs_too() -> None:
    """STF-1, ACC-5"""
    browser = agent()
    assert len(browser.get("/api/staff/me/sessions").json["items"]) == 1
    assert browser.post("/api/staff/me/password-link").status == 202
    (letter,) = letters_to("agent@vendor.example", "password_reset")
    assert letter.params["url"]["page"] == "/console/reset-password"
    assert browser.delete("/api/staff/me/sessions").status == 204
    assert browser.get("/api/staff/me").status == 401


@pytest.mark.usefixtures("cloud")
def test_it_is_kept_when_a_session_was_last_used_once_an_hour() -> None:
    """ACC-5: a write an hour, whatever is asked."""
    person = make_person(NOW)
    cookie = make_cookie(person, NOW)
    used = NOW + timedelta(minutes=70)
    for now, writes in (
        (NOW + timedelta(minutes=59), 0),
        (used, 1),
        (used + timedelta(minutes=59), 0),
        (used + timedelta(minutes=61), 1),
    ):
        with counted() as costs:
            assert authenticate(cookie, staff=False, now=now).account_id == person.pk
        assert costs.calls == ["BatchGetItem", *["UpdateItem"] * writes]
    (session,) = sessions_of(person.pk)
    assert session.seen_at == used + timedelta(minutes=61)


def test_what_was_used_last_stands_first(email: str) -> None:
    """ACC-5"""
    _signed_in(email, SAFARI)
    here = _signed_in(email, FIREFOX)
    first, second = here.get("/api/me/sessions").json["items"]
    assert first["current"]
    assert first["seen_at"] >= first["began_at"] >= second["seen_at"] == second["began_at"]


@pytest.mark.usefixtures("cloud")
def test_using_a_session_that_has_just_ended_does_not_bring_it_back() -> None:
    """Invariant 11"""
    person = make_person(NOW)
    make_cookie(person, NOW)
    (session,) = sessions_of(person.pk)
    change = Transaction(Operation(ids.token()), NOW)
    end_session(change, person.pk, session.sk.removeprefix("session#"))
    change.commit()
    note_seen(session, NOW + timedelta(hours=2))
    assert sessions_of(person.pk) == []
