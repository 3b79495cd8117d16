"""STF-2: the queues that staff work through."""

import pytest

from chalicelib.aws.settings import settings
from chalicelib.base.errors import NotFound
from chalicelib.console.schemas.queues import QueueQuery
from chalicelib.console.service.queues import count_queues, list_queue
from chalicelib.tickets.model.ticket import Severity
from chalicelib.tickets.service.queues import Queue, queue_page
from tests.builders import actor_for, make_staff
from tests.tickets.builders import (
    MINUTE,
    NOON,
    assign,
    end,
    make_desk,
    open_one,
    say,
)

pytestmark = pytest.mark.usefixtures("cloud")


def test_each_request_stands_where_it_belongs() -> None:
    """STF-2: until it is over, then nowhere."""
    desk = make_desk()
    ada = actor_for(make_staff(NOON, email="ada@vendor.example"), NOON)
    fresh, taken, others, asked, closed = (
        open_one(desk.author, NOON + n * MINUTE).id for n in range(5)
    )
    assign(desk.agent, taken, desk.agent)
    assign(desk.agent, others, ada)
    say(desk.agent, asked, "question")
    end(desk.agent, closed)

    def queue(name: Queue) -> list[str]:
        page = list_queue(desk.agent, QueueQuery(queue=name.value))
        return [row.id for row in page.items]

    assert queue(Queue.UNASSIGNED) == [fresh, asked]
    assert queue(Queue.MINE) == [taken]
    assert queue(Queue.WAITING) == [asked]
    assert queue(Queue.ALL_OPEN) == [fresh, taken, others, asked]
    counts = count_queues(desk.agent)
    assert (counts.unassigned, counts.mine, counts.waiting, counts.all_open) == (2, 1, 1, 4)
    assert count_queues(ada).mine == 1
    assert counts.counted_to == settings().queue_count


def test_a_row_says_who_asks_what_and_whose_it_is() -> None:
    """STF-2."""
    desk = make_desk()
    opened = open_one(desk.author, severity=Severity.HIGH)
    assign(desk.agent, opened.id, desk.agent)
    (row,) = list_queue(desk.agent, QueueQuery(queue="mine")).items
    assert (row.company.name, row.author.name) == ("Nordwerk GmbH", "Mara Lind")
    assert (row.severity, row.number) == (Severity.HIGH, opened.number)
    assert row.assignee is not None
    assert row.assignee.id == desk.agent.account_id


def test_customers_have_no_queues() -> None:
    """Invariant 1: not even by a mistake in a route."""
    desk = make_desk()
    with pytest.raises(NotFound):
        queue_page(desk.author, Queue.ALL_OPEN, None)
