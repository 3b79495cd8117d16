"""In which lists a request stands, when it falls due, and who sees it: decided without a store."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.base.actor import Actor, Right, StaffRole
from chalicelib.tickets.model.attributes import Card
from chalicelib.tickets.model.ticket import Party, Status, Ticket
from chalicelib.tickets.rules.due import Due, Patience, ends_at, is_due, next_due
from chalicelib.tickets.rules.lists import move_to, place, waiting_for
from chalicelib.tickets.rules.moves import FINAL, OPEN
from chalicelib.tickets.rules.visibility import own, visible_to

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
PATIENCE = Patience(reminder=7, unanswered=14, settle=7)


def make_ticket(status: Status = Status.IN_PROGRESS, **more: str) -> Ticket:
    card = Card(number="n", subject="s", category="c", product_name="p", author_name="a")
    fields: dict[str, Any] = {"company_id": "north", "author_id": "mara"} | more
    ticket = Ticket(pk="t", sk="ticket", card=card, about={}, updated_at=NOON, **fields)
    move_to(ticket, status, NOON, PATIENCE)
    return ticket


@pytest.mark.parametrize("status", sorted(OPEN))
def test_an_open_request_stands_in_staffs_lists(status: Status) -> None:
    """STF-2."""
    ticket = make_ticket(status)
    assert (ticket.open, ticket.queue) == ("open", "unassigned")
    assert ticket.waiting == ("waiting" if status is Status.AWAITING_ANSWER else None)
    assert {ticket.company_inactive, ticket.author_inactive} == {None}


@pytest.mark.parametrize("status", sorted(FINAL))
def test_a_request_that_is_over_leaves_staffs_lists(status: Status) -> None:
    """REQ-7: it is among the inactive ones, and nothing is due on it."""
    ticket = make_ticket(status)
    assert {ticket.open, ticket.queue, ticket.waiting} == {None}
    assert (ticket.company_inactive, ticket.author_inactive) == ("north", "north#mara")
    assert {ticket.due, ticket.due_at} == {None}


def test_an_assigned_request_stands_in_its_assignees_queue() -> None:
    """STF-2."""
    ticket = make_ticket()
    ticket.assignee_id = "agent"
    place(ticket, PATIENCE)
    assert ticket.queue == "agent"


def test_a_question_is_reminded_of_and_then_resolved() -> None:
    """REQ-16."""
    ticket = make_ticket(Status.AWAITING_ANSWER)
    assert next_due(ticket, PATIENCE) == (Due.REMIND, NOON + 7 * DAY)
    assert ends_at(ticket, PATIENCE) == NOON + 14 * DAY
    ticket.reminded_at = NOON + 9 * DAY
    assert next_due(ticket, PATIENCE) == (Due.RESOLVE, NOON + 14 * DAY)


@pytest.mark.parametrize("status", [Status.SOLUTION_PROVIDED, Status.RESOLVED_NO_INFORMATION])
def test_what_is_settled_is_closed_a_week_later(status: Status) -> None:
    """REQ-16."""
    ticket = make_ticket(status)
    assert next_due(ticket, PATIENCE) == (Due.CLOSE, NOON + 7 * DAY)
    assert ends_at(ticket, PATIENCE) == NOON + 7 * DAY


def test_a_request_in_progress_waits_for_nobody_but_support() -> None:
    """REQ-16: nothing is due on it, however long it takes."""
    ticket = make_ticket()
    assert next_due(ticket, PATIENCE) is None
    assert ends_at(ticket, PATIENCE) is None


def test_due_is_at_its_moment_and_not_before() -> None:
    """REQ-16."""
    ticket = make_ticket(Status.AWAITING_ANSWER)
    moment = NOON + 7 * DAY
    assert not is_due(ticket, Due.REMIND, moment - timedelta(microseconds=1))
    assert is_due(ticket, Due.REMIND, moment)
    assert not is_due(ticket, Due.RESOLVE, moment)


def test_a_second_question_starts_the_time_anew() -> None:
    """REQ-16."""
    ticket = make_ticket(Status.AWAITING_ANSWER)
    ticket.reminded_at = NOON + 7 * DAY
    move_to(ticket, Status.AWAITING_ANSWER, NOON + 8 * DAY, PATIENCE)
    assert (ticket.due, ticket.due_at) == (Due.REMIND, NOON + 15 * DAY)


def test_whose_turn_it_is() -> None:
    """REQ-7."""
    turns = {status: waiting_for(status) for status in Status}
    expected = {Status.AWAITING_ANSWER: Party.CUSTOMER, Status.IN_PROGRESS: Party.SUPPORT}
    assert {status: turn for status, turn in turns.items() if turn} == expected


MARA = Actor(account_id="mara", company_id="north")
JONAS = Actor(account_id="jonas", company_id="north")
MANAGER = Actor(account_id="jo", company_id="north", rights=frozenset({Right.MANAGE_TICKETS}))
EVE = Actor(account_id="eve", company_id="south", owner=True)
SEES = {
    "author": (MARA, True),
    "colleague": (JONAS, False),
    "colleague with the right": (MANAGER, True),
    "owner": (Actor(account_id="o", company_id="north", owner=True), True),
    "another company's owner": (EVE, False),
    "author who left": (Actor(account_id="mara"), False),
    "author, now in another company": (Actor(account_id="mara", company_id="south"), False),
    "staff": (Actor(account_id="s", role=StaffRole.AGENT), True),
    "nobody": (Actor(), False),
}


@pytest.mark.parametrize("who", SEES)
def test_who_sees_a_request(who: str) -> None:
    """NOT-5, COM-2."""
    actor, sees = SEES[who]
    assert visible_to(actor).covers(make_ticket()) is sees


def test_a_right_limited_to_a_branch_shows_that_branch_and_the_own_requests() -> None:
    """COM-2."""
    right = frozenset({Right.MANAGE_TICKETS})
    actor = Actor(account_id="jo", company_id="north", rights=right, scope="Kiel")
    assert visible_to(actor).covers(make_ticket(branch="Kiel"))
    assert visible_to(actor).covers(make_ticket(branch="Bonn", author_id="jo"))
    assert not visible_to(actor).covers(make_ticket(branch="Bonn"))
    assert not visible_to(actor).covers(make_ticket())


def test_the_own_requests_are_those_of_the_own_name_only() -> None:
    """REQ-7: author *me*, for an owner too."""
    assert own(MARA).covers(make_ticket())
    assert not own(MANAGER).covers(make_ticket())
