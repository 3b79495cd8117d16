"""STF-8: requests go by the name that their company has now."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.base import clock
from chalicelib.journeys.model import Renaming
from local.testing import Cloud
from tests.builders import actor_for
from tests.checks.store import read_store
from tests.client import Client
from tests.invariants import check_all
from tests.journeys.desk import application_of, keeper
from tests.journeys.leaving import browser_of, let_jobs_run
from tests.tickets.builders import Desk, end, make_desk, open_one

NEW = "Ostwerk SE"


@pytest.fixture(autouse=True)
def clock_back() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


def _rename(staff: Client, desk: Desk, application: dict[str, str], name: str = NEW) -> None:
    path = f"/api/staff/companies/{desk.author.company_id}"
    version = staff.get(path).json["version"]
    answer = staff.patch(path, {"name": name, "version": version, "evidence": application})
    assert answer.status == 200, answer.text


def _queue(staff: Client) -> dict[str, str]:
    rows = staff.get("/api/staff/tickets", queue="all_open").json["items"]
    return {row["id"]: row["company"]["name"] for row in rows}


def test_staff_see_the_new_name_on_every_request(cloud: Cloud) -> None:
    """STF-2, STF-3, STF-8: in the queue, on the page, and on what is closed; nothing else moves."""
    desk, staff = make_desk(clock.now()), keeper()
    closed = open_one(desk.author, clock.now()).id
    end(desk.agent, closed, now=clock.now())
    application = application_of(desk.account)
    before = browser_of(desk.account).get("/api/tickets").json["items"]
    _rename(staff, desk, application)
    let_jobs_run(cloud)
    assert set(_queue(staff).values()) == {NEW}
    assert staff.get(f"/api/staff/tickets/{closed}").json["company"]["name"] == NEW
    assert browser_of(desk.account).get("/api/tickets").json["items"] == before
    assert not read_store(cloud).of(Renaming)
    check_all(cloud)


def test_a_request_that_was_being_opened_gets_the_new_name_too(cloud: Cloud) -> None:
    """STF-8: it was asked for under the old one; the last round comes when nothing can be late."""
    desk, staff = make_desk(clock.now()), keeper()
    late = actor_for(desk.account, clock.now())
    _rename(staff, desk, application_of(desk.account))
    cloud.run_jobs()
    ticket_id = open_one(late, clock.now()).id
    assert _queue(staff)[ticket_id] != NEW
    let_jobs_run(cloud)
    assert _queue(staff)[ticket_id] == NEW
    check_all(cloud)


def test_of_two_names_the_last_one_stays(cloud: Cloud) -> None:
    """STF-8: the second comes while the first is being carried out."""
    desk, staff = make_desk(clock.now()), keeper()
    application = application_of(desk.account)
    _rename(staff, desk, application)
    cloud.run_jobs()
    _rename(staff, desk, application, "Westwerk KG")
    let_jobs_run(cloud)
    assert set(_queue(staff).values()) == {"Westwerk KG"}
    check_all(cloud)
