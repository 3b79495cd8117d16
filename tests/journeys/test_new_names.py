"""ACC-9, COM-6: people go by the name that they have now, wherever they wrote."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.accounts.model import Account
from chalicelib.base import clock
from chalicelib.base.actor import Right
from chalicelib.journeys.model import Renaming
from chalicelib.mail.model import Letter
from local.testing import Cloud
from tests.builders import actor_for, make_colleague
from tests.checks.store import read_store
from tests.client import Client
from tests.invariants import check_all
from tests.journeys.leaving import browser_of, leave, let_jobs_run
from tests.recoveries.asking import at_desk
from tests.tickets.builders import Desk, end, head, make_desk, open_one, say

NEW = {"first_name": "Jona", "last_name": "Öztürk", "country": "DE", "branch": None}
NAME = "Jona Öztürk"


@pytest.fixture(autouse=True)
def clock_back() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


def _company() -> tuple[Desk, Account]:
    """A desk, and a colleague of its customer's who answers others' requests and invites."""
    desk = make_desk(clock.now())
    rights = (Right.MANAGE_TICKETS, Right.INVITE_USERS)
    return desk, make_colleague(desk.account, clock.now(), *rights)


def _rename(account: Account, **changed: str) -> None:
    answer = browser_of(account).put("/api/me/data", NEW | changed)
    assert answer.status == 200, answer.text


def _reply(account: Account, ticket_id: str) -> None:
    said = {"text": "I saw it, too.", "files": []}
    assert browser_of(account).post(f"/api/tickets/{ticket_id}/messages", said).status == 201


def _told(cloud: Cloud) -> list[str]:
    """The letters that there are, but for those that tell of the browsers of these tests."""
    letters = sorted(letter.template for letter in read_store(cloud).of(Letter))
    return [template for template in letters if template != "new_sign_in"]


def _speakers(staff: Client, ticket_id: str) -> list[str]:
    shown = staff.get(f"/api/staff/tickets/{ticket_id}").json
    return [message["author"]["name"] for message in shown["messages"]]


def _authors(staff: Client) -> dict[str, str]:
    rows = staff.get("/api/staff/tickets", queue="all_open").json["items"]
    return {row["id"]: row["author"]["name"] for row in rows}


def test_the_new_name_stands_on_every_request(cloud: Cloud) -> None:
    """ACC-9: in lists, on what is closed, on each message; for its readers nothing has happened."""
    desk, jonas = _company()
    actor, staff = actor_for(jonas, clock.now()), at_desk()
    mine, closed, others = (open_one(who, clock.now()).id for who in (actor, actor, desk.author))
    say(desk.agent, mine, "question", clock.now())
    _reply(jonas, others)
    end(desk.agent, closed, now=clock.now())
    before, told = head(mine).updated_at, _told(cloud)
    _rename(jonas)
    let_jobs_run(cloud)
    assert _authors(staff) == {mine: NAME, others: desk.account.name}
    assert _speakers(staff, mine) == [NAME, desk.agent.name]
    assert _speakers(staff, others) == [desk.account.name, NAME]
    assert staff.get(f"/api/staff/tickets/{closed}").json["author"]["name"] == NAME
    assert browser_of(desk.account).get(f"/api/tickets/{mine}").json["author"]["name"] == NAME
    assert (head(mine).updated_at, _told(cloud)) == (before, told)
    assert not read_store(cloud).of(Renaming)
    check_all(cloud)


def test_so_it_does_when_who_manages_users_changes_it(cloud: Cloud) -> None:
    """COM-6, and an invitation tells by whom under the name of today."""
    desk, jonas = _company()
    invited = {"lines": ["ada@nordwerk.example"], "language": "en"}
    assert browser_of(jonas).post("/api/company/invitations", invited).status in {200, 201}
    ticket_id = open_one(actor_for(jonas, clock.now()), clock.now()).id
    owner, path = browser_of(desk.account), f"/api/company/users/{jonas.pk}"
    assert owner.patch(path, NEW | {"version": 0}).json["last_name"] == "Öztürk"
    let_jobs_run(cloud)
    assert _authors(at_desk()) == {ticket_id: NAME}
    (invitation,) = owner.get("/api/company/invitations").json["items"]
    assert invitation["invited_by"] == NAME
    check_all(cloud)


def test_requests_that_do_not_name_the_person_are_not_touched(cloud: Cloud) -> None:
    """ACC-9: nor is anything, where another country is all that is new."""
    desk, jonas = _company()
    others = open_one(desk.author, clock.now()).id
    before = head(others).revision
    _rename(jonas, first_name=jonas.first_name, last_name=jonas.last_name, country="SE")
    assert not read_store(cloud).of(Renaming)
    _rename(jonas)
    let_jobs_run(cloud)
    assert head(others).revision == before


def test_what_was_being_written_gets_the_new_name_too(cloud: Cloud) -> None:
    """ACC-9: it was sent under the old one; the last round comes when nothing can be late."""
    _, jonas = _company()
    late = actor_for(jonas, clock.now())
    _rename(jonas)
    cloud.run_jobs()
    ticket_id = open_one(late, clock.now()).id
    assert _authors(at_desk()) == {ticket_id: jonas.name}
    let_jobs_run(cloud)
    assert _authors(at_desk()) == {ticket_id: NAME}
    check_all(cloud)


def test_of_two_names_the_last_one_stays(cloud: Cloud) -> None:
    """ACC-9: there and back again, while the first is being carried on."""
    _, jonas = _company()
    ticket_id = open_one(actor_for(jonas, clock.now()), clock.now()).id
    for last_name in ("Öztürk", "Yıldız", "Öztürk"):
        _rename(jonas, last_name=last_name)
        cloud.run_jobs()
    let_jobs_run(cloud)
    assert _speakers(at_desk(), ticket_id) == [NAME]
    check_all(cloud)


def test_more_than_fits_into_a_run_is_gone_on_with(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ACC-9, SCH-4: a run stops after a page; the next one goes on from there."""
    _, jonas = _company()
    actor = actor_for(jonas, clock.now())
    for _ in range(27):
        open_one(actor, clock.now())
    monkeypatch.setenv("KONTOR_JOB_ITEMS", "25")
    _rename(jonas)
    cloud.worker.deliver()
    assert sorted(_authors(at_desk()).values()).count(NAME) == 25
    let_jobs_run(cloud)
    assert set(_authors(at_desk()).values()) == {NAME}
    check_all(cloud)


def test_who_leaves_with_a_new_name_is_named_nowhere(cloud: Cloud) -> None:
    """ACC-13: whichever of the two is carried out first."""
    _, jonas = _company()
    ticket_id = open_one(actor_for(jonas, clock.now()), clock.now()).id
    _rename(jonas)
    assert leave(jonas).status == 200
    let_jobs_run(cloud)
    assert _speakers(at_desk(), ticket_id) == ["Deleted user"]
    assert not read_store(cloud).of(Renaming)
    check_all(cloud)
