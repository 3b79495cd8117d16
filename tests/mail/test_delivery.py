"""From the promise to SES: once as a rule, at least once always (NOT-2)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email import message_from_bytes
from typing import Any

import pytest

from chalicelib.aws import ses as aws_ses
from chalicelib.aws import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.operation import Operation
from chalicelib.mail.delivery import deliver, deliver_due, deliver_parked, parked
from chalicelib.mail.jobs import send, sweep
from chalicelib.mail.model import DayCount, Letter, LetterState
from chalicelib.mail.service import Recipient, post
from chalicelib.mail.store import addresses, letters
from tests.mail.letters import NOW, PARAMS
from tests.mail.ses import Ses, running_ses

pytestmark = pytest.mark.usefixtures("cloud")
STALE = timedelta(minutes=4)


@pytest.fixture(autouse=True)
def ses(cloud: object, _deployed: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ses]:
    with running_ses() as server:
        monkeypatch.setenv("KONTOR_SES_URL", server.url)
        monkeypatch.setenv("KONTOR_LETTER_ATTEMPTS", "3")
        monkeypatch.setenv("KONTOR_LETTERS_PER_DAY", "2")
        settings.settings.cache_clear()
        aws_ses.forget_client()
        yield server
    aws_ses.forget_client()


def _post(template: str = "password_changed", thread: str = "") -> Letter:
    known = {letter.pk for letter in _all()}
    change = Transaction(Operation.of("test", f"{template} {len(known)}"), NOW)
    to = Recipient("ann@example.com", "en", "Ann")
    post(change, to, template, PARAMS[template], NOW, thread=thread)
    change.commit()
    return next(letter for letter in _all() if letter.pk not in known)


def _all() -> list[Letter]:
    return list(Letter.scan())


def _again(letter: Letter) -> Letter:
    found = letters.find_letter(letter.pk)
    assert found is not None
    return found


def _inserted(letter: Letter) -> dict[str, Any]:
    """The stream's record of the letter's being written."""
    image = letter.to_dynamodb_dict()
    return {"eventName": "INSERT", "dynamodb": {"SequenceNumber": "1", "NewImage": image}}


def test_the_stream_sends_a_promised_letter(ses: Ses) -> None:
    """NOT-2"""
    letter = _post()
    assert send({"Records": [_inserted(letter)]}, None) == {"batchItemFailures": []}
    (message,) = map(message_from_bytes, ses.messages)
    assert ses.recipients == ["ann@example.com"]
    assert message["to"] == "Ann <ann@example.com>"
    sent = _again(letter)
    assert (sent.state, sent.attempts) == (LetterState.SENT, 1)
    assert sent.sent_at is not None


def test_a_sent_letter_forgets_what_it_said_and_goes_away_in_time(ses: Ses) -> None:
    letter = _post("account_activate")
    assert deliver(letter, NOW)
    sent = _again(letter)
    assert sent.params == {}
    assert sent.cleanup is not None
    assert sent.cleanup - NOW == timedelta(days=90)
    assert deliver_due(NOW + timedelta(days=1)) == 0


def test_the_sweeper_leaves_a_fresh_letter_to_the_stream(ses: Ses) -> None:
    """NOT-2"""
    _post()
    assert deliver_due(NOW) == 0
    assert deliver_due(NOW + STALE) == 1
    assert len(ses.messages) == 1


def test_two_deliveries_at_the_same_time_send_once(ses: Ses) -> None:
    """SCH-4"""
    one = _post()
    other = _again(one)
    assert [deliver(one, NOW), deliver(other, NOW)] == [True, False]
    send.run(_inserted(other), NOW)
    assert len(ses.messages) == 1


def test_a_delivery_that_is_cut_off_is_made_up_for_with_the_same_message_id(ses: Ses) -> None:
    """NOT-2, SCH-4: cut off after SES said yes, before that was noted."""
    letter = _post()
    claimed = _again(letter)
    assert letters.claim(claimed, NOW + timedelta(minutes=1))
    assert deliver_due(NOW + timedelta(seconds=59)) == 0
    assert deliver_due(NOW + timedelta(seconds=60)) == 1
    (message,) = map(message_from_bytes, ses.messages)
    assert message["message-id"] == f"<{letter.pk}@mueller.example>"


def test_a_letter_that_ses_refuses_is_tried_again_with_growing_pauses(ses: Ses) -> None:
    """NOT-2"""
    ses.refuses_with = "Throttling"
    letter = _post()
    assert not deliver(letter, NOW)
    waiting = _again(letter)
    assert (waiting.state, waiting.error) == (LetterState.QUEUED, "Throttling")
    assert waiting.due_at == NOW + timedelta(minutes=1)
    assert deliver_due(NOW + timedelta(minutes=1)) == 0
    assert _again(letter).due_at == NOW + timedelta(minutes=3)
    ses.refuses_with = ""
    assert deliver_due(NOW + timedelta(minutes=3)) == 1
    assert _again(letter).error is None


def test_a_letter_that_is_refused_for_good_is_parked_where_staff_see_it(ses: Ses) -> None:
    """NOT-2"""
    ses.refuses_with = "MessageRejected"
    letter = _post()
    later = _try_for_hours()
    assert [(found.pk, found.error) for found in parked(later)] == [(letter.pk, "MessageRejected")]
    assert "eve@" not in str(_again(letter).to_dynamodb_dict()), "SES names addresses in its words"
    assert deliver_due(later) == 0

    ses.refuses_with = ""
    assert deliver_parked(letter.pk, later)
    assert not parked(later)
    assert not deliver_parked(letter.pk, later)
    assert len(ses.messages) == 1


def _try_for_hours() -> datetime:
    later = NOW
    for _ in range(6):
        later += timedelta(hours=7)
        deliver_due(later)
    return later


def test_a_letter_that_cannot_be_written_is_parked_too_and_holds_up_no_other(ses: Ses) -> None:
    broken, good = _post("ticket_answer"), _post()
    broken.update([Letter.params.set({"name": "Ann"})])
    assert sweep.run(NOW + STALE) == 1
    later = _try_for_hours()
    assert [found.pk for found in parked(later)] == [broken.pk]
    assert _again(good).state == LetterState.SENT


def test_when_ses_cannot_be_reached_the_letter_waits(
    ses: Ses, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONTOR_SES_URL", "http://127.0.0.1:1")
    settings.settings.cache_clear()
    aws_ses.forget_client()
    letter = _post()
    assert not deliver(letter, NOW)
    assert _again(letter).error == "EndpointConnectionError"


def test_an_address_gets_no_more_than_its_day_holds(ses: Ses) -> None:
    letters = [_post() for _ in range(3)]
    assert [deliver(letter, NOW) for letter in letters] == [True, True, False]
    waiting = _again(letters[2])
    assert (waiting.state, waiting.attempts) == (LetterState.QUEUED, 0)
    assert deliver_due(NOW + timedelta(days=1)) == 1


def test_a_letter_counts_once_a_day_and_also_when_its_first_delivery_was_cut_off(ses: Ses) -> None:
    """NOT-2, SCH-4: cut off before it was counted; and one counted twice over."""
    cut_off, counted, late = (_post() for _ in range(3))
    assert letters.claim(cut_off, NOW)
    assert addresses.count_for_day(counted, NOW, 2)
    assert deliver_due(NOW + STALE) == 2
    assert len(ses.messages) == 2
    assert sum(_again(letter).state == LetterState.SENT for letter in (cut_off, counted, late)) == 2


def test_a_letter_whose_every_delivery_is_cut_off_is_parked(ses: Ses) -> None:
    """NOT-2: nothing is tried for ever, not even what ends the process that tries it."""
    letter = _post()
    for _ in range(3):
        assert letters.claim(letter, NOW)
    assert deliver_due(NOW) == 0
    assert [(found.pk, found.error) for found in parked(NOW)] == [(letter.pk, "CutOff")]
    assert not ses.messages


def test_the_stream_also_shows_what_is_no_letter(ses: Ses) -> None:
    counter = DayCount("to#digest", "2026-11-22", letter_ids={"x"}, cleanup=NOW)
    send.run({"dynamodb": {"NewImage": counter.to_dynamodb_dict()}}, NOW)
    assert not ses.messages
