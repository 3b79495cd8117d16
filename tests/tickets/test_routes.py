"""Requests over HTTP: who may, what comes back, and what is refused before anything is read."""

import uuid
from typing import Any

import pytest

from chalicelib.base import clock
from tests.client import Client
from tests.mailbox import letters_to, link_in
from tests.tickets.browsers import agent, customer, form, make
from tests.tickets.builders import Desk, make_desk
from tests.tickets.counting import counted
from tests.tickets.files import send_file

pytestmark = pytest.mark.usefixtures("cloud")


def test_from_the_form_to_the_rating() -> None:
    """REQ-2, REQ-7, REQ-10, REQ-15, STF-2, STF-3: the main job over HTTP."""
    desk = make_desk(clock.now())
    browser, staff = customer(desk), agent()
    assert browser.get("/api/ticket-form").json["groups"][0]["products"][0]["id"]
    opened = browser.post("/api/tickets", form()).json
    assert set(opened) == {"id", "number", "status"}
    path = f"/api/tickets/{opened['id']}"
    assert browser.get(f"/api/tickets/by-number/{opened['number']}").json == {"id": opened["id"]}

    assert staff.get("/api/staff/queues").json["unassigned"] == 1
    (row,) = staff.get("/api/staff/tickets", queue="unassigned").json["items"]
    assert (row["id"], row["company"]["name"]) == (opened["id"], "Nordwerk GmbH")
    asked = staff.post(f"/api/staff{path[4:]}/messages", question("Which version?"))
    assert (asked.status, asked.json["status"]) == (201, "awaiting_answer")

    assert browser.get("/api/tickets", waiting="true").json["items"][0]["id"] == opened["id"]
    answered = browser.post(f"{path}/messages", {"text": "12.1"})
    assert answered.json["status"] == "in_progress"
    ended = staff.post(f"/api/staff{path[4:]}/closure", {"how": "close", "reason": None})
    assert ended.json == {"status": "closed"}
    seen = browser.get(path).json
    assert [move["to"] for move in seen["history"]] == [
        "in_progress",
        "awaiting_answer",
        "in_progress",
        "closed",
    ]
    assert seen["history"][1]["from"] == "in_progress"
    rate_by_link(desk)


def question(text: str) -> dict[str, Any]:
    return {"kind": "question", "text": text, "files": []}


def rate_by_link(desk: Desk) -> None:
    (letter,) = letters_to(desk.author.email, "survey")
    body = {"token": link_in(letter), "rating": 5, "words": None}
    nobody = Client()
    assert nobody.put("/api/surveys", body).json["rating"] == 5
    assert nobody.post("/api/surveys/inspect", {"token": body["token"]}).json["rating"] == 5
    assert nobody.put("/api/surveys", body | {"rating": 6}).reasons() == {"rating": {"too_large"}}
    assert nobody.put("/api/surveys", body | {"token": "x"}).code == "link_unknown"


def test_reading_is_the_session_check_and_one_query() -> None:
    """Design: one round trip to know who asks, one to answer."""
    _, browser, ticket_id = make()
    for path in ("/api/tickets", f"/api/tickets/{ticket_id}"):
        with counted() as spent:
            assert browser.get(path).status == 200
        assert spent.operations == ["BatchGetItem", "Query"]


def test_writing_is_the_session_check_a_read_and_a_transaction() -> None:
    """Design: load, decide, write."""
    _, browser, ticket_id = make()
    with counted() as spent:
        assert browser.post("/api/tickets", form()).status == 201
    assert spent.operations == ["BatchGetItem", "Query", "TransactWriteItems"]
    with counted() as spent:
        assert browser.post(f"/api/tickets/{ticket_id}/messages", {"text": "More."}).status == 201
    assert spent.operations == ["BatchGetItem", "BatchGetItem", "TransactWriteItems"]


def test_two_tabs_that_send_the_same_form_with_one_key_make_one_request() -> None:
    """Bad input: the second tab gets the first one's answer; with other content it is told so."""
    desk = make_desk(clock.now())
    browser, key = customer(desk), str(uuid.uuid4())
    sent = form(files=[send_file(desk.author, now=clock.now())])
    first = browser.post("/api/tickets", sent, key=key)
    second = browser.post("/api/tickets", sent, key=key)
    assert (first.status, second.status) == (201, 201)
    assert first.json == second.json
    assert len(browser.get("/api/tickets").json["items"]) == 1
    other = browser.post("/api/tickets", form(subject="Another"), key=key)
    assert other.code == "idempotency_key_reused"


def test_a_repeated_reply_is_answered_though_the_request_is_over_by_then() -> None:
    """A lost answer: what was done is not refused afterwards."""
    _, browser, ticket_id = make()
    key, path = str(uuid.uuid4()), f"/api/tickets/{ticket_id}"
    first = browser.post(f"{path}/messages", {"text": "Thanks."}, key=key)
    assert browser.post(f"{path}/close").json == {"status": "cancelled_by_user"}
    assert browser.post(f"{path}/messages", {"text": "Thanks."}, key=key).json == first.json
    assert browser.post(f"{path}/messages", {"text": "Too late."}).code == "request_over"


BAD_FIELDS: dict[str, tuple[dict[str, Any], dict[str, set[str]]]] = {
    "a fourth file": ({"files": ["a", "b", "c", "d"]}, {"files": {"too_many"}}),
    "100,000 characters": ({"description": "x" * 100_000}, {"description": {"too_long"}}),
    "no words": ({"description": " \n "}, {"description": {"empty"}}),
    "two lines of subject": ({"subject": "a\nb"}, {"subject": {"one_line"}}),
    "a control character": ({"subject": "a\u0007"}, {"subject": {"control_characters"}}),
    "an unknown field": ({"status": "closed"}, {"status": {"unknown_field"}}),
    "another company's name": ({"company_id": "x"}, {"company_id": {"unknown_field"}}),
    "no such severity": ({"severity": "critical"}, {"severity": {"not_a_choice"}}),
    "a number for a text": ({"subject": 7}, {"subject": {"wrong_type"}}),
}


@pytest.mark.parametrize("what", BAD_FIELDS)
def test_bad_fields_are_named_and_nothing_is_written(what: str) -> None:
    """Bad input: each its own clear message."""
    changed, reasons = BAD_FIELDS[what]
    browser = customer(make_desk(clock.now()))
    refused = browser.post("/api/tickets", form(**changed))
    assert (refused.status, refused.reasons()) == (422, reasons)
    assert "field." not in refused.text
    assert browser.get("/api/tickets").json["items"] == []


def test_refusals_are_said_in_the_persons_language() -> None:
    """ACC-8."""
    desk = make_desk(clock.now(), "de")
    browser = customer(desk)
    browser.language = "de"
    refused = browser.post("/api/tickets", form(files=["nope"]))
    assert refused.json["errors"][0]["detail"] == "Eine solche Datei zum Anhängen gibt es nicht."


@pytest.mark.parametrize(("letters", "page"), [("en", "de"), ("de", "en")])
def test_names_are_in_the_language_of_the_page_whatever_the_letters_are_in(
    letters: str, page: str
) -> None:
    """ACC-8: where the language was switched in this browser, nothing of the other is left."""
    browser = customer(make_desk(clock.now(), letters))
    browser.language = page
    shown = [kind["name"] for kind in browser.get("/api/ticket-form").json["types"]]
    browser.language = letters
    assert shown
    assert shown != [kind["name"] for kind in browser.get("/api/ticket-form").json["types"]]
