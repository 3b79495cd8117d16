"""Getting promised letters out (NOT-2): each at least once, and rarely twice.

A delivery first claims the letter: it counts the attempt and moves the time at which the letter
is due again. So a delivery that is cut off is taken up later, and of two at the same time one
steps back. Only a crash between SES's yes and the note of it sends a letter twice; both have the
same Message-ID.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from chalicelib.aws.ses import NotSent, send_raw
from chalicelib.aws.settings import settings
from chalicelib.aws.vendor import vendor
from chalicelib.entry.each import do_each
from chalicelib.entry.log import log_failure, logger
from chalicelib.mail.enclosing import enclosure_of
from chalicelib.mail.letters import write
from chalicelib.mail.messages import message_of
from chalicelib.mail.model import Letter, LetterState, StopReason
from chalicelib.mail.rules import is_hopeless, may_try, next_attempt
from chalicelib.mail.sheets import fill, vendors_zone
from chalicelib.mail.store import addresses, letters, reaching, zones
from chalicelib.mail.topics import TOPIC_OF, can_choose, is_for_staff

PARKED = "letter parked"
CUT_OFF = "CutOff"


def deliver_new(image: Mapping[str, Any], now: datetime) -> None:
    """Send the letter that a stream's image shows; other items are nobody's business here."""
    letter = letters.letter_in(image)
    if letter is not None and letter.state == LetterState.QUEUED:
        deliver(letter, now)


def deliver_due(now: datetime) -> int:
    """Send what is due: letters that the stream left over, and those to be tried again.

    One that fails beyond what its own attempts count holds up no other; the run then fails.
    """
    due = letters.waiting_ids(LetterState.QUEUED, now, settings().letters_per_sweep)
    return do_each(due, lambda letter_id: _deliver_if_queued(letter_id, now))


def _deliver_if_queued(letter_id: str, now: datetime) -> bool:
    letter = letters.find_letter(letter_id)
    if letter is None or letter.state != LetterState.QUEUED:
        return False
    # The list was read before: since then another delivery may have claimed it, or put it off.
    return letter.due_at <= now and deliver(letter, now)


def deliver(letter: Letter, now: datetime) -> bool:
    """Send one letter as it was read; False when it was not sent, by this delivery or at all."""
    if is_hopeless(int(letter.attempts), settings().letter_attempts):
        # Each of its deliveries was cut off: what fails in another way was parked by the last.
        _note(letter, CUT_OFF, now)
        return False
    if not letters.claim(letter, next_attempt(now, int(letter.attempts) + 1)):
        return False
    if not _may_go(letter, now):
        return False
    try:
        send_raw(vendor().mail_from, letter.to, compose(letter, now))
    except Exception as failure:  # noqa: BLE001 - whatever is wrong with it, staff must get to see it
        _note(letter, _reason(letter, failure), now)
        return False
    letters.mark_sent(letter, now)
    return True


def _may_go(letter: Letter, now: datetime) -> bool:
    """Whether the letter goes out now; where not, it is seen to what becomes of it instead."""
    topic = TOPIC_OF.get(letter.template)
    staff = topic is not None and is_for_staff(topic)
    unwanted, reach = reaching.known_of(letter.to, staff=staff)
    # What was known at the promise is old: they may do without it by now (NOT-4).
    if topic in unwanted and can_choose(topic):
        letters.mark_unwanted(letter, now)
        return False
    stopped = StopReason(reach.reason) if reach and reach.reason else None
    if stopped is None:
        # So no fault of ours floods a mailbox.
        if addresses.count_for_day(letter, now, settings().letters_per_day):
            return True
        letters.postpone(letter, now + timedelta(days=1))
        return False
    most = settings().letters_per_day_if_stopped
    if may_try(letter.template, stopped) and addresses.count_for_day(
        letter, now, most, stopped=True
    ):
        return True
    reaching.note_held(letter)
    letters.mark_held(letter, now)
    return False


def compose(letter: Letter, now: datetime) -> bytes:
    """The letter as a finished message."""
    name = letter.params.get("name", "")
    enclosed = enclosure_of(letter, now)
    params = {**letter.params, **enclosed.params}
    sheet = fill(letter.template, letter.language, params, cache(lambda: _zone_of(letter)))
    written = write(sheet, letter.language, name)
    return message_of(letter, name, written, now, enclosed.files)


def _zone_of(letter: Letter) -> str:
    return zones.zone_of(letter.to) or vendors_zone()


def _reason(letter: Letter, failure: Exception) -> str:
    """What staff get to read; of an unexpected failure the stack is logged."""
    if isinstance(failure, NotSent):
        return str(failure)
    log_failure(f"letter {letter.template}", failure)
    return type(failure).__name__


def _note(letter: Letter, error: str, now: datetime) -> None:
    park = is_hopeless(int(letter.attempts), settings().letter_attempts)
    letters.note_failure(letter, error, now, park=park)
    if park:
        # An alarm counts these lines (infra/resources/watching.py).
        logger.error(PARKED, extra={"letter": letter.pk, "template": letter.template})


def deliver_parked(letter_id: str, now: datetime) -> bool:
    """Try a parked letter again, from the first attempt on; False when it is not parked."""
    letter = letters.find_letter(letter_id)
    return letter is not None and letters.requeue(letter, now) and deliver(letter, now)


def parked(now: datetime, most: int = 100) -> list[Letter]:
    """Letters that were given up, the oldest first."""
    ids = letters.waiting_ids(LetterState.PARKED, now, most)
    return [letter for letter in map(letters.find_letter, ids) if letter is not None]
