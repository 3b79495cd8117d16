"""REQ-16: what happens when nobody does anything, each step once and with its mail."""

from datetime import timedelta

import pytest

from chalicelib.audit.model import Entry
from chalicelib.companies.model import Member
from chalicelib.tickets.model.ticket import Status
from chalicelib.tickets.service.overdue import (
    close_settled,
    remind_unanswered,
    resolve_unanswered,
)
from chalicelib.tickets.service.reading import view_ticket
from chalicelib.tickets.service.replying import reply
from tests.mailbox import letters_to
from tests.tickets.builders import DAY, NOON, Desk, anew, answer, head, make_desk, open_one, say

pytestmark = pytest.mark.usefixtures("cloud")
MOMENT = timedelta(microseconds=1)


def asked() -> tuple[Desk, str]:
    """A request with a question that was asked at noon."""
    desk = make_desk()
    opened = open_one(desk.author)
    say(desk.agent, opened.id, "question")
    return desk, opened.id


def test_a_question_is_reminded_of_once_after_a_week() -> None:
    """REQ-16, SCH-4."""
    desk, ticket_id = asked()
    assert remind_unanswered(NOON + 7 * DAY - MOMENT) == 0
    assert remind_unanswered(NOON + 7 * DAY) == 1
    assert remind_unanswered(NOON + 7 * DAY) == 0
    assert remind_unanswered(NOON + 9 * DAY) == 0
    (letter,) = letters_to(desk.author.email, "ticket_reminder")
    assert letter.params["closes_at"] == (NOON + 14 * DAY).isoformat()
    seen = view_ticket(desk.author, ticket_id)
    assert (seen.status, seen.updated_at) == (Status.AWAITING_ANSWER, NOON)


def test_after_two_weeks_it_is_resolved_and_a_week_later_closed() -> None:
    """REQ-16, REQ-15: each move with its mail, the last one with the survey."""
    desk, ticket_id = asked()
    remind_unanswered(NOON + 7 * DAY)
    assert resolve_unanswered(NOON + 14 * DAY - MOMENT) == 0
    assert resolve_unanswered(NOON + 14 * DAY) == 1
    assert head(ticket_id).status == Status.RESOLVED_NO_INFORMATION
    assert close_settled(NOON + 21 * DAY - MOMENT) == 0
    assert close_settled(NOON + 21 * DAY) == 1
    assert close_settled(NOON + 40 * DAY) == 0
    told = [letter.params["status"] for letter in letters_to(desk.author.email, "ticket_status")]
    assert sorted(told) == ["closed", "resolved_no_information"]
    assert len(letters_to(desk.author.email, "survey")) == 1
    history = view_ticket(desk.author, ticket_id).history
    assert [move["by"] for move in history[-2:]] == ["system", "system"]


def test_jobs_that_come_late_forget_nothing_and_double_nothing() -> None:
    """SCH-4: after a month without jobs the same steps happen, in the same order."""
    desk, ticket_id = asked()
    late = NOON + 30 * DAY
    assert resolve_unanswered(late) == 0
    assert [remind_unanswered(late), resolve_unanswered(late), close_settled(late)] == [1, 1, 0]
    assert close_settled(late + 7 * DAY) == 1
    assert head(ticket_id).status == Status.CLOSED
    about = [one for one in letters_to(desk.author.email) if one.thread == ticket_id]
    assert len(about) == 6


def test_a_solution_is_closed_a_week_later() -> None:
    """REQ-16."""
    desk = make_desk()
    opened = open_one(desk.author)
    say(desk.agent, opened.id, "solution")
    assert remind_unanswered(NOON + 8 * DAY) == 0
    assert close_settled(NOON + 7 * DAY) == 1
    assert head(opened.id).status == Status.CLOSED


@pytest.mark.parametrize("days", [3, 8, 13])
def test_a_reply_before_that_puts_it_back_in_progress(days: int) -> None:
    """REQ-16: and nothing is due any more."""
    desk, ticket_id = asked()
    now = NOON + days * DAY
    remind_unanswered(now)
    reply(desk.author, ticket_id, answer(), now, anew())
    late = NOON + 60 * DAY
    assert [remind_unanswered(late), resolve_unanswered(late), close_settled(late)] == [0, 0, 0]
    assert head(ticket_id).status == Status.IN_PROGRESS


def test_a_new_question_waits_its_own_two_weeks() -> None:
    """REQ-16."""
    desk, ticket_id = asked()
    remind_unanswered(NOON + 7 * DAY)
    say(desk.agent, ticket_id, "question", NOON + 10 * DAY)
    assert resolve_unanswered(NOON + 14 * DAY) == 0
    assert remind_unanswered(NOON + 17 * DAY) == 1
    assert resolve_unanswered(NOON + 24 * DAY) == 1


def test_somebody_who_left_the_company_gets_no_letters() -> None:
    """NOT-5: the request goes its way all the same."""
    desk, ticket_id = asked()
    Member(pk=desk.author.company_id, sk=f"member#{desk.author.account_id}").delete()
    assert remind_unanswered(NOON + 7 * DAY) == 1
    assert resolve_unanswered(NOON + 14 * DAY) == 1
    assert letters_to(desk.author.email, "ticket_reminder") == []
    assert letters_to(desk.author.email, "ticket_status") == []
    assert head(ticket_id).status == Status.RESOLVED_NO_INFORMATION


def test_each_step_leaves_one_audit_entry_of_the_system() -> None:
    """STF-12."""
    _, ticket_id = asked()
    remind_unanswered(NOON + 7 * DAY)
    resolve_unanswered(NOON + 14 * DAY)
    close_settled(NOON + 21 * DAY)
    entries = [entry for entry in Entry.scan() if entry.actor_id == "system"]
    actions = sorted(entry.action for entry in entries if entry.subject == ticket_id)
    assert actions == ["ticket.reminded", "ticket.settled", "ticket.unanswered"]


def test_many_are_done_in_one_run() -> None:
    """SCH-2."""
    desk = make_desk()
    for _ in range(4):
        say(desk.agent, open_one(desk.author).id, "question")
    assert remind_unanswered(NOON + 7 * DAY) == 4
    assert len(letters_to(desk.author.email, "ticket_reminder")) == 4
