"""What each page and each change costs: round trips, and DynamoDB's capacity units.

docs/access-patterns.md promises these numbers at any size of the table: none of them depends on
how many requests there are (benchmarks/ measures the same at 100,000).
"""

import pytest

from chalicelib.aws.settings import settings
from chalicelib.tickets.model.ticket import Status
from chalicelib.tickets.schemas.requests import TicketQuery
from chalicelib.tickets.service.queues import Queue, count_queue, queue_page
from chalicelib.tickets.service.reading import find_by_number, list_tickets, view_ticket
from chalicelib.tickets.service.replying import reply
from chalicelib.tickets.service.staff_view import view_as_staff
from tests.tickets.builders import (
    MINUTE,
    NOON,
    Desk,
    anew,
    answer,
    assign,
    make_desk,
    open_one,
    say,
)
from tests.tickets.counting import counted
from tests.tickets.files import send_file

pytestmark = pytest.mark.usefixtures("cloud")
SUBJECT = "Seit dem Update auf 12.1 hält der vollständige Scan an"
TEXT = ("Betroffen sind drei Server mit Windows Server 2022, überall gleich. " * 6)[:400]
# Within the minute that a process keeps the catalog.
LATER = NOON + MINUTE / 2


def desk_with(requests: int) -> Desk:
    """Requests with subjects and texts of a usual length, all assigned to the agent."""
    desk = make_desk()
    for minute in range(requests):
        opened = open_one(desk.author, NOON + minute * MINUTE, subject=SUBJECT, description=TEXT)
        assign(desk.agent, opened.id, desk.agent)
    return desk


def test_a_page_of_25_is_one_query_and_one_unit() -> None:
    """REQ-7, STF-2: whichever list it is."""
    desk = desk_with(30)
    lists = [
        TicketQuery(),
        TicketQuery(author="me"),
        TicketQuery(status=Status.IN_PROGRESS),
        TicketQuery(author="me", status=Status.IN_PROGRESS),
    ]
    for query in lists:
        with counted() as spent:
            assert len(list_tickets(desk.author, query).items) == 25
        assert (spent.operations, spent.total) == (["Query"], 1.0)
    for queue in (Queue.MINE, Queue.ALL_OPEN):
        with counted() as spent:
            assert len(queue_page(desk.agent, queue, None).items) == 25
        assert (spent.operations, spent.total) == (["Query"], 1.0)


def test_a_request_of_20_messages_is_one_query_and_one_and_a_half_units() -> None:
    """REQ-10."""
    desk = make_desk()
    opened = open_one(desk.author, subject=SUBJECT, description=TEXT)
    assign(desk.agent, opened.id, desk.agent)
    for turn in range(9):
        say(desk.agent, opened.id, "question", NOON + turn * MINUTE, TEXT)
        reply(desk.author, opened.id, answer(TEXT), NOON + turn * MINUTE, anew())
    say(desk.agent, opened.id, "solution", text=TEXT)
    with counted() as spent:
        assert len(view_ticket(desk.author, opened.id).messages) == 20
    assert (spent.operations, spent.total) == (["Query"], 1.5)
    with counted() as spent:
        view_as_staff(desk.agent, opened.id, NOON)
    assert spent.operations[0] == "Query"
    assert sorted(spent.operations[1:]) == ["BatchGetItem", "BatchGetItem", "GetItem", "Query"]


def test_opening_is_one_read_and_one_transaction() -> None:
    """REQ-6: mail, audit, number and the check of the license included."""
    desk = desk_with(1)
    with counted() as spent:
        open_one(desk.author, LATER, subject=SUBJECT, description=TEXT)
    assert spent.operations == ["Query", "TransactWriteItems"]
    assert spent.total < 25


def test_opening_with_files_reads_twice_at_the_same_time() -> None:
    """REQ-4, REQ-9: licenses are queried while files and the other request are read."""
    desk = desk_with(1)
    (other,) = list_tickets(desk.author, TicketQuery()).items
    keys = [send_file(desk.author) for _ in range(3)]
    with counted() as spent:
        open_one(desk.author, LATER, files=keys, related_ticket_id=other.id)
    assert sorted(spent.operations) == ["BatchGetItem", "Query", "TransactWriteItems"]


def test_a_reply_is_one_read_and_one_transaction() -> None:
    """REQ-10: files and the letter to the assignee included."""
    desk = desk_with(1)
    (opened,) = list_tickets(desk.author, TicketQuery()).items
    key = send_file(desk.author)
    with counted() as spent:
        reply(desk.author, opened.id, answer(TEXT, key), LATER, anew())
    assert spent.operations == ["BatchGetItem", "TransactWriteItems"]


def test_a_number_is_found_by_one_read() -> None:
    """REQ-7: who may know is decided on it, too."""
    desk = desk_with(1)
    (opened,) = list_tickets(desk.author, TicketQuery()).items
    with counted() as spent:
        find_by_number(desk.author, opened.number)
    assert (spent.operations, spent.total) == (["GetItem"], 0.5)


def test_counting_a_queue_stops_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """STF-2: a long queue costs no more than a page of the limit's size."""
    monkeypatch.setenv("KONTOR_QUEUE_COUNT", "10")
    settings.cache_clear()
    desk = desk_with(12)
    with counted() as spent:
        assert count_queue(desk.agent, Queue.ALL_OPEN) == 10
    assert (spent.operations, spent.total) == (["Query"], 0.5)
    assert count_queue(desk.agent, Queue.UNASSIGNED) == 0
