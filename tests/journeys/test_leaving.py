"""ACC-10, ACC-11, ACC-13, COM-4, COM-6: somebody leaves for good."""

import base64
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.accounts.model import Account
from chalicelib.audit.model import Entry
from chalicelib.base import clock
from chalicelib.base.actor import Right
from chalicelib.journeys.model import Departure
from chalicelib.tickets.store import tickets
from local.testing import Cloud
from tests.builders import PASSWORD, actor_for, make_colleague, make_person
from tests.checks.full import let_pass
from tests.checks.store import read_store
from tests.client import Client
from tests.clockwork import standing_at
from tests.invariants import check_all
from tests.journeys.leaving import (
    YES,
    browser_of,
    deletion_token,
    leave,
    let_jobs_run,
)
from tests.mailbox import letters_to
from tests.tickets.browsers import form
from tests.tickets.builders import accept_statement, make_desk, open_one
from tests.tickets.files import send_file

EMAIL = "jonas@nordwerk.example"


@pytest.fixture(autouse=True)
def clock_back() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


def _leaver(*rights: Right) -> tuple[Account, Account]:
    """The owner of a company with a license, and a colleague who will leave."""
    desk = make_desk(clock.now())
    jonas = make_colleague(desk.account, clock.now(), *rights, email=EMAIL)
    jonas.update([Account.first_name.set("Jonas"), Account.last_name.set("Kirchberger-Voss")])
    accept_statement(jonas, clock.now())
    return desk.account, jonas


def test_who_leaves_is_gone_at_once_and_the_company_keeps_its_requests(cloud: Cloud) -> None:
    """ACC-10, ACC-13: the visible change does not wait for the jobs."""
    owner, jonas = _leaver()
    old, company = browser_of(jonas), browser_of(owner)
    ticket_id = old.post("/api/tickets", form()).json["id"]
    assert leave(jonas).status == 200
    assert old.get("/api/me").code == "not_signed_in"
    assert Client().post("/api/sessions", {"email": EMAIL, "password": PASSWORD}).status == 401
    let_jobs_run(cloud)
    shown = company.get(f"/api/tickets/{ticket_id}").json
    assert shown["author"]["name"] == "Deleted user"
    assert shown["messages"][0]["author"]["name"] == "Deleted user"
    assert shown["subject"] == form()["subject"]
    assert company.get("/api/tickets").json["items"][0]["author"]["name"] == "Deleted user"
    company.language = "de"
    assert company.get(f"/api/tickets/{ticket_id}").json["author"]["name"] == "Gelöschter Benutzer"
    check_all(cloud)


def test_nothing_personal_is_left_anywhere(cloud: Cloud) -> None:
    """ACC-13: no table, no bucket, no letter names the person; answers kept for repeats end
    by themselves.
    """
    owner, jonas = _leaver(Right.MANAGE_TICKETS, Right.INVITE_USERS)
    now = clock.now()
    others = open_one(actor_for(owner, now), now).id
    browser = browser_of(jonas)
    browser.post("/api/tickets", form())
    browser.post(f"/api/tickets/{others}/messages", {"text": "I saw it, too.", "files": []})
    loose = send_file(actor_for(jonas, now), now=now)
    invited = {"lines": ["ada@nordwerk.example"], "language": "en"}
    assert browser.post("/api/company/invitations", invited).status in {200, 201}, invited
    assert browser.put("/api/me/notices", {"unwanted": ["surveys"]}).status == 200
    Client().post("/api/password-resets", {"email": EMAIL})
    cloud.run_jobs()
    assert leave(jonas).status == 200
    let_jobs_run(cloud)
    store = check_all(cloud)
    for table, rows in store.raw.items():
        if table != "kontor-operations":
            text = json.dumps(rows, ensure_ascii=False)
            for word in ("Jonas", "Kirchberger", EMAIL):
                assert word not in text, (table, word)
    assert loose not in store.objects
    (departure,) = store.of(Departure)
    assert departure.pk == jonas.pk
    assert departure.email is None


def test_the_link_needs_the_password_and_guessing_is_bounded(cloud: Cloud) -> None:
    """ACC-10: wrong, wrong again, and too often."""
    _, jonas = _leaver()
    token = deletion_token(jonas)
    shown = Client().post("/api/account-deletions/inspect", {"token": token}).json
    assert (shown["email"], shown["company_name"], shown["owner"]) == (
        EMAIL, "Nordwerk GmbH", False,
    )  # fmt: skip
    wrong = {"token": token, "password": "Zugvogel#88morgen"}
    with standing_at(clock.now()):  # all of it in one window
        answers = [Client().post("/api/account-deletions", wrong) for _ in range(11)]
    assert answers[0].reasons() == {"password": {"password_wrong"}}
    assert answers[-1].code == "too_many_attempts"
    assert browser_of(jonas).get("/api/me").status == 200


def test_a_link_works_once_and_ends(cloud: Cloud) -> None:
    """ACC-10: after seven days, after its use, and after a new password it is dead."""
    _, jonas = _leaver()
    token = deletion_token(jonas)
    again = deletion_token(jonas)
    assert leave(jonas).status == 200
    body = {"token": again, "password": PASSWORD}
    assert Client().post("/api/account-deletions", body).code == "link_unknown"
    assert Client().post("/api/account-deletions", body | {"token": "x.y"}).code == "link_unknown"
    other = make_person(clock.now(), email="eve@suedwerk.example", company=None)
    late = deletion_token(other)
    let_pass(days=7)
    body["token"] = late
    assert Client().post("/api/account-deletions", body).code == "link_expired"
    assert token


def test_a_click_that_is_repeated_gets_the_first_answer(cloud: Cloud) -> None:
    """ACC-10: the answer got lost; with another key the link is spent."""
    _, jonas = _leaver()
    body = {"token": deletion_token(jonas), "password": PASSWORD}
    for _ in range(2):
        assert Client().post("/api/account-deletions", body, key="click").status == 200
    assert Client().post("/api/account-deletions", body).code == "link_used"


def test_the_owner_stays(cloud: Cloud) -> None:
    """ACC-10, COM-1: not by asking, not by a link from before."""
    owner, jonas = _leaver()
    assert browser_of(owner).post("/api/me/deletion", YES).code == "owner_stays"
    assert browser_of(jonas).post("/api/me/deletion", {"confirm": False}).status == 422
    assert browser_of(jonas).post("/api/me/deletion", {}).reasons() == {"confirm": {"missing"}}


def test_those_who_manage_users_are_told_and_so_is_the_person(cloud: Cloud) -> None:
    """COM-4: but not who is limited to another branch."""
    owner, jonas = _leaver()
    manager = make_colleague(
        owner, clock.now(), Right.MANAGE_USERS, email="manager@nordwerk.example"
    )
    assert leave(jonas).status == 200
    for told in (owner, manager):
        (letter,) = letters_to(told.email, "colleague_deleted")
        assert letter.params["who"] == "Jonas Kirchberger-Voss"
    assert letters_to(EMAIL, "account_deleted")[0].params["own"]


def test_a_manager_of_users_deletes_a_colleague(cloud: Cloud) -> None:
    """COM-6: not themselves, not the owner, nobody of another company, and nobody twice."""
    owner, jonas = _leaver()
    manager = make_colleague(
        owner, clock.now(), Right.MANAGE_USERS, email="manager@nordwerk.example"
    )
    powerful = make_colleague(
        owner, clock.now(), Right.MANAGE_LICENSES, email="power@nordwerk.example"
    )
    stranger = make_person(clock.now(), email="eve@suedwerk.example", company="Südwerk AG")
    browser = browser_of(manager)

    def delete(account: Account) -> str:
        answer = browser.post(f"/api/company/users/{account.pk}/deletion", YES)
        return answer.code or str(answer.status)

    assert delete(jonas) == "200"
    assert delete(jonas) == "not_found"
    assert delete(stranger) == "not_found"
    assert delete(manager) == "own_rights"
    assert delete(owner) == "owner_rights"
    assert delete(powerful) == "not_yours_to_grant"
    assert not letters_to(EMAIL, "account_deleted")[0].params["own"]
    let_jobs_run(cloud)
    check_all(cloud)


def test_registering_again_brings_nothing_back(cloud: Cloud) -> None:
    """ACC-11: the address is free, and the new account knows nothing of the old one."""
    owner, jonas = _leaver()
    browser_of(jonas).post("/api/tickets", form())
    assert leave(jonas).status == 200
    again = make_colleague(owner, clock.now(), email=EMAIL)
    assert browser_of(again).get("/api/tickets").json["items"] == []
    let_jobs_run(cloud)
    assert browser_of(again).get("/api/me").status == 200
    assert browser_of(again).get("/api/tickets").json["items"] == []
    check_all(cloud)


def test_many_requests_are_gone_over_in_several_runs(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SCH-4: a run that ends in the middle is gone on with."""
    monkeypatch.setenv("KONTOR_JOB_ITEMS", "25")
    from local.testing import forget_deployment

    forget_deployment()
    _, jonas = _leaver()
    actor = actor_for(jonas, clock.now())
    opened = [open_one(actor, clock.now()).id for _ in range(30)]
    assert leave(jonas).status == 200
    let_jobs_run(cloud)
    heads = [tickets.find_ticket(ticket_id) for ticket_id in opened]
    assert {head.card.author_name for head in heads if head} == {""}


def test_entries_name_nobody(cloud: Cloud) -> None:
    """STF-12, ACC-13: the log keeps who it was as an id alone."""
    owner, jonas = _leaver()
    assert leave(jonas).status == 200
    entries = [entry for entry in read_store(cloud).of(Entry) if entry.subject == jonas.pk]
    assert {entry.actor_id for entry in entries} <= {jonas.pk, owner.pk}
    assert "account.deleted" in {entry.action for entry in entries}


def test_everything_stored_about_me_comes_as_json(cloud: Cloud) -> None:
    """ACC-13: in parts, without any secret."""
    owner, jonas = _leaver()
    browser = browser_of(jonas)
    number = browser.post("/api/tickets", form()).json["number"]
    part = browser.post("/api/me/export", {"after": None}).json
    assert part["next_after"] is None
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(part["content_base64"]))) as archive:
        person = json.loads(archive.read("person.json"))
        (request,) = json.loads(archive.read("requests.json"))
    assert person["account"]["email"] == EMAIL
    assert person["company"]["name"] == "Nordwerk GmbH"
    assert {session["device"] for session in person["sessions"]} == {"Firefox"}
    assert (request["number"], request["opened_by_me"]) == (number, True)
    assert request["messages"][0]["text"] == form()["description"]
    assert jonas.password_hash not in json.dumps(person)
    assert owner.email not in json.dumps([person, request])
