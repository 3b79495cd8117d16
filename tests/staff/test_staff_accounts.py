"""Staff accounts, managed by supervisors (STF-1)."""

import pytest

from chalicelib.accounts.store.accounts import STAFF, find_by_email
from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from chalicelib.mail.store.zones import zone_of
from tests.builders import make_staff
from tests.client import Client
from tests.factors.people import add_app
from tests.mailbox import letters_to
from tests.proof.operations.people import browser_of, credentials, new_password
from tests.proof.operations.vendors_people import (
    BASE,
    BOSS,
    GUEST,
    OTHER,
    WISH,
    boss,
    invited,
    other,
    token_for,
)

pytestmark = pytest.mark.usefixtures("cloud")


def _join(token: str) -> int:
    return Client().post("/api/staff/invitations/redeem", new_password(token)).status


def test_from_the_invitation_to_the_first_request() -> None:
    """STF-1: mail link, password, second factor, and only then the console."""
    chief = boss()
    token = token_for(invited(chief))
    assert len(letters_to(GUEST, "staff_invited")) == 1
    seen = Client().post("/api/staff/invitations/inspect", {"token": token})
    assert seen.json["email"] == GUEST
    assert _join(token) == 200
    assert _join(token) == 410
    newcomer = Client()
    typed = {"email": GUEST, "password": new_password("")["password"]}
    assert newcomer.post("/api/staff/sessions", typed).json["state"] == "signed_in"
    assert newcomer.get("/api/staff/queues").code == "second_factor_needed"
    offer = newcomer.post("/api/staff/me/authenticator/offer", {}).json
    assert offer["secret"]
    rows = {row["email"]: row for row in chief.get(BASE).json["items"]}
    assert (rows[GUEST]["state"], rows[GUEST]["secured"]) == ("active", False)
    assert (rows[BOSS]["role"], rows[BOSS]["secured"]) == ("supervisor", True)


@pytest.mark.parametrize(
    ("browsers", "kept"), [("Europe/Zurich", "Europe/Zurich"), ("Moon/Tranquillity", "")]
)
def test_who_joins_reads_times_where_their_browser_is(browsers: str, kept: str) -> None:
    """STF-1, ACC-8: on pages and in letters, until they choose otherwise."""
    joining = new_password(token_for(invited(boss()))) | {"zone": browsers}
    assert Client().post("/api/staff/invitations/redeem", joining).status == 200
    account = find_by_email(GUEST, STAFF)
    assert account
    assert account.zone == (kept or None)
    assert zone_of(GUEST) == kept


def test_the_list_serves_everybody_and_tells_agents_no_secrets() -> None:
    """STF-1, STF-3: names to give a request to."""
    boss()
    agent = browser_of(other())
    rows = agent.get(BASE).json["items"]
    assert [row["secured"] for row in rows] == [None, None]
    for path in ("invitation", "deactivation", "factor-reset"):
        assert agent.post(f"{BASE}/{rows[0]['id']}/{path}").status == 403


def test_a_withdrawn_or_renewed_invitation_is_void() -> None:
    """STF-1, invariant 4"""
    chief = boss()
    guest = invited(chief)
    first = token_for(guest)
    assert chief.post(f"{BASE}/{guest}/invitation").status == 200
    assert _join(first) == 410
    second = token_for(guest)
    assert chief.delete(f"{BASE}/{guest}/invitation").status == 200
    assert _join(second) == 410
    assert chief.post(BASE, WISH).status == 201


def test_nobody_is_invited_twice() -> None:
    """STF-1: nor anybody who is staff."""
    chief = boss()
    invited(chief)
    for email in (GUEST, BOSS.upper()):
        refused = chief.post(BASE, WISH | {"email": email})
        assert refused.reasons() == {"email": {"already_staff"}}


def test_sent_away_they_are_out_and_stay_out() -> None:
    """STF-1: sessions die; let back in, they sign in as before."""
    chief, account = boss(), other()
    agent = browser_of(account)
    assert chief.post(f"{BASE}/{account.pk}/deactivation").status == 200
    assert agent.get("/api/staff/me").status == 401
    typed = credentials(OTHER)
    assert Client().post("/api/staff/sessions", typed).code == "sign_in_failed"
    assert chief.post(f"{BASE}/{account.pk}/reactivation").status == 200
    assert Client().post("/api/staff/sessions", typed).json["state"] == "second_factor"


def test_a_role_holds_from_the_next_request_on() -> None:
    """STF-1"""
    chief, account = boss(), other()
    agent = browser_of(account)
    assert agent.post(BASE, WISH).status == 403
    chief.put(f"{BASE}/{account.pk}/role", {"role": "supervisor"})
    assert agent.get("/api/staff/me").json["role"] == "supervisor"
    assert agent.post(BASE, WISH).status == 201


def test_a_lost_factor_is_taken_off_and_set_up_anew() -> None:
    """ACC-5: by a supervisor, and told to the person."""
    chief, account = boss(), other()
    agent = browser_of(account)
    assert chief.post(f"{BASE}/{account.pk}/factor-reset").status == 200
    assert agent.get("/api/staff/me").status == 401
    assert len(letters_to(OTHER, "factors_dropped")) == 1
    again = Client()
    again.post("/api/staff/sessions", credentials(OTHER))
    assert again.get("/api/staff/me").json["enrolling"]
    assert add_app(again, "/api/staff")[0].status == 200


def test_nobody_does_it_to_themselves() -> None:
    """STF-1"""
    account = make_staff(clock.now(), StaffRole.SUPERVISOR, email=BOSS)
    chief = browser_of(account)
    for path in ("deactivation", "factor-reset", "password-link"):
        assert chief.post(f"{BASE}/{account.pk}/{path}").code == "not_yourself"
    refused = chief.put(f"{BASE}/{account.pk}/role", {"role": "agent"})
    assert refused.code == "not_yourself"


def test_two_supervisors_can_not_both_send_each_other_away() -> None:
    """STF-1: somebody is left; here the second one's session is over anyway."""
    one = make_staff(clock.now(), StaffRole.SUPERVISOR, email=BOSS)
    two = make_staff(clock.now(), StaffRole.SUPERVISOR, email=OTHER)
    first, second = browser_of(one), browser_of(two)
    assert first.put(f"{BASE}/{two.pk}/role", {"role": "agent"}).status == 200
    assert second.put(f"{BASE}/{one.pk}/role", {"role": "agent"}).status == 403
