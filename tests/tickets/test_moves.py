"""REQ-8: the whole table of moves, every status against every trigger."""

import pytest

from chalicelib.tickets.errors import MoveNotAllowed, RequestOver
from chalicelib.tickets.model.ticket import Party, Status
from chalicelib.tickets.rules.moves import (
    FINAL,
    MOVES,
    OPEN,
    Trigger,
    is_over,
    moved,
    staff_actions,
)

IN_PROGRESS, AWAITING = Status.IN_PROGRESS, Status.AWAITING_ANSWER
SOLVED, RESOLVED = Status.SOLUTION_PROVIDED, Status.RESOLVED_NO_INFORMATION

# Written out once more on purpose, as the specification has it: trigger, from, to.
ALLOWED = {
    (Trigger.CUSTOMER_REPLIES, IN_PROGRESS): IN_PROGRESS,
    (Trigger.CUSTOMER_REPLIES, AWAITING): IN_PROGRESS,
    (Trigger.CUSTOMER_REPLIES, SOLVED): IN_PROGRESS,
    (Trigger.CUSTOMER_REPLIES, RESOLVED): IN_PROGRESS,
    (Trigger.CUSTOMER_CANCELS, IN_PROGRESS): Status.CANCELLED_BY_USER,
    (Trigger.CUSTOMER_CANCELS, AWAITING): Status.CANCELLED_BY_USER,
    (Trigger.CUSTOMER_CANCELS, SOLVED): Status.CANCELLED_BY_USER,
    (Trigger.CUSTOMER_CANCELS, RESOLVED): Status.CANCELLED_BY_USER,
    (Trigger.STAFF_ANSWERS, IN_PROGRESS): IN_PROGRESS,
    (Trigger.STAFF_ANSWERS, AWAITING): AWAITING,
    (Trigger.STAFF_ANSWERS, SOLVED): SOLVED,
    (Trigger.STAFF_ANSWERS, RESOLVED): RESOLVED,
    (Trigger.STAFF_ASKS, IN_PROGRESS): AWAITING,
    (Trigger.STAFF_ASKS, AWAITING): AWAITING,
    (Trigger.STAFF_ASKS, SOLVED): AWAITING,
    (Trigger.STAFF_ASKS, RESOLVED): AWAITING,
    (Trigger.STAFF_SOLVES, IN_PROGRESS): SOLVED,
    (Trigger.STAFF_SOLVES, AWAITING): SOLVED,
    (Trigger.STAFF_SOLVES, SOLVED): SOLVED,
    (Trigger.STAFF_SOLVES, RESOLVED): SOLVED,
    (Trigger.STAFF_CLOSES, IN_PROGRESS): Status.CLOSED,
    (Trigger.STAFF_CLOSES, AWAITING): Status.CLOSED,
    (Trigger.STAFF_CLOSES, SOLVED): Status.CLOSED,
    (Trigger.STAFF_CLOSES, RESOLVED): Status.CLOSED,
    (Trigger.STAFF_CANCELS, IN_PROGRESS): Status.CANCELLED_BY_SPECIALIST,
    (Trigger.STAFF_CANCELS, AWAITING): Status.CANCELLED_BY_SPECIALIST,
    (Trigger.STAFF_CANCELS, SOLVED): Status.CANCELLED_BY_SPECIALIST,
    (Trigger.STAFF_CANCELS, RESOLVED): Status.CANCELLED_BY_SPECIALIST,
    (Trigger.STAFF_REDIRECTS, IN_PROGRESS): Status.CLOSED_REDIRECTED,
    (Trigger.STAFF_REDIRECTS, AWAITING): Status.CLOSED_REDIRECTED,
    (Trigger.STAFF_REDIRECTS, SOLVED): Status.CLOSED_REDIRECTED,
    (Trigger.STAFF_REDIRECTS, RESOLVED): Status.CLOSED_REDIRECTED,
    (Trigger.UNANSWERED, AWAITING): RESOLVED,
    (Trigger.SETTLED, SOLVED): Status.CLOSED,
    (Trigger.SETTLED, RESOLVED): Status.CLOSED,
    (Trigger.SUPPORT_ENDED, IN_PROGRESS): Status.CANCELLED_EXPIRED,
    (Trigger.SUPPORT_ENDED, AWAITING): Status.CANCELLED_EXPIRED,
    (Trigger.SUPPORT_ENDED, SOLVED): Status.CANCELLED_EXPIRED,
    (Trigger.SUPPORT_ENDED, RESOLVED): Status.CANCELLED_EXPIRED,
    (Trigger.COMPANY_CLOSED, IN_PROGRESS): Status.CANCELLED_BY_USER,
    (Trigger.COMPANY_CLOSED, AWAITING): Status.CANCELLED_BY_USER,
    (Trigger.COMPANY_CLOSED, SOLVED): Status.CANCELLED_BY_USER,
    (Trigger.COMPANY_CLOSED, RESOLVED): Status.CANCELLED_BY_USER,
}


@pytest.mark.parametrize("trigger", Trigger)
@pytest.mark.parametrize("status", Status)
def test_each_trigger_moves_each_status_as_the_table_says(status: Status, trigger: Trigger) -> None:
    """REQ-8, REQ-9."""
    if (trigger, status) in ALLOWED:
        assert moved(status, trigger) == ALLOWED[trigger, status]
    elif status in FINAL:
        with pytest.raises(RequestOver):
            moved(status, trigger)
    else:
        with pytest.raises(MoveNotAllowed):
            moved(status, trigger)


def test_every_trigger_is_in_the_table_and_every_status_can_be_reached() -> None:
    """REQ-8: nine statuses, all of use."""
    assert set(MOVES) == set(Trigger)
    assert len(Status) == 9
    assert {move.to for move in MOVES.values()} - {None} == set(Status)


def test_five_statuses_are_final_and_nothing_leaves_them() -> None:
    """REQ-9."""
    assert len(FINAL) == 5
    assert set(Status) == FINAL | OPEN
    assert not any(move.from_ & FINAL for move in MOVES.values())
    assert all(is_over(status) for status in FINAL)


def test_only_the_system_resolves_settles_and_expires() -> None:
    """REQ-16, REQ-17, COM-9."""
    system = {trigger for trigger, move in MOVES.items() if move.by is Party.SYSTEM}
    ends = {Trigger.SUPPORT_ENDED, Trigger.COMPANY_CLOSED}
    assert system == {Trigger.UNANSWERED, Trigger.SETTLED, *ends}


@pytest.mark.parametrize("status", Status)
def test_staff_can_only_note_once_a_request_is_over(status: Status) -> None:
    """STF-3, REQ-9."""
    everything = {"note", "answer", "question", "solution", "close", "cancel", "redirect", "assign"}
    assert set(staff_actions(status)) == ({"note"} if status in FINAL else everything)
