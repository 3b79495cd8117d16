"""Getting promised letters out (NOT-2): each at least once, and rarely twice.

A delivery first claims the letter: it counts the attempt and moves the time at which the letter
is due again. So a delivery that is cut off is taken up later, and of two at the same time one
steps back. Only a crash between SES's yes and the note of it sends a letter twice; both have the
same Message-ID.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from chalicelib.aws.ses import NotSent, send_raw
from chalicelib.aws.settings import settings
from chalicelib.aws.vendor import vendor
from chalicelib.entry.each import do_each
from chalicelib.entry.log import log_failure, logger
from chalicelib.mail import store
from chalicelib.mail.enclosing import enclosure_of
from chalicelib.mail.letters import write
from chalicelib.mail.messages import message_of
from chalicelib.mail.model import Letter, LetterState
from chalicelib.mail.rules import is_hopeless, next_attempt
from chalicelib.mail.sheets import fill
from chalicelib.mail.topics import TOPIC_OF, can_choose, is_for_staff

PARKED = "letter parked"
CUT_OFF = "CutOff"


def deliver_new(image: Mapping[str, Any], now: datetime) -> None:
    """Send the letter that a stream's image shows; other items are nobody's business here."""
    letter = store.letter_in(image)
    if letter is not None and letter.state == LetterState.QUEUED:
        deliver(letter, now)


def deliver_due(now: datetime) -> int:
    """Send what is due: letters that the stream left over, and those to be tried again.

    One that fails beyond what its own attempts count holds up no other; the run then fails.
    """
    due = store.waiting_ids(LetterState.QUEUED, now, settings().letters_per_sweep)
    return do_each(due, lambda letter_id: _deliver_if_queued(letter_id, now))


def _deliver_if_queued(letter_id: str, now: datetime) -> bool:
    letter = store.find_letter(letter_id)
    return letter is not None and letter.state == LetterState.QUEUED and deliver(letter, now)


def deliver(letter: Letter, now: datetime) -> bool:
    """Send one letter as it was read; False when it was not sent, by this delivery or at all."""
    if is_hopeless(int(letter.attempts), settings().letter_attempts):
        # Each of its deliveries was cut off: what fails in another way was parked by the last.
        _note(letter, CUT_OFF, now)
        return False
    if not store.claim(letter, next_attempt(now, int(letter.attempts) + 1)):
        return False
    if _is_unwanted(letter):
        store.mark_unwanted(letter, now)
        return False
    # So no fault of ours floods a mailbox.
    if not store.count_for_day(letter, now, settings().letters_per_day):
        store.postpone(letter, now + timedelta(days=1))
        return False
    try:
        send_raw(vendor().mail_from, letter.to, compose(letter, now))
    except Exception as failure:  # noqa: BLE001 - whatever is wrong with it, staff must get to see it
        _note(letter, _reason(letter, failure), now)
        return False
    store.mark_sent(letter, now)
    return True


def _is_unwanted(letter: Letter) -> bool:
    """Whether the address does without it by now (NOT-4): what was known at the promise is old."""
    topic = TOPIC_OF.get(letter.template)
    if topic is None or not can_choose(topic):
        return False
    return topic in store.unwanted_by(letter.to, staff=is_for_staff(topic))


def compose(letter: Letter, now: datetime) -> bytes:
    """The letter as a finished message."""
    name = letter.params.get("name", "")
    enclosed = enclosure_of(letter, now)
    params = {**letter.params, **enclosed.params}
    written = write(fill(letter.template, letter.language, params), letter.language, name)
    return message_of(letter, name, written, now, enclosed.files)


def _reason(letter: Letter, failure: Exception) -> str:
    """What staff get to read; of an unexpected failure the stack is logged."""
    if isinstance(failure, NotSent):
        return str(failure)
    log_failure(f"letter {letter.template}", failure)
    return type(failure).__name__


def _note(letter: Letter, error: str, now: datetime) -> None:
    park = is_hopeless(int(letter.attempts), settings().letter_attempts)
    store.note_failure(letter, error, now, park=park)
    if park:
        # An alarm counts these lines (infra/resources/watching.py).
        logger.error(PARKED, extra={"letter": letter.pk, "template": letter.template})


def deliver_parked(letter_id: str, now: datetime) -> bool:
    """Try a parked letter again, from the first attempt on; False when it is not parked."""
    letter = store.find_letter(letter_id)
    return letter is not None and store.requeue(letter, now) and deliver(letter, now)


def parked(now: datetime, most: int = 100) -> list[Letter]:
    """Letters that were given up, the oldest first."""
    ids = store.waiting_ids(LetterState.PARKED, now, most)
    return [letter for letter in map(store.find_letter, ids) if letter is not None]
