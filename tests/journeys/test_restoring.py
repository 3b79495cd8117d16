"""ACC-11, STF-9: requests of an earlier account become a person's again."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.base import clock
from local.testing import Cloud
from tests.builders import actor_for, make_colleague, make_person
from tests.invariants import check_all
from tests.journeys.desk import application_of, keeper
from tests.journeys.leaving import browser_of, leave, let_jobs_run, shut
from tests.mailbox import letters_to
from tests.tickets.browsers import form
from tests.tickets.builders import accept_statement, head, make_desk, open_one
from tests.tickets.files import send_file

EMAIL = "jonas@nordwerk.example"


@pytest.fixture(autouse=True)
def clock_back() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


def test_who_registers_again_gets_the_history_back_on_request(cloud: Cloud) -> None:
    """ACC-11, STF-9: found by the address, which is stored nowhere."""
    desk = make_desk(clock.now())
    jonas = make_colleague(desk.account, clock.now(), email=EMAIL)
    opened = browser_of(jonas).post("/api/tickets", form()).json
    assert leave(jonas).status == 200
    let_jobs_run(cloud)
    again = make_colleague(desk.account, clock.now(), email=EMAIL.upper())
    browser = keeper()
    path = f"/api/staff/people/{again.pk}"
    (found,) = browser.get(f"{path}/earlier-accounts").json["items"]
    assert (found["account_id"], found["name"], found["movable"]) == (jonas.pk, "", True)
    assert found["companies"] == ["Nordwerk GmbH"]
    before = check_all(cloud)
    move = {"from_account_id": jonas.pk, "evidence": application_of(desk.account)}
    assert browser.post(f"{path}/history", move).status == 202
    let_jobs_run(cloud)
    check_all(cloud, before)
    (mine,) = browser_of(again).get("/api/tickets", author="me").json["items"]
    assert (mine["id"], mine["author"]["name"]) == (opened["id"], "Mara Lind")
    found_by = browser_of(again).get(f"/api/tickets/by-number/{opened['number']}")
    assert found_by.json["id"] == opened["id"]
    assert letters_to(again.email, "history_moved")


def test_the_history_of_a_deleted_company_comes_along(cloud: Cloud) -> None:
    """ACC-11: who was alone in it had to delete the company to leave."""
    desk = make_desk(clock.now())
    opened = open_one(desk.author, clock.now())
    assert shut(desk.account).status == 200
    let_jobs_run(cloud)
    desk.account.refresh()
    assert leave(desk.account).status == 200
    let_jobs_run(cloud)
    again = make_person(clock.now(), email=desk.account.email, company="Nordwerk II")
    accept_statement(again, clock.now())
    code = {"activation_code": "7F3KQ-9XDM2-B8WZ4-RT6YH"}
    assert browser_of(again).post("/api/licenses", code).status == 201
    move = {"from_account_id": desk.account.pk, "evidence": application_of(again)}
    assert keeper().post(f"/api/staff/people/{again.pk}/history", move).status == 202
    let_jobs_run(cloud)
    check_all(cloud)
    ticket = head(opened.id)
    assert (ticket.company_id, ticket.author_id) == (again.company_id, again.pk)
    assert browser_of(again).get(f"/api/tickets/{opened.id}").status == 200


def test_requests_never_go_from_one_living_company_to_another(cloud: Cloud) -> None:
    """STF-9, invariant 1: they are the company's."""
    desk = make_desk(clock.now())
    jonas = make_colleague(desk.account, clock.now(), email=EMAIL)
    number = open_one(actor_for(jonas, clock.now()), clock.now()).number
    eve = make_person(clock.now(), email="eve@suedwerk.example", company="Südwerk AG")
    accept_statement(eve, clock.now())
    browser, path = keeper(), f"/api/staff/people/{eve.pk}"
    (found,) = browser.get(f"{path}/earlier-accounts", number=number).json["items"]
    assert (found["account_id"], found["movable"]) == (jonas.pk, False)
    evidence = {"number": number, "file_id": send_file(desk.author, now=clock.now())}
    move = {"from_account_id": jonas.pk, "evidence": evidence}
    assert browser.post(f"{path}/history", move).code == "history_elsewhere"
    nobody = {"from_account_id": "nobody", "evidence": evidence}
    refused = browser.post(f"{path}/history", nobody)
    assert refused.reasons() == {"from_account_id": {"not_a_choice"}}
