"""COM-9: the owner deletes the company account."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.base import clock
from chalicelib.companies.store import companies
from chalicelib.journeys.model import Closure
from chalicelib.licenses.store import licenses
from chalicelib.tickets.model.ticket import Status
from local.testing import Cloud
from tests.builders import PASSWORD, actor_for, make_colleague, make_person
from tests.checks.store import read_store
from tests.client import Client
from tests.invariants import check_all
from tests.journeys.leaving import YES, browser_of, company_token, leave, let_jobs_run, shut
from tests.mailbox import letters_to
from tests.tickets.browsers import form
from tests.tickets.builders import accept_statement, end, head, make_desk, open_one
from tests.tickets.files import send_file

EMAIL = "jonas@nordwerk.example"


@pytest.fixture(autouse=True)
def clock_back() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


def test_a_deleted_company_lets_everything_go(cloud: Cloud) -> None:
    """COM-9: licenses are free, people are without company, open requests are cancelled."""
    desk = make_desk(clock.now())
    jonas = make_colleague(desk.account, clock.now(), email=EMAIL)
    accept_statement(jonas, clock.now())
    theirs = actor_for(jonas, clock.now())
    opened = open_one(theirs, clock.now()).id
    closed = open_one(theirs, clock.now()).id
    end(desk.agent, closed, "close", clock.now())
    loose = send_file(theirs, now=clock.now())
    browsers = browser_of(desk.account), browser_of(jonas)
    before = check_all(cloud)
    assert shut(desk.account).status == 200
    for browser in browsers:
        assert browser.get("/api/me").code == "not_signed_in"
    let_jobs_run(cloud)
    store = check_all(cloud, before)
    assert head(opened).status == Status.CANCELLED_BY_USER
    assert head(closed).status == Status.CLOSED
    assert loose not in store.objects
    (closure,) = store.of(Closure)
    assert closure.done_at
    assert letters_to(EMAIL, "company_deleted")
    assert letters_to(EMAIL, "ticket_company_closed")
    jonas.refresh()
    again = browser_of(jonas)
    assert again.get("/api/me").json["company"] is None
    assert again.post("/api/tickets", form()).code == "no_company"
    assert leave(jonas).status == 200
    let_jobs_run(cloud)
    assert head(opened).card.author_name == ""
    check_all(cloud)


def test_its_licenses_can_be_added_by_others(cloud: Cloud) -> None:
    """COM-9: at once, as far as the jobs have come."""
    desk = make_desk(clock.now())
    (license_id,) = licenses.ids_of_company(desk.author.company_id, 10)
    other = make_person(clock.now(), email="eve@suedwerk.example", company="Südwerk AG")
    assert shut(desk.account).status == 200
    let_jobs_run(cloud)
    code = {"activation_code": "7F3KQ-9XDM2-B8WZ4-RT6YH"}
    assert browser_of(other).post("/api/licenses", code).status == 201
    found = licenses.find_license(license_id)
    assert found is not None
    assert found.company_id == other.company_id
    check_all(cloud)


def test_the_owner_alone_can_and_needs_the_password(cloud: Cloud) -> None:
    """COM-1, COM-9: not a colleague, not a link from before the company was handed on."""
    desk = make_desk(clock.now())
    jonas = make_colleague(desk.account, clock.now(), email=EMAIL)
    assert browser_of(jonas).post("/api/company/deletion", YES).code == "forbidden"
    token = company_token(desk.account)
    shown = Client().post("/api/company-deletions/inspect", {"token": token}).json
    assert (shown["company_name"], shown["licenses"]) == ("Nordwerk GmbH", 1)
    wrong = {"token": token, "password": "Zugvogel#88morgen"}
    refused = Client().post("/api/company-deletions", wrong)
    assert refused.reasons() == {"password": {"password_wrong"}}
    company = companies.find_company(desk.author.company_id)
    assert company is not None
    company.owner_id = jonas.pk
    company.save()
    right = {"token": token, "password": PASSWORD}
    assert Client().post("/api/company-deletions", right).code == "link_used"
    assert not read_store(cloud).of(Closure)


def test_deleting_twice_is_once(cloud: Cloud) -> None:
    """COM-9: the lost answer comes again, another click finds the link spent."""
    desk = make_desk(clock.now())
    body = {"token": company_token(desk.account), "password": PASSWORD}
    for _ in range(2):
        assert Client().post("/api/company-deletions", body, key="click").status == 200
    assert Client().post("/api/company-deletions", body).code == "link_used"
    let_jobs_run(cloud)
    check_all(cloud)
