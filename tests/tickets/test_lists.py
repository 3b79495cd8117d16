"""REQ-7: who sees which requests in which list, and pages that neither lose nor repeat any."""

import pytest

from chalicelib.aws.pages import BadCursor
from chalicelib.aws.settings import settings
from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import NotFound
from chalicelib.tickets.model.ticket import Status
from chalicelib.tickets.schemas.requests import TicketQuery
from chalicelib.tickets.service.reading import find_by_number, list_tickets
from tests.tickets.builders import (
    MINUTE,
    NOON,
    Desk,
    colleague,
    end,
    make_desk,
    open_one,
    say,
    stranger,
)

pytestmark = pytest.mark.usefixtures("cloud")


def numbers(actor: Actor, query: TicketQuery | None = None) -> list[str]:
    return [row.number for row in list_tickets(actor, query or TicketQuery()).items]


def opened(actor: Actor, minute: int) -> str:
    return open_one(actor, NOON + minute * MINUTE).number


def test_an_owner_sees_all_and_others_their_own() -> None:
    """REQ-7, COM-1, COM-2: newest first."""
    desk = make_desk()
    jonas = colleague(desk)
    manager = colleague(desk, Right.MANAGE_TICKETS, email="ada@nordwerk.example")
    mine, his = opened(desk.author, 1), opened(jonas, 2)
    assert numbers(desk.author) == [his, mine]
    assert numbers(manager) == [his, mine]
    assert numbers(jonas) == [his]
    assert numbers(desk.author, TicketQuery(author="me")) == [mine]
    assert numbers(manager, TicketQuery(author="me")) == []
    assert numbers(stranger()) == []


def one_in_each_state() -> tuple[Desk, dict[str, str]]:
    """Requests in progress, asked, solved, closed and cancelled, in this order."""
    desk = make_desk()
    opened_ones = [open_one(desk.author, NOON + n * MINUTE) for n in range(5)]
    fresh, asked, solved, closed, cancelled = opened_ones
    say(desk.agent, asked.id, "question")
    say(desk.agent, solved.id, "solution")
    end(desk.agent, closed.id, "close")
    end(desk.agent, cancelled.id, "cancel")
    return desk, {
        "fresh": fresh.number,
        "asked": asked.number,
        "solved": solved.number,
        "closed": closed.number,
        "cancelled": cancelled.number,
    }


@pytest.mark.parametrize("author", ["all", "me"])
def test_lists_are_filtered_by_status(author: str) -> None:
    """REQ-7: the same filters on all requests and on the own ones."""
    desk, made = one_in_each_state()
    base = TicketQuery(author="me" if author == "me" else "all")

    def shown(**wanted: object) -> list[str]:
        return numbers(desk.author, base.model_copy(update=wanted))

    assert shown() == list(reversed(made.values()))
    assert shown(status=Status.IN_PROGRESS) == [made["fresh"]]
    assert shown(status=Status.SOLUTION_PROVIDED) == [made["solved"]]
    assert shown(status=Status.CLOSED) == [made["closed"]]
    assert shown(status=Status.CANCELLED_EXPIRED) == []
    assert shown(waiting=True) == [made["asked"]]
    assert shown(inactive=True) == [made["cancelled"], made["closed"]]


@pytest.mark.parametrize("total", [6, 7])
def test_pages_show_each_request_once_and_none_is_empty(
    monkeypatch: pytest.MonkeyPatch, total: int
) -> None:
    """REQ-7: paged, newest first; a list that ends with a full page leads nowhere further."""
    monkeypatch.setenv("KONTOR_PAGE_SIZE", "3")
    settings.cache_clear()
    desk = make_desk()
    made = [opened(desk.author, minute) for minute in range(total)]
    seen: list[str] = []
    cursor: str | None = None
    for _ in range(4):
        page = list_tickets(desk.author, TicketQuery(cursor=cursor))
        assert page.items
        seen += [row.number for row in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert seen == list(reversed(made))


def test_a_cursor_of_one_list_shows_nothing_of_another_company() -> None:
    """Invariant 1: a cursor only says where to go on, not whose list it is."""
    desk = make_desk()
    for minute in range(3):
        opened(desk.author, minute)
    with pytest.raises(BadCursor):
        list_tickets(desk.author, TicketQuery(cursor="e30"))
    with pytest.raises(BadCursor):
        list_tickets(desk.author, TicketQuery(cursor="no cursor!"))


def test_a_row_says_whose_turn_it_is() -> None:
    """REQ-7."""
    desk, made = one_in_each_state()
    turns = {row.number: row.waiting_for for row in list_tickets(desk.author, TicketQuery()).items}
    assert [turns[made[name]] for name in ("fresh", "asked", "solved", "closed")] == [
        "support",
        "you",
        None,
        None,
    ]


def test_a_number_is_found_by_those_who_may_see_the_request() -> None:
    """REQ-7, invariant 1."""
    desk = make_desk()
    made = open_one(desk.author)
    assert find_by_number(desk.author, f" {made.number.lower()} ").id == made.id
    assert find_by_number(desk.agent, made.number).id == made.id
    for who in (colleague(desk), stranger()):
        with pytest.raises(NotFound):
            find_by_number(who, made.number)
    with pytest.raises(NotFound):
        find_by_number(desk.author, "261123-000000")
