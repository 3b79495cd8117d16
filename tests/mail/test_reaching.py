"""Mail that came back or was complained of stops mail to its address (NOT-3)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.aws import ses as aws_ses
from chalicelib.aws import settings
from chalicelib.aws.former_addresses import address_hash
from chalicelib.aws.transactions import Transaction
from chalicelib.base import clock
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.base.operation import Operation
from chalicelib.entry.job import JobFailed
from chalicelib.mail import jobs
from chalicelib.mail.model import LetterState, StopReason
from chalicelib.mail.reaching import prove, reopen
from chalicelib.mail.service import forget_address
from chalicelib.mail.store.reaching import find_reach, id_of
from local.jobs.feedback import Wish, event
from tests.mail.feedback import ANN, delivered, promised, reach_of, tell
from tests.mail.letters import NOW
from tests.mail.ses import Ses, running_ses

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(minutes=5)
STAFF = Actor(account_id="01KASTAFF")


@pytest.fixture(autouse=True)
def ses(cloud: object, _deployed: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ses]:
    with running_ses() as server:
        monkeypatch.setenv("KONTOR_SES_URL", server.url)
        settings.settings.cache_clear()
        aws_ses.forget_client()
        apart = LATER - clock.now()
        clock.shift_by(lambda: apart)
        yield server
        clock.shift_by(timedelta)
    aws_ses.forget_client()


def test_a_hard_bounce_stops_mail_to_the_address(ses: Ses) -> None:
    """NOT-3: what does not go out says nothing any more, of nobody."""
    tell(delivered("ticket_answer", NOW))
    reach = reach_of()
    assert (reach.reason, reach.template) == (StopReason.BOUNCE, "ticket_answer")
    assert reach.answer == "550 5.1.1 user unknown"
    held = delivered("ticket_answer", LATER)
    assert (held.state, held.to, held.params) == (LetterState.HELD, "nobody", {})
    assert len(ses.messages) == 1
    assert reach_of().held == {held.pk}


def test_a_complaint_stops_mail_too(ses: Ses) -> None:
    """NOT-3"""
    tell(delivered("survey", NOW), Wish.COMPLAINT)
    assert reach_of().reason == StopReason.COMPLAINT
    assert delivered("password_changed", LATER).state == LetterState.HELD


@pytest.mark.parametrize(
    ("template", "bounced", "complained"),
    [
        ("password_reset", True, True),
        ("account_activate", True, True),
        ("address_check", True, True),
        ("invitation", True, False),
        ("staff_invited", True, False),
        ("password_changed", False, False),
        ("ticket_answer", False, False),
        ("trial_license", False, False),
    ],
)
def test_what_carries_a_link_that_proves_the_address_is_still_tried(
    ses: Ses, template: str, bounced: bool, complained: bool
) -> None:
    """NOT-3, ACC-6: who complained gets only what they ask for themselves."""
    first = delivered("survey", NOW)
    tell(first)
    sent = {True: LetterState.SENT, False: LetterState.HELD}
    assert delivered(template, LATER).state == sent[bounced]
    tell(first, Wish.COMPLAINT)
    assert delivered(template, LATER).state == sent[complained]


def test_that_is_tried_a_few_times_a_day(ses: Ses) -> None:
    """NOT-3: not counting what went out before the address was stopped."""
    for first in [delivered("survey", NOW) for _ in range(4)]:
        tell(first)
    states = [delivered("password_reset", LATER).state for _ in range(4)]
    assert states == [LetterState.SENT] * 3 + [LetterState.HELD]
    assert delivered("password_reset", LATER + timedelta(days=1)).state == LetterState.SENT


def test_a_soft_bounce_is_counted_and_stops_nothing(ses: Ses) -> None:
    """NOT-3"""
    letter = delivered("survey", NOW)
    for _ in range(3):
        tell(letter, Wish.MAILBOX_FULL)
    reach = reach_of()
    assert reach.stopped is None
    assert (reach.soft, reach.answer) == (3, "452 4.2.2 mailbox full")
    assert delivered("survey", LATER).state == LetterState.SENT


@pytest.mark.parametrize("kind", ["not-spam", "auth-failure"])
def test_not_every_report_is_a_complaint(ses: Ses, kind: str) -> None:
    """NOT-3"""
    letter = delivered("survey", NOW)
    told = event(letter.pk, letter.to, Wish.COMPLAINT)
    told["detail"]["complaint"]["complaintFeedbackType"] = kind
    jobs.note_feedback(told, None)
    assert find_reach(ANN) is None


def test_an_event_that_comes_again_changes_nothing(ses: Ses) -> None:
    """NOT-3, SCH-4: not even after staff opened the address meanwhile."""
    letter = delivered("survey", NOW)
    soft = tell(letter, Wish.MAILBOX_FULL)
    hard = tell(letter)
    reopen(STAFF, id_of(reach_of()), LATER, Operation.of("test", "1"))
    for told in (hard, soft, hard):
        jobs.note_feedback(told, None)
    reach = reach_of()
    assert reach.stopped is None
    assert reach.soft == 0


def test_a_bounce_of_what_was_sent_before_the_address_was_opened_comes_too_late(ses: Ses) -> None:
    """NOT-3, SCH-4: events out of order."""
    first, second = delivered("survey", NOW), delivered("survey", NOW)
    tell(first)
    reopen(STAFF, id_of(reach_of()), LATER, Operation.of("test", "1"))
    tell(second)
    assert reach_of().stopped is None
    tell(delivered("survey", LATER + timedelta(minutes=1)))
    assert reach_of().reason == StopReason.BOUNCE


def test_a_complaint_outweighs_a_bounce_whichever_comes_first(ses: Ses) -> None:
    """NOT-3"""
    first, second = delivered("survey", NOW), delivered("survey", NOW)
    tell(first)
    tell(first, Wish.COMPLAINT)
    tell(second)
    assert reach_of().reason == StopReason.COMPLAINT


def test_who_uses_a_mailed_link_gets_mail_again(ses: Ses) -> None:
    """NOT-3: whatever had been known before."""
    tell(delivered("survey", NOW))
    change = Transaction(Operation.of("test", "proof"), LATER)
    prove(change, ANN, LATER)
    change.commit()
    assert delivered("survey", LATER).state == LetterState.SENT
    with pytest.raises(NotFound):
        reopen(STAFF, id_of(reach_of()), LATER, Operation.of("test", "1"))


def test_what_is_no_letter_of_ours_concerns_nobody(ses: Ses) -> None:
    """NOT-3: nor does one whose recipient has left."""
    jobs.note_feedback(event("", "eve@example.com", Wish.NO_MAILBOX), None)
    jobs.note_feedback(event("01KANOBODY", "eve@example.com", Wish.NO_MAILBOX), None)
    letter = delivered("survey", NOW)
    forget_address(ANN, address_hash(ANN))
    tell(letter)
    assert find_reach("eve@example.com") is None
    assert find_reach(ANN) is None


def test_a_forgotten_address_leaves_nothing(ses: Ses) -> None:
    """ACC-13"""
    tell(delivered("survey", NOW))
    forget_address(ANN, address_hash(ANN))
    assert find_reach(ANN) is None


def test_an_event_that_cannot_be_read_fails_and_is_handed_in_again(ses: Ses) -> None:
    """SCH-4: it is one event a call, so it holds up no other."""
    letter = promised("survey", NOW)
    told = event(letter.pk, letter.to, Wish.NO_MAILBOX)
    del told["detail"]["bounce"]
    with pytest.raises(JobFailed):
        jobs.note_feedback(told, None)
    assert find_reach(ANN) is None
