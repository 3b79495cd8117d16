"""COM-1, COM-8, STF-8: staff change a company's name, branches and owner."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.audit.model import Entry
from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from local.testing import Cloud
from tests.builders import make_colleague, make_person
from tests.checks.store import read_store
from tests.client import Answer
from tests.invariants import check_all
from tests.journeys.desk import application_of, keeper
from tests.journeys.leaving import YES, browser_of, leave
from tests.mailbox import letters_to
from tests.tickets.builders import make_desk
from tests.tickets.files import send_file

EMAIL = "jonas@nordwerk.example"


@pytest.fixture(autouse=True)
def clock_back() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


def test_the_desk_hands_a_company_over(cloud: Cloud) -> None:
    """COM-8, COM-1: exactly one owner before and after; both are told; the old one may leave."""
    desk = make_desk(clock.now())
    jonas = make_colleague(desk.account, clock.now(), email=EMAIL)
    application = application_of(desk.account)
    before = check_all(cloud)
    path = f"/api/staff/companies/{desk.author.company_id}"
    answer = keeper().patch(path, {"owner_id": jonas.pk, "version": 0, "evidence": application})
    assert answer.status == 200, answer.text
    check_all(cloud, before)
    assert browser_of(jonas).get("/api/me").json["owner"]
    assert not browser_of(desk.account).get("/api/me").json["owner"]
    for account in (jonas, desk.account):
        assert letters_to(account.email, "owner_changed")
    (entry,) = [e for e in read_store(cloud).of(Entry) if e.action == "company.owner_changed"]
    assert entry.details["ticket_number"] == application["number"]
    assert leave(desk.account).status == 200
    assert browser_of(jonas).post("/api/me/deletion", YES).code == "owner_stays"


def test_the_desk_changes_name_and_branches(cloud: Cloud) -> None:
    """STF-8: the company is found under its new name."""
    desk = make_desk(clock.now())
    browser, path = keeper(), f"/api/staff/companies/{desk.author.company_id}"
    change = {"name": "Ostwerk SE", "branches": ["Berlin", "Graz"], "version": 0}
    sent = change | {"evidence": application_of(desk.account)}
    assert browser.patch(path, sent).status == 200
    shown = browser.get(path).json
    assert (shown["name"], shown["branches"]) == ("Ostwerk SE", ["Berlin", "Graz"])
    assert browser.get("/api/staff/companies", q="ostw").json["items"][0]["name"] == "Ostwerk SE"
    assert letters_to(desk.account.email, "company_changed")
    check_all(cloud)


def test_what_can_not_be_is_refused_with_its_reason(cloud: Cloud) -> None:
    """STF-8: each field says why."""
    desk = make_desk(clock.now())
    jonas = make_colleague(desk.account, clock.now(), email=EMAIL)
    eve = make_person(clock.now(), email="eve@suedwerk.example", company="Südwerk AG")
    browser, path = keeper(), f"/api/staff/companies/{desk.author.company_id}"
    application = application_of(desk.account)

    def tried(**change: object) -> Answer:
        return browser.patch(path, {"evidence": application, "version": 0, **change})

    assert tried(owner_id=eve.pk).reasons() == {"owner_id": {"not_a_choice"}}
    assert tried(owner_id=desk.account.pk).reasons() == {"owner_id": {"not_a_choice"}}
    assert tried(branches=["Graz", "GRAZ"]).reasons() == {"branches.1": {"branch_twice"}}
    wrong = {"number": "261122-ZZZZZZ", "file_id": application["file_id"]}
    refused = tried(owner_id=jonas.pk, evidence=wrong)
    assert refused.reasons() == {"evidence.number": {"request_unknown"}}
    strange = {**application, "file_id": send_file(desk.author, now=clock.now())}
    refused = tried(owner_id=jonas.pk, evidence=strange)
    assert refused.reasons() == {"evidence.file_id": {"file_unknown"}}
    files = browser.get(f"{path}/evidence", number=application["number"].lower()).json
    assert [file["name"] for file in files["files"]] == ["application.pdf"]
    agent = keeper(StaffRole.AGENT)
    change = {"evidence": application, "name": "X", "version": 0}
    assert agent.patch(path, change).code == "forbidden"
