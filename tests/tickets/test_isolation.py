"""Invariant 1: nobody reads, changes or infers what is another company's, or another side's."""

import pytest

from chalicelib.base import clock
from chalicelib.base.actor import Actor, Right
from chalicelib.companies.model import Member
from chalicelib.entry.call import CUSTOMER_COOKIE, STAFF_COOKIE
from tests.builders import actor_for, make_colleague, make_cookie, make_person
from tests.client import Answer, Client
from tests.tickets.browsers import agent, colleague, customer, form, make, stranger
from tests.tickets.builders import accept_statement, make_desk
from tests.tickets.files import send_file

pytestmark = pytest.mark.usefixtures("cloud")
UNKNOWN = "01ARZ3NDEKTSV4RRFFQ69G5FAV"


def asked_for(browser: Client, ticket_id: str, file_id: str) -> list[Answer]:
    """Everything that names a request in its path."""
    path = f"/api/tickets/{ticket_id}"
    return [
        browser.get(path),
        browser.get(f"{path}/files/{file_id}/download"),
        browser.post(f"{path}/messages", {"text": "Hi", "files": []}),
        browser.post(f"{path}/close"),
    ]


def test_a_foreign_request_and_an_absent_one_give_the_same_bytes() -> None:
    """Invariant 1: in every path; to another company as to a colleague without the right."""
    desk = make_desk(clock.now())
    key = send_file(desk.author, now=clock.now())
    foreign = customer(desk).post("/api/tickets", form(files=[key])).json
    for other in (stranger(), colleague(desk)):
        theirs = asked_for(other, foreign["id"], key)
        none = asked_for(other, UNKNOWN, "no-such-file")
        assert [answer.text for answer in theirs] == [answer.text for answer in none]
        assert {answer.status for answer in theirs} == {404}
        found, absent = (
            other.get(f"/api/tickets/by-number/{number}")
            for number in (foreign["number"], "261122-000000")
        )
        assert found.text == absent.text


def test_foreign_ids_in_a_form_and_absent_ones_give_the_same_bytes() -> None:
    """Invariant 1: in each field of the body."""
    desk = make_desk(clock.now())
    key = send_file(desk.author, now=clock.now())
    foreign = customer(desk).post("/api/tickets", form()).json
    other, jonas = stranger(), colleague(desk)
    for who, field, theirs, absent in (
        (other, "product_id", "guard-business", "no-such-product"),
        (jonas, "related_ticket_id", foreign["id"], UNKNOWN),
        (jonas, "files", [key], ["no-such-file"]),
    ):
        here = who.post("/api/tickets", form(**{field: theirs}))
        nowhere = who.post("/api/tickets", form(**{field: absent}))
        assert (here.status, here.text) == (422, nowhere.text)
        assert set(here.reasons()) == {"files.0" if field == "files" else field}


def test_a_foreign_file_in_a_reply_is_as_one_that_is_none() -> None:
    """Invariant 1: another person's, another company's, and one of the other side."""
    desk, browser, ticket_id = make()
    keys = [
        send_file(desk.agent, now=clock.now()),
        send_file(other_company(), now=clock.now()),
        "no-such-file",
    ]
    answers = [
        browser.post(f"/api/tickets/{ticket_id}/messages", {"text": "Hi", "files": [key]})
        for key in keys
    ]
    assert {answer.text for answer in answers} == {answers[-1].text}
    assert {answer.status for answer in answers} == {422}


def other_company() -> Actor:
    account = make_person(clock.now(), email="max@westwerk.example", company="Westwerk KG")
    accept_statement(account, clock.now())
    return actor_for(account, clock.now())


def test_customers_have_no_way_to_staffs_side_and_the_reverse() -> None:
    """STF-1: each side has its own session."""
    desk, browser, ticket_id = make()
    staff = agent()
    swapped = Client(cookies={STAFF_COOKIE: browser.cookies[CUSTOMER_COOKIE]})
    for who in (browser, swapped, Client()):
        assert who.get(f"/api/staff/tickets/{ticket_id}").status == 401
        assert who.get("/api/staff/queues").status == 401
        sent = who.post(f"/api/staff/tickets/{ticket_id}/closure", {"how": "close", "reason": None})
        assert sent.status == 401
    crossed = Client(cookies={CUSTOMER_COOKIE: staff.cookies[STAFF_COOKIE]})
    assert crossed.get(f"/api/tickets/{ticket_id}").status == 401
    assert desk.account.company_id


def test_a_right_taken_away_works_from_the_next_request_on() -> None:
    """COM-2."""
    desk, _, ticket_id = make()
    manager = make_colleague(desk.account, clock.now(), Right.MANAGE_TICKETS)
    browser = Client(cookies={CUSTOMER_COOKIE: make_cookie(manager, clock.now())})
    assert browser.get(f"/api/tickets/{ticket_id}").status == 200
    member = Member(pk=desk.author.company_id, sk=f"member#{manager.pk}")
    member.update([Member.rights.remove()])
    assert browser.get(f"/api/tickets/{ticket_id}").status == 404
