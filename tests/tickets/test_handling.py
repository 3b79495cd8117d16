"""STF-3: taking a request, giving it away, ending it."""

from typing import Literal

import pytest

from chalicelib.aws.transactions import Transaction
from chalicelib.base.errors import Invalid
from chalicelib.licenses.model.license import License
from chalicelib.licenses.store.licenses import find_license
from chalicelib.mail.model import StopReason
from chalicelib.mail.store import reaching
from chalicelib.tickets.errors import RequestOver
from chalicelib.tickets.model.ticket import Status
from chalicelib.tickets.service.reading import view_ticket
from chalicelib.tickets.service.staff_view import view_as_staff
from tests.mailbox import letters_to
from tests.tickets.builders import (
    MINUTE,
    NOON,
    Desk,
    anew,
    assign,
    end,
    head,
    make_desk,
    open_one,
)

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOON + MINUTE


def opened_request() -> tuple[Desk, str]:
    desk = make_desk()
    return desk, open_one(desk.author).id


@pytest.mark.parametrize(
    ("how", "status"),
    [
        ("close", Status.CLOSED),
        ("cancel", Status.CANCELLED_BY_SPECIALIST),
        ("redirect", Status.CLOSED_REDIRECTED),
    ],
)
def test_each_ending_is_told_with_its_reason(
    how: Literal["close", "cancel", "redirect"], status: Status
) -> None:
    """STF-3, REQ-8."""
    desk, ticket_id = opened_request()
    end(desk.agent, ticket_id, how, LATER, "As agreed on the phone.")
    seen = view_ticket(desk.author, ticket_id)
    assert seen.status is status
    assert (seen.messages[-1].kind, seen.messages[-1].text) == ("status", "As agreed on the phone.")
    (letter,) = letters_to(desk.author.email, "ticket_status")
    assert letter.params["status"] == status
    assert letter.params["reason"] == "As agreed on the phone."


@pytest.mark.parametrize(("how", "letters"), [("close", 1), ("cancel", 0), ("redirect", 0)])
def test_closing_asks_for_a_rating_and_the_other_endings_do_not(
    how: Literal["close", "cancel", "redirect"], letters: int
) -> None:
    """REQ-15."""
    desk, ticket_id = opened_request()
    end(desk.agent, ticket_id, how, LATER)
    assert len(letters_to(desk.author.email, "survey")) == letters


def test_what_is_over_is_not_ended_twice() -> None:
    """REQ-9."""
    desk, ticket_id = opened_request()
    end(desk.agent, ticket_id)
    for how in ("close", "cancel", "redirect"):
        with pytest.raises(RequestOver):
            end(desk.agent, ticket_id, how)
    assert len(letters_to(desk.author.email, "ticket_status")) == 1


def test_a_request_is_taken_and_given_back() -> None:
    """STF-3: customers see nothing of it."""
    desk, ticket_id = opened_request()
    before = view_ticket(desk.author, ticket_id)
    assign(desk.agent, ticket_id, desk.agent, LATER)
    taken = view_as_staff(desk.agent, ticket_id, NOON).assignee
    assert taken is not None
    assert taken.id == desk.agent.account_id
    assert view_ticket(desk.author, ticket_id) == before
    assign(desk.agent, ticket_id, None, LATER + MINUTE)
    assert view_as_staff(desk.agent, ticket_id, NOON).assignee is None


def test_staff_see_that_mail_does_not_reach_the_author() -> None:
    """NOT-3: beside the request, so that nobody waits for an answer to a mail that never came."""
    desk, ticket_id = opened_request()
    assert view_as_staff(desk.agent, ticket_id, NOON).author.stopped_for is None
    change = Transaction(anew(), NOON)
    letter = letters_to(desk.author.email)[0]
    reaching.stop(change, None, letter, StopReason.BOUNCE, "550 5.1.1", NOON)
    change.commit()
    assert view_as_staff(desk.agent, ticket_id, NOON).author.stopped_for is StopReason.BOUNCE


def test_a_block_that_is_planned_is_none_yet() -> None:
    """STF-3, LIC-13: staff see the license blocked from its moment on."""
    desk, ticket_id = opened_request()
    license_ = find_license(head(ticket_id).license_id)
    assert license_ is not None
    license_.update([License.blocked_at.set(LATER)])
    for now, blocked in ((NOON, False), (LATER, True)):
        shown = view_as_staff(desk.agent, ticket_id, now).license
        assert shown is not None
        assert shown.blocked is blocked


def test_only_staff_can_have_a_request() -> None:
    """A customer's account id and one that is none are refused alike."""
    desk, ticket_id = opened_request()
    with pytest.raises(Invalid) as customer:
        assign(desk.agent, ticket_id, desk.author)
    (field,) = customer.value.fields
    assert (field.field, field.code) == ("assignee", "not_a_choice")
    assert head(ticket_id).assignee_id is None


def test_a_request_that_is_over_is_nobodys() -> None:
    """REQ-9."""
    desk, ticket_id = opened_request()
    end(desk.agent, ticket_id)
    with pytest.raises(RequestOver):
        assign(desk.agent, ticket_id, desk.agent)
