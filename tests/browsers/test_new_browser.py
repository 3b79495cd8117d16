"""A letter for a sign-in in a browser that was not used before (ACC-5)."""

from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.accounts.service import open_session
from chalicelib.aws.browser_tokens import browser_token, is_browser_token
from chalicelib.aws.settings import settings
from chalicelib.base import clock, ids
from chalicelib.base.actor import NOBODY, Actor
from chalicelib.base.operation import Operation
from chalicelib.browsers.store import browsers_of
from chalicelib.entry.call import BROWSER_COOKIE, CUSTOMER_COOKIE
from tests.builders import make_person, make_staff
from tests.capacity import counted
from tests.client import Client
from tests.mailbox import letters_to
from tests.proof.operations.people import credentials

pytestmark = pytest.mark.usefixtures("cloud")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"


def _told(email: str) -> int:
    return len(letters_to(email, "new_sign_in"))


def _sign_in(browser: Client, email: str) -> None:
    headers = {"user-agent": FIREFOX}
    assert browser.call("POST", "/api/sessions", credentials(email), headers=headers).status == 200


def test_the_first_sign_in_is_no_news_and_another_browser_is() -> None:
    email = make_person(clock.now()).email
    first, second = Client(), Client()
    _sign_in(first, email)
    _sign_in(first, email)
    assert _told(email) == 0
    _sign_in(second, email)
    (letter,) = letters_to(email, "new_sign_in")
    assert (letter.params["browser"], letter.params["system"]) == ("Firefox", "Windows")
    assert letter.params["url"] == {"page": "/account/security"}
    _sign_in(second, email)
    _sign_in(first, email)
    assert _told(email) == 1


def test_signing_out_leaves_the_browser_known() -> None:
    email = make_person(clock.now()).email
    _sign_in(Client(), email)
    browser = Client()
    _sign_in(browser, email)
    assert browser.delete("/api/me/sessions").status == 204
    assert browser.cookies.keys() == {BROWSER_COOKIE}
    _sign_in(browser, email)
    assert _told(email) == 1


def test_a_browser_signed_out_from_afar_is_news_when_it_comes_back() -> None:
    """Who signs a device out on the page of their devices does not want it there."""
    email = make_person(clock.now()).email
    own, strange = Client(), Client()
    _sign_in(own, email)
    _sign_in(strange, email)
    there = own.get("/api/me/sessions").json["items"][1]["id"]
    assert own.delete(f"/api/me/sessions/{there}").status == 204
    _sign_in(strange, email)
    assert _told(email) == 2


def test_each_account_knows_the_browser_for_itself_and_by_another_name() -> None:
    """Nothing that is stored says that two accounts are used in one browser."""
    people = [make_person(clock.now(), email=f"{n}@nordwerk.example") for n in "ab"]
    shared = Client()
    for person in people:
        _sign_in(Client(), person.email)
        _sign_in(shared, person.email)
        assert _told(person.email) == 1
    names = [{known.sk for known in browsers_of(person.pk)} for person in people]
    assert not names[0] & names[1]


@pytest.mark.parametrize("planted", ["x", ".", "01KA.forged", "01KA.fö", "x" * 5000])
def test_only_a_token_of_ours_is_taken(planted: str) -> None:
    """Nobody can choose the token that a browser is known by."""
    email = make_person(clock.now()).email
    _sign_in(Client(), email)
    browser = Client(cookies={BROWSER_COOKIE: planted})
    _sign_in(browser, email)
    assert _told(email) == 1
    assert is_browser_token(browser.cookies[BROWSER_COOKIE])
    assert not is_browser_token(planted)


def test_the_token_opens_nothing() -> None:
    person = make_person(clock.now())
    token = browser_token("01KAZZZZZZZZZZZZZZZZZZZZZZ")
    forged = f"{person.pk}.{person.company_id}.{token}"
    assert Client(cookies={CUSTOMER_COOKIE: forged}).get("/api/me").status == 401


def test_a_browser_is_forgotten_when_its_time_is_over() -> None:
    person = make_person(NOW)
    kept = Actor(browser=browser_token("01KAZZZZZZZZZZZZZZZZZZZZZZ"))

    def sign_in(now: datetime, actor: Actor = kept) -> None:
        open_session(actor, person, FIREFOX, now, Operation(ids.token()))

    later = NOW + timedelta(days=settings().known_browser_days)
    sign_in(NOW)
    sign_in(later - timedelta(seconds=1))
    assert _told(person.email) == 0
    sign_in(later + timedelta(days=settings().known_browser_days))
    assert _told(person.email) == 1


def test_it_costs_one_round_trip_more() -> None:
    person = make_person(NOW)
    for _ in range(2):
        with counted() as costs:
            open_session(NOBODY, person, FIREFOX, NOW, Operation(ids.token()))
        assert costs.calls == ["BatchGetItem", "TransactWriteItems"]
        assert costs.units <= 2 + 20
    assert _told(person.email) == 1


def test_staff_are_led_to_their_own_page() -> None:
    """STF-1"""
    staff = make_staff(NOW)
    for _ in range(2):
        open_session(NOBODY, staff, FIREFOX, NOW, Operation(ids.token()))
    (letter,) = letters_to(staff.email, "new_sign_in")
    assert letter.params["url"] == {"page": "/console/account/security"}
