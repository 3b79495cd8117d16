"""ACC-5, invariant 11: the session's cookie, how it comes, and when it is good for nothing."""

import re
from datetime import timedelta

import pytest

from chalicelib.accounts.model import Account, Session
from chalicelib.aws.settings import settings
from chalicelib.base.ids import digest
from chalicelib.entry.call import BROWSER_COOKIE, CUSTOMER_COOKIE, STAFF_COOKIE
from tests.builders import PASSWORD
from tests.client import Answer, Client
from tests.world.people import Who, address_of, dismiss, set_new_password
from tests.world.samples import SAMPLES, routes, send
from tests.world.world import World

FLAGS = ("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
SIGN_INS = {
    "POST /api/sessions": CUSTOMER_COOKIE,
    "POST /api/sessions/second-factor": CUSTOMER_COOKIE,
    "POST /api/staff/sessions/second-factor": STAFF_COOKIE,
    **{
        f"POST {base}/sessions/{way}": cookie
        for base, cookie in (("/api", CUSTOMER_COOKIE), ("/api/staff", STAFF_COOKIE))
        for way in ("passkey", "second-factor/passkey", "second-factor/recovery")
    },
}
SIGN_OUTS = {
    "DELETE /api/sessions/current": (Who.OWNER, CUSTOMER_COOKIE),
    "DELETE /api/staff/sessions/current": (Who.AGENT, STAFF_COOKIE),
    "DELETE /api/me/sessions": (Who.OWNER, CUSTOMER_COOKIE),
    "DELETE /api/staff/me/sessions": (Who.AGENT, STAFF_COOKIE),
}


def cookie_line(answer: Answer) -> str:
    """The session's one Set-Cookie line; beside it can stand what the browser is known by."""
    lines = [str(line) for line in answer.headers["set-cookie"]]
    (session,) = [line for line in lines if not line.startswith(BROWSER_COOKIE)]
    return session


def value_in(answer: Answer) -> str:
    return cookie_line(answer).partition(";")[0].partition("=")[2]


@pytest.mark.parametrize(("key", "name"), SIGN_INS.items())
def test_the_cookie_is_for_this_host_alone_and_no_script_reads_it(
    key: str, name: str, world: World
) -> None:
    """`__Host-` asks of the browser: Secure, Path=/, and no Domain."""
    answer = send(Client(), routes()[key], SAMPLES[key](world))
    value, *attributes = cookie_line(answer).split("; ")
    assert value.startswith(f"{name}=")
    seconds = settings().session_days * 24 * 3600
    assert sorted(attributes) == sorted([*FLAGS, f"Max-Age={seconds}"])


@pytest.mark.parametrize("key", SIGN_INS)
def test_what_the_browser_is_known_by_is_kept_as_safely_and_no_longer_than_a_cookie_can_be(
    key: str, world: World
) -> None:
    answer = send(Client(), routes()[key], SAMPLES[key](world))
    (line,) = [one for one in answer.headers["set-cookie"] if one.startswith(BROWSER_COOKIE)]
    seconds = settings().known_browser_days * 24 * 3600
    assert sorted(line.split("; ")[1:]) == sorted([*FLAGS, f"Max-Age={seconds}"])


@pytest.mark.parametrize(("key", "whose"), SIGN_OUTS.items())
def test_signing_out_takes_the_cookie_away_as_it_was_given(
    key: str, whose: tuple[Who, str], world: World
) -> None:
    who, name = whose
    answer = send(world.browser(who), routes()[key], SAMPLES[key](world))
    value, *attributes = cookie_line(answer).split("; ")
    assert value == f"{name}="
    assert sorted(attributes) == sorted([*FLAGS, "Max-Age=0"])


def test_nothing_else_sets_a_cookie(world: World) -> None:
    for key, route in routes().items():
        if key in SIGN_INS or key in SIGN_OUTS:
            continue
        for who in (Who.NOBODY, Who.AUTHOR, Who.OWNER, Who.AGENT):
            answer = send(world.browser(who), route, SAMPLES[key](world))
            assert "set-cookie" not in answer.headers, key
            world.begin_anew()


@pytest.mark.parametrize("key", SIGN_INS)
def test_each_sign_in_has_a_secret_of_its_own_and_ends_the_session_before(
    key: str, world: World
) -> None:
    """A session id cannot be planted: what the browser had is not taken over, and is over."""
    browser, route = Client(), routes()[key]
    side = "/api/staff/me" if SIGN_INS[key] == STAFF_COOKIE else "/api/me"
    seen: list[str] = []
    for _ in range(2):
        seen.append(value_in(send(browser, route, SAMPLES[key](world))))
        assert browser.get(side).status == 200
        world.clock.pass_by(timedelta(seconds=30))  # for the next code of the authenticator
    parts = [value.split(".") for value in seen]
    assert (
        len({secret for *_, secret in parts}) == len({session for _, _, session, _ in parts}) == 2
    )
    assert all(re.fullmatch(r"[\w-]{32,}={0,2}", secret) for *_, secret in parts)
    before = Client(cookies={SIGN_INS[key]: seen[0]})
    assert (before.get(side).status, before.get(side).code) == (401, "not_signed_in")
    assert browser.get(side).status == 200


def test_the_secret_stands_nowhere(world: World) -> None:
    """Only its hash is kept."""
    answer = send(Client(), routes()["POST /api/sessions"], SAMPLES["POST /api/sessions"](world))
    account_id, _, session_id, secret = value_in(answer).split(".")
    kept = Session.get(account_id, f"session#{session_id}")
    assert kept.secret_hash == digest(secret)


def is_out(browser: Client) -> bool:
    answer = browser.get("/api/me")
    return (answer.status, answer.code) == (401, "not_signed_in")


def test_a_session_is_dead_after_sign_out_a_new_password_and_the_accounts_end(
    world: World,
) -> None:
    """In every browser for the last two; with the session's item still there."""
    email = address_of(Who.MEMBER)
    browsers = [Client() for _ in range(3)]
    for browser in browsers:
        assert browser.post("/api/sessions", {"email": email, "password": PASSWORD}).status == 200
    stolen = Client(cookies=dict(browsers[0].cookies))
    assert browsers[0].delete("/api/sessions/current").status == 204
    assert is_out(stolen)
    assert not is_out(browsers[1])
    set_new_password(email, world.clock.moment)
    assert is_out(browsers[1])
    assert is_out(browsers[2])
    owner = world.browser(Who.OWNER)
    assert not is_out(owner)
    Account(pk=world.people.accounts[Who.OWNER].pk, sk="account").delete()
    assert is_out(owner)


def test_a_session_of_somebody_who_left_opens_nothing_of_the_company(world: World) -> None:
    """COM-6: at the next request."""
    browser = world.browser(Who.TICKETS)
    assert browser.get(f"/api/tickets/{world.things.ticket_id}").status == 200
    dismiss(world.people.accounts[Who.TICKETS])
    assert browser.get(f"/api/tickets/{world.things.ticket_id}").code == "no_company"
    assert browser.get("/api/me").json["company"] is None


def test_a_session_ends_by_the_clock(world: World) -> None:
    """ACC-5, SCH-1: whatever the browser keeps, and with the item still there."""
    browser = Client()
    sent = {"email": address_of(Who.MEMBER), "password": PASSWORD}
    value = value_in(browser.post("/api/sessions", sent))
    account_id, _, session_id, _ = value.split(".")
    ends = Session.get(account_id, f"session#{session_id}").ends_at
    world.clock.moment = ends - timedelta(seconds=1)
    assert not is_out(browser)
    world.clock.stop_at(ends)
    assert is_out(browser)
    assert Session.get(account_id, f"session#{session_id}")
