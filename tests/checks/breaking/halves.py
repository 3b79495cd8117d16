"""9 and 10: changes that are there by halves, and letters that nobody will ever send."""

import json
from collections.abc import Callable
from datetime import timedelta

from chalicelib.accounts.model import Address
from chalicelib.audit.model import Entry
from chalicelib.aws.operations import Done
from chalicelib.base import clock
from chalicelib.mail.model import DayCount, Letter, LetterState
from chalicelib.tickets.model.message import File, Message, MessageKind
from chalicelib.tickets.model.ticket import Number, Ticket
from chalicelib.tickets.model.upload import Upload
from tests.checks import kinds, letters, wholeness
from tests.checks.breaking.acts import Breakage, again, alter, find, put, remove
from tests.checks.full import Full

LATER = "01KAZZZZZZZZZZZZZZZZZZZZZZ"


def _sent(letter: Letter) -> bool:
    return bool(letter.state == LetterState.SENT)


def _security(letter: Letter) -> bool:
    return bool(letter.template == "account_activated")


def _question(message: Message) -> bool:
    return bool(message.what == MessageKind.QUESTION)


def _done(entry: Entry) -> bool:
    return bool(entry.action == "ticket.reminded")


def _promising(**answer: str) -> Callable[[Full], str]:
    return lambda _full: json.dumps(answer)


def _with_file(ticket: Ticket) -> bool:
    return bool(ticket.files)


def _many_letters(full: Full) -> None:
    sent = find(full, Letter, _sent)
    for number in range(201):
        sent.pk = f"01KAZZZZZZZZZZZZZZZZZZZ{number:03}"
        sent.thread = None
        sent.save()


def _arrives_three_times(full: Full) -> None:
    sent = find(full, Letter, lambda letter: _sent(letter) and letter.attempts == 1)
    for _ in range(3):
        full.cloud.mails.deliver(f"X-Kontor-Letter: {sent.pk}\r\n\r\n".encode(), [sent.to])


WHOLENESS_BROKEN = (
    Breakage(
        kinds.every_kind_is_known,
        "does not know",
        put("tickets", pk="x", sk="x", kind="telepathy"),
    ),
    Breakage(
        kinds.every_item_can_be_read,
        "kontor-tickets x",
        put("tickets", pk="x", sk="x", kind="message", t=1),
    ),
    Breakage(wholeness.requests_are_whole, "is not found by its number", remove(Number)),
    Breakage(
        wholeness.requests_are_whole,
        "has no first message",
        remove(Message, lambda message: message.moved_to and not message.moved_from),
    ),
    Breakage(wholeness.requests_are_whole, "stands in no request", again(Message, pk=LATER)),
    Breakage(wholeness.files_are_whole, "belongs to no message", alter(File, message_id=LATER)),
    Breakage(wholeness.files_are_whole, "files of 1", alter(Ticket, _with_file, files=2)),
    Breakage(wholeness.files_are_whole, "bytes in S3", alter(File, size=1)),
    Breakage(wholeness.the_bucket_holds_what_is_known, "is nobody's", remove(Upload)),
    Breakage(wholeness.the_bucket_holds_what_is_known, "its object has", alter(Upload, size=99)),
    Breakage(wholeness.people_are_whole, "leads to no account", alter(Address, account_id=LATER)),
    Breakage(
        wholeness.answers_that_were_given_are_true,
        "was acknowledged and is not there",
        alter(Done, answer=_promising(message_id=LATER)),
    ),
    Breakage(
        wholeness.what_was_said_and_what_was_logged_agree,
        "was said or logged, not both",
        remove(Message, _question),
    ),
)

LETTERS_BROKEN = (
    Breakage(
        letters.letters_are_where_somebody_finds_them,
        "and waits as None",
        alter(Letter, _sent, state=LetterState.QUEUED, params={"name": "x"}),
    ),
    Breakage(
        letters.letters_are_where_somebody_finds_them,
        "still holds what it said",
        alter(Letter, _sent, params={"name": "x"}),
    ),
    Breakage(
        letters.only_what_may_be_declined_was,
        "was left out",
        alter(Letter, _security, state=LetterState.UNWANTED, sent_at=None),
    ),
    Breakage(
        letters.every_cause_has_its_letters,
        "has 0 × ticket_reminder",
        remove(Letter, lambda letter: letter.template == "ticket_reminder"),
    ),
    Breakage(
        letters.every_cause_has_its_letters,
        "has 2 × ticket_reminder",
        again(Letter, lambda letter: letter.template == "ticket_reminder", pk=LATER),
    ),
    Breakage(
        letters.keepers_are_told,
        "was told to nobody",
        remove(Letter, lambda letter: letter.template == "license_code_replaced"),
    ),
    Breakage(letters.mail_is_bounded, "200 are allowed", _many_letters),
    Breakage(
        letters.mail_is_bounded,
        "counts 201 letters",
        alter(DayCount, letter_ids={f"letter {number}" for number in range(201)}),
    ),
    Breakage(letters.mail_is_bounded, "was sent and not counted", remove(DayCount)),
    Breakage(
        letters.mail_is_bounded,
        "1 questions and 2 reminders",
        again(Entry, _done, sk=LATER, at=lambda _: clock.now() - timedelta(days=1)),
    ),
    Breakage(letters.tries_are_bounded, "was tried 9 times", alter(Letter, attempts=9)),
    Breakage(letters.tries_are_bounded, "arrived 3 times", _arrives_three_times),
)
