"""REQ-9, REQ-10, REQ-12: what customers do with a request that is open."""

from collections.abc import Callable

import pytest

from chalicelib.aws.transactions import Repeated
from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import NotFound
from chalicelib.base.operation import Operation
from chalicelib.tickets.errors import RequestOver
from chalicelib.tickets.model.ticket import Status
from chalicelib.tickets.service.reading import view_ticket
from chalicelib.tickets.service.replying import cancel, reply
from tests.mailbox import letters_to
from tests.tickets.builders import (
    MINUTE,
    NOON,
    anew,
    answer,
    assign,
    colleague,
    end,
    head,
    make_desk,
    open_one,
    say,
    stranger,
)
from tests.tickets.files import send_file

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOON + MINUTE
UNKNOWN = "01ARZ3NDEKTSV4RRFFQ69G5FAV"


def test_an_answer_puts_a_question_back_in_progress() -> None:
    """REQ-10."""
    desk = make_desk()
    opened = open_one(desk.author)
    say(desk.agent, opened.id, "question")
    replied = reply(desk.author, opened.id, answer("It is 12.1."), LATER, anew())
    assert replied.status is Status.IN_PROGRESS
    seen = view_ticket(desk.author, opened.id)
    assert (seen.messages[-1].id, seen.messages[-1].text) == (replied.message_id, "It is 12.1.")
    assert (seen.history[-1]["from"], seen.history[-1]["to"]) == ("awaiting_answer", "in_progress")
    assert (seen.updated_at, seen.waiting_for, seen.closes_at) == (LATER, "support", None)


def test_a_reply_in_progress_adds_a_message_and_no_move() -> None:
    """REQ-10."""
    desk = make_desk()
    opened = open_one(desk.author)
    reply(desk.author, opened.id, answer("One more thing."), LATER, anew())
    seen = view_ticket(desk.author, opened.id)
    assert len(seen.messages) == 2
    assert len(seen.history) == 1


def test_files_come_with_the_reply() -> None:
    """REQ-10."""
    desk = make_desk()
    opened = open_one(desk.author)
    key = send_file(desk.author, ticket_id=opened.id)
    reply(desk.author, opened.id, answer("The log.", key), LATER, anew())
    seen = view_ticket(desk.author, opened.id)
    assert [file.id for file in seen.messages[-1].files] == [key]
    assert seen.files == 1


def test_the_assignee_is_told_of_a_new_message() -> None:
    """NOT-1."""
    desk = make_desk()
    opened = open_one(desk.author)
    reply(desk.author, opened.id, answer("Anybody there?"), LATER, anew())
    assert letters_to(desk.agent.email) == []
    assign(desk.agent, opened.id, desk.agent)
    reply(desk.author, opened.id, answer("Hello?"), LATER + MINUTE, anew())
    (letter,) = letters_to(desk.agent.email, "staff_new_message")
    assert (letter.params["text"], letter.params["author"]) == ("Hello?", "Mara Lind")
    assert letter.params["url"] == {"page": f"/console/requests/{opened.id}"}


def test_calling_off_is_final_and_told_to_the_author() -> None:
    """REQ-12, REQ-9."""
    desk = make_desk()
    opened = open_one(desk.author)
    assert cancel(desk.author, opened.id, LATER, anew()).status is Status.CANCELLED_BY_USER
    (letter,) = letters_to(desk.author.email, "ticket_status")
    assert letter.params["status"] == "cancelled_by_user"
    with pytest.raises(RequestOver):
        reply(desk.author, opened.id, answer(), LATER, anew())
    with pytest.raises(RequestOver):
        cancel(desk.author, opened.id, LATER, anew())
    seen = view_ticket(desk.author, opened.id)
    assert (seen.can.reply, seen.can.close) == (False, False)
    assert len(seen.messages) == 2


def test_a_closed_request_takes_no_reply() -> None:
    """REQ-9: and the refused reply leaves nothing behind, its files stay free."""
    desk = make_desk()
    opened = open_one(desk.author)
    key = send_file(desk.author)
    end(desk.agent, opened.id)
    revision = head(opened.id).revision
    with pytest.raises(RequestOver):
        reply(desk.author, opened.id, answer("Too late?", key), LATER, anew())
    assert head(opened.id).revision == revision
    assert open_one(desk.author, LATER, files=[key]).number


def test_those_with_the_right_answer_and_call_off_for_others() -> None:
    """REQ-12: the author is told, since somebody else did it."""
    desk = make_desk()
    opened = open_one(desk.author)
    jonas = colleague(desk, Right.MANAGE_TICKETS)
    reply(jonas, opened.id, answer("I know more."), LATER, anew())
    cancel(jonas, opened.id, LATER + MINUTE, anew())
    assert letters_to(desk.author.email, "ticket_status")
    assert letters_to(jonas.email) == []


Attempt = Callable[[Actor, str], object]
ATTEMPTS: dict[str, Attempt] = {
    "see": view_ticket,
    "reply": lambda actor, ticket_id: reply(actor, ticket_id, answer(), LATER, anew()),
    "call off": lambda actor, ticket_id: cancel(actor, ticket_id, LATER, anew()),
}


@pytest.mark.parametrize("what", ATTEMPTS)
def test_nobody_else_sees_or_touches_a_request(what: str) -> None:
    """Invariant 1: a colleague without the right, another company, and an id that is none."""
    desk = make_desk()
    opened = open_one(desk.author)
    before = head(opened.id)
    attempt = ATTEMPTS[what]
    for who, ticket_id in (
        (colleague(desk), opened.id),
        (stranger(), opened.id),
        (desk.author, UNKNOWN),
    ):
        with pytest.raises(NotFound):
            attempt(who, ticket_id)
    assert head(opened.id).revision == before.revision


def test_the_same_operation_replies_once() -> None:
    """A lost answer is no second message; nor is a repeat when the request is over by then."""
    desk = make_desk()
    opened = open_one(desk.author)
    operation = Operation.of(desk.author.account_id, "one")
    first = reply(desk.author, opened.id, answer(), LATER, operation)
    with pytest.raises(Repeated) as repeated:
        reply(desk.author, opened.id, answer(), LATER, operation)
    assert repeated.value.answer == first.model_dump(mode="json")
    assert len(view_ticket(desk.author, opened.id).messages) == 2
