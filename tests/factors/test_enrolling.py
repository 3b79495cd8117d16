"""Staff without a second factor set one up before anything else (ACC-5, STF-1)."""

import pytest

from chalicelib.entry.access import Audience
from chalicelib.entry.http import ALL_ROUTES
from tests.builders import PASSWORD
from tests.client import Client
from tests.factors.people import add_app, add_passkey, bare_staff, new_device
from tests.proof.operations.people import agent, credentials

pytestmark = pytest.mark.usefixtures("cloud")
OPEN = {
    "DELETE /api/staff/sessions/current",
    "GET /api/staff/me",
    "PATCH /api/staff/me",
    "GET /api/staff/me/factors",
    "POST /api/staff/me/authenticator",
    "POST /api/staff/me/authenticator/offer",
    "POST /api/staff/me/passkeys",
    "POST /api/staff/me/passkeys/options",
}


def test_only_setting_one_up_is_open() -> None:
    """ACC-5: every staff route there is refuses, save those."""
    import app  # noqa: F401 - declares them all

    staff = [route for route in ALL_ROUTES if route.access.audience is Audience.STAFF]
    assert {f"{r.method} {r.path}" for r in staff if r.access.enrolling} == OPEN
    _, browser = bare_staff()
    for route in staff:
        if not route.access.enrolling:
            answer = browser.call(route.method, route.path, {} if route.takes else None)
            assert answer.code in {"second_factor_needed", "forbidden"}, route.path


def test_the_first_sign_in_leads_to_setting_one_up() -> None:
    """STF-1: the password alone opens a session that can do nothing else."""
    account, _ = bare_staff()
    browser = Client()
    signed_in = browser.post("/api/staff/sessions", credentials(account.email))
    assert signed_in.json["state"] == "signed_in"
    assert browser.get("/api/staff/me").json["enrolling"]
    assert browser.get("/api/staff/queues").code == "second_factor_needed"
    answer, _ = add_app(browser, "/api/staff")
    assert len(answer.json["recovery_codes"]) == 10
    assert browser.get("/api/staff/queues").status == 200
    again = Client().post("/api/staff/sessions", credentials(account.email))
    assert again.json["state"] == "second_factor"


def test_a_passkey_does_as_well() -> None:
    """ACC-5: and the password is not asked again for the first one."""
    _, browser = bare_staff()
    wanted = browser.post("/api/staff/me/passkeys/options", {}).json
    made = {"token": wanted["token"], "name": "Key", "credential": new_device().make(wanted)}
    assert browser.post("/api/staff/me/passkeys", made).status == 200
    assert browser.get("/api/staff/queues").status == 200


def test_two_who_know_the_password_do_not_both_get_in() -> None:
    """ACC-5: whoever set up the first factor signs the other out."""
    account, one = bare_staff()
    other = Client()
    other.post("/api/staff/sessions", credentials(account.email))
    add_app(one, "/api/staff")
    assert other.get("/api/staff/me").status == 401


def test_staff_keep_their_last_factor() -> None:
    """ACC-5: another one first."""
    browser = agent()
    path = "/api/staff/me/authenticator/removal"
    assert browser.post(path, {"password": PASSWORD}).code == "factor_needed"
    add_passkey(browser, new_device(), "/api/staff")
    assert browser.post(path, {"password": PASSWORD}).status == 200
