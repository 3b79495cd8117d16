"""SCH-4, invariant 9: two at the same moment; one wins, and nothing is half done or done twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from chalicelib.base.errors import Invalid, KontorError
from chalicelib.tickets.errors import RequestOver
from chalicelib.tickets.model.ticket import Status
from chalicelib.tickets.service.overdue import close_settled, remind_unanswered
from chalicelib.tickets.service.reading import view_ticket
from chalicelib.tickets.service.replying import reply
from tests.mailbox import letters_to
from tests.tickets.builders import (
    DAY,
    MINUTE,
    NOON,
    anew,
    answer,
    head,
    make_desk,
    open_one,
    say,
)
from tests.tickets.files import send_file

pytestmark = pytest.mark.usefixtures("cloud")


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do all at the same moment; answers of those that succeed, refusals of the others."""

    def outcome(act: Callable[[], object]) -> object:
        try:
            return act()
        except KontorError as refusal:
            return refusal

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(outcome, acts))


@pytest.mark.parametrize("attempt", range(5))
def test_a_reply_and_the_job_that_closes(attempt: int) -> None:
    """REQ-16: the reply wins and the request goes on, or the job does and the reply is told so."""
    desk = make_desk()
    opened = open_one(desk.author)
    say(desk.agent, opened.id, "solution")
    late = NOON + 7 * DAY + attempt * MINUTE
    replied, closed = at_once(
        lambda: reply(desk.author, opened.id, answer("It is not solved."), late, anew()),
        lambda: close_settled(late),
    )
    seen = view_ticket(desk.author, opened.id)
    said = [message.text for message in seen.messages].count("It is not solved.")
    if closed == 1:
        assert isinstance(replied, RequestOver)
        assert (seen.status, said) == (Status.CLOSED, 0)
    else:
        assert not isinstance(replied, KontorError)
        assert (seen.status, said) == (Status.IN_PROGRESS, 1)
    assert len(letters_to(desk.author.email, "survey")) == closed


def test_the_same_job_several_times_at_once() -> None:
    """SCH-4: one reminder per question."""
    desk = make_desk()
    for _ in range(3):
        say(desk.agent, open_one(desk.author).id, "question")
    due = NOON + 7 * DAY
    done = at_once(*[lambda: remind_unanswered(due)] * 4)
    assert sum(count for count in done if isinstance(count, int)) == 3
    assert len(letters_to(desk.author.email, "ticket_reminder")) == 3


def test_many_replies_at_once_are_all_kept() -> None:
    """Invariant 9."""
    desk = make_desk()
    opened = open_one(desk.author)
    texts = [f"Message {number}" for number in range(4)]
    acts = [
        lambda text=text: reply(desk.author, opened.id, answer(text), NOON + MINUTE, anew())
        for text in texts
    ]
    done = at_once(*acts)
    kept = {message.text for message in view_ticket(desk.author, opened.id).messages}
    written = {t for t, outcome in zip(texts, done, strict=True) if not _refused(outcome)}
    assert kept & set(texts) == written
    assert head(opened.id).revision == len(written)


def _refused(outcome: object) -> bool:
    return isinstance(outcome, KontorError)


def test_two_messages_can_not_both_take_one_file() -> None:
    """REQ-4: two tabs, one upload; the one that comes second is told."""
    desk = make_desk()
    opened = open_one(desk.author)
    key = send_file(desk.author)
    outcomes = at_once(
        *[lambda: reply(desk.author, opened.id, answer("Log.", key), NOON + MINUTE, anew())] * 2
    )
    refusals = [outcome for outcome in outcomes if isinstance(outcome, KontorError)]
    assert [type(refusal) for refusal in refusals] == [Invalid]
    messages = view_ticket(desk.author, opened.id).messages
    assert [len(message.files) for message in messages] == [0, 1]
    assert head(opened.id).files == 1
