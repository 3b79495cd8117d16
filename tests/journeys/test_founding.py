"""ACC-2, ACC-12: somebody in no company founds one with a license that nobody holds."""

import pytest

from chalicelib.accounts.errors import TooManyAttempts
from chalicelib.accounts.store.accounts import find_account
from chalicelib.audit.model import Entry
from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.journeys.founding import found_company
from chalicelib.journeys.registration import count_try
from chalicelib.journeys.schemas.founding import FoundCompany
from local.testing import Cloud
from tests.builders import make_catalog, make_license, make_person
from tests.checks.store import read_store
from tests.client import Answer, Client
from tests.clockwork import standing_at
from tests.invariants import check_all
from tests.journeys.leaving import browser_of, let_jobs_run, shut
from tests.mailbox import letters_to
from tests.proof.operations.joining import key_file
from tests.proof.operations.people import CODE, OTHER_CODE
from tests.tickets.browsers import form

EMAIL = "ole@westwerk.example"
PATH = "/api/companies"


def _person() -> Client:
    """Somebody in no company, signed in."""
    make_catalog(clock.now())
    return browser_of(make_person(clock.now(), email=EMAIL, company=None))


def _found(browser: Client, code: object = CODE, **changed: object) -> Answer:
    return browser.post(PATH, {"company_name": "Westwerk KG", "activation_code": code} | changed)


def test_the_founder_owns_the_company_and_its_license(cloud: Cloud) -> None:
    """ACC-2: with the session that they have; they can ask for help at once."""
    browser = _person()
    make_license(CODE)
    before = check_all(cloud)
    founded = _found(browser)
    assert founded.status == 201, founded.text
    assert founded.json["name"] == "Westwerk KG"
    me = browser.get("/api/me").json
    assert (me["company"]["id"], me["owner"]) == (founded.json["id"], True)
    (row,) = browser.get("/api/licenses").json["items"]
    assert row["claim"] == "active"
    assert browser.post("/api/tickets", form()).status == 201
    assert letters_to(EMAIL, "company_founded")
    actions = {entry.action for entry in read_store(cloud).of(Entry)}
    assert {"company.created", "license.added", "member.joined"} <= actions
    check_all(cloud, before)


def test_a_key_file_does_as_well(cloud: Cloud) -> None:
    """ACC-1, ACC-2"""
    assert _found(_person(), None, key_file=key_file()).status == 201
    check_all(cloud)


def test_the_vendor_checks_first_where_it_always_does(cloud: Cloud) -> None:
    """LIC-3: the company is there, and its license waits."""
    browser = _person()
    make_license(CODE, needs_check="yes")
    assert _found(browser).status == 201
    assert browser.get("/api/licenses").json["items"][0]["claim"] == "pending"
    check_all(cloud)


def test_after_a_company_was_deleted_its_owner_begins_anew(cloud: Cloud) -> None:
    """COM-9, ACC-2: with the license that it had let go."""
    owner = make_person(clock.now(), email=EMAIL)
    make_catalog(clock.now())
    make_license(CODE)
    added = browser_of(owner).post("/api/licenses", {"activation_code": CODE})
    assert added.status == 201
    assert shut(owner).status == 200
    let_jobs_run(cloud)
    account = find_account(owner.pk)
    assert account is not None
    assert _found(browser_of(account)).status == 201
    check_all(cloud)


@pytest.mark.parametrize(
    ("changed", "reasons"),
    [
        ({"company_name": " "}, {"company_name": {"empty"}}),
        ({"company_name": "W" * 201}, {"company_name": {"too_long"}}),
        ({"activation_code": "XXXX"}, {"activation_code": {"code_malformed"}}),
        ({"activation_code": OTHER_CODE}, {"activation_code": {"code_unknown"}}),
        ({"activation_code": None}, {"activation_code": {"code_or_key_file"}}),
        ({"country": "DE"}, {"country": {"unknown_field"}}),
    ],
)
def test_what_can_not_be_is_refused_by_its_field(
    cloud: Cloud, changed: dict[str, object], reasons: dict[str, set[str]]
) -> None:
    """ACC-2, LIC-2: as in the registration, and nothing has changed."""
    browser = _person()
    make_license(CODE)
    assert _found(browser, **changed).reasons() == reasons
    assert browser.get("/api/me").json["company"] is None
    assert letters_to(EMAIL) == []


def test_a_code_that_a_company_holds_is_refused_and_its_owner_hears_who_tried(
    cloud: Cloud,
) -> None:
    """ACC-2: without naming the company, with the advice to ask for an invitation."""
    holder = make_person(clock.now(), email="eve@suedwerk.example", company="Südwerk AG")
    make_license(CODE)
    browser = _person()
    added = browser_of(holder).post("/api/licenses", {"activation_code": CODE})
    assert added.status == 201
    refused = _found(browser)
    assert refused.reasons() == {"activation_code": {"license_elsewhere"}}
    assert "Südwerk" not in refused.text
    (told,) = letters_to(holder.email, "registration_with_our_code")
    assert told.params["email"] == EMAIL
    check_all(cloud)


def test_who_is_in_a_company_founds_none(cloud: Cloud) -> None:
    """COM-3: an account is in one company only."""
    make_license(CODE)
    browser = browser_of(make_person(clock.now()))
    refused = _found(browser)
    assert (refused.status, refused.code) == (409, "already_in_company")
    assert browser.get("/api/licenses").json["items"] == []


def test_the_same_click_again_gets_the_first_answer(cloud: Cloud) -> None:
    """ACC-2: its first one got lost."""
    browser = _person()
    make_license(CODE)
    body = {"company_name": "Westwerk KG", "activation_code": CODE}
    first, again = (browser.post(PATH, body, key="click") for _ in range(2))
    assert (first.status, first.text) == (again.status, again.text)
    check_all(cloud)


def test_guessing_is_bounded_with_the_registrations(cloud: Cloud) -> None:
    """LIC-10, ACC-2: one count for both ways."""
    browser = _person()
    with standing_at(clock.now()):  # all of it in one window
        tries = range(settings().registrations_per_hour + 1)
        answers = [_found(browser, OTHER_CODE) for _ in tries]
    assert {answer.status for answer in answers[:-1]} == {422}
    assert answers[-1].code == "too_many_attempts"


def test_an_ipv6_network_that_registered_too_often_founds_nothing(cloud: Cloud) -> None:
    """LIC-10, ACC-2: one count for both ways, whichever of its addresses is used."""
    now = clock.now()
    neighbour, founder = (Actor(address=f"2001:db8::{end}") for end in (1, 2))
    for _ in range(settings().registrations_per_hour):
        count_try(neighbour, now)
    data = FoundCompany(company_name="Westwerk KG", activation_code=OTHER_CODE)
    with pytest.raises(TooManyAttempts):
        found_company(founder, data, now, Operation("a try"))
