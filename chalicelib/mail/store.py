"""The outbox table: which letters wait, and how each moves on.

Every move names the state it starts from, so of two deliveries at the same time one steps back.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition, size
from pynamodb.expressions.update import Action

from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Item, read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.base.ids import digest
from chalicelib.mail.model import DayCount, Letter, LetterState, Unwanted

LOST = "ConditionalCheckFailedException"
NOBODY = "nobody"
"""Whom a letter went to that is nobody's any more."""


def add_letter(change: Transaction, letter: Letter) -> None:
    """Write a new letter into the change."""
    change.create(letter)


def find_letter(letter_id: str) -> Letter | None:
    """One letter, or None."""
    return read_one(Letter, letter_id, "letter")


def letter_in(image: Mapping[str, Any]) -> Letter | None:
    """The letter in a stream's image of an item, or None when it is an item of another kind."""
    item: Item = Item.from_raw_data(dict(image))
    return item if isinstance(item, Letter) else None


def waiting_ids(state: LetterState, due: datetime, most: int) -> Iterator[str]:
    """Ids of up to `most` letters in a state that were due by then, the longest due first."""
    found = Letter.waiting_index.query(state, Letter.due_at <= due, limit=most)
    for letter in found:
        yield letter.pk


def claim(letter: Letter, again_at: datetime) -> bool:
    """Count one more attempt and make the letter due again; False when somebody else has it."""
    unchanged = (Letter.state == LetterState.QUEUED) & (Letter.attempts == letter.attempts)
    return _move(
        letter,
        [Letter.attempts.set(letter.attempts + 1), Letter.due_at.set(again_at)],
        unchanged,
    )


def postpone(letter: Letter, until: datetime) -> None:
    """Give a claimed letter back until later, as if the attempt had not been."""
    actions = [Letter.attempts.set(letter.attempts - 1), Letter.due_at.set(until)]
    _move(letter, actions, Letter.state == LetterState.QUEUED)


def count_for_day(letter: Letter, now: datetime, most: int) -> bool:
    """Count a letter to its address; False, and nothing counted, when its day is full.

    A letter counts once a day, however often it is tried and counted.
    """
    counter = DayCount(_place_of(letter.to), now.date().isoformat())
    actions = [
        DayCount.letter_ids.add({letter.pk}),
        DayCount.kind.set(DayCount),
        DayCount.cleanup.set(now + timedelta(days=settings().letter_days)),
    ]
    first = DayCount.letter_ids.does_not_exist()
    counted = DayCount.letter_ids.contains(letter.pk)
    return _move(counter, actions, first | counted | (size(DayCount.letter_ids) < most))


def unwanted_by(address: str, *, staff: bool) -> frozenset[str]:
    """The topics that an address does without, as a customer or as staff."""
    found = read_one(Unwanted, _place_of(address), _side(staff))
    return frozenset((found.topics if found else None) or ())


def set_unwanted(
    change: Transaction, address: str, topics: Collection[str], *, staff: bool
) -> None:
    """Set which topics an address does without."""
    item = Unwanted(pk=_place_of(address), sk=_side(staff), topics=set(topics) or None)
    change.put(item)


def _side(staff: bool) -> str:
    return "unwanted#staff" if staff else "unwanted#customer"


def _place_of(address: str) -> str:
    return f"to#{digest(address.lower())}"


def mark_unwanted(letter: Letter, now: datetime) -> None:
    """Note that nobody wants it, and forget what stood in it and whom it was for."""
    _finish(letter, LetterState.UNWANTED, now, Letter.to.set(NOBODY))


def forget_choice(change: Transaction, address: str) -> None:
    """Forget what a customer's address does without."""
    change.delete(Unwanted(pk=_place_of(address), sk=_side(staff=False)))


def forget_address(email: str) -> int:
    """Take an address out of the letters that went to it; answers how many still wait to go."""
    waiting = 0
    days = DayCount.sk < "a"  # dates; what the address does without stands behind them
    for day in DayCount.query(_place_of(email), days, consistent_read=True):
        kept = [one for one in day.letter_ids if not _forget(one, email)]
        waiting += len(kept)
        if not kept:
            day.delete()
    return waiting


def waits_for(email: str, most: int) -> bool:
    """Whether a letter to the address is on its way yet, tried or not; True also past `most`.

    Parked ones are none: they are removed on the way.
    """
    later = datetime.max.replace(tzinfo=UTC)
    for state in (LetterState.QUEUED, LetterState.PARKED):
        ids = list(waiting_ids(state, later, most))
        if len(ids) == most:
            return True
        if not all(_forget(letter_id, email) for letter_id in ids):
            return True
    return False


def _forget(letter_id: str, email: str) -> bool:
    """Whether the letter holds the address no more; one that waits goes on doing so."""
    letter = find_letter(letter_id)
    if letter is None or letter.to != email:
        return True
    if letter.state == LetterState.PARKED:
        letter.delete()
        return True
    return _move(letter, [Letter.to.set(NOBODY)], Letter.state == LetterState.SENT)


def mark_sent(letter: Letter, now: datetime) -> None:
    """Note that SES has it, and forget what stood in it."""
    _finish(letter, LetterState.SENT, now, Letter.sent_at.set(now))


def _finish(letter: Letter, state: LetterState, now: datetime, *more: Action) -> None:
    actions = [
        *more,
        Letter.state.set(state),
        Letter.params.set({}),
        Letter.enclosure.remove(),
        Letter.cleanup.set(now + timedelta(days=settings().letter_days)),
        Letter.waiting.remove(),
        Letter.due_at.remove(),
        Letter.error.remove(),
    ]
    _move(letter, actions, Letter.state == LetterState.QUEUED)


def note_failure(letter: Letter, error: str, now: datetime, *, park: bool) -> None:
    """Note why it was not sent; a parked letter is tried no more."""
    actions: list[Action] = [Letter.error.set(error)]
    if park:
        actions += [
            Letter.state.set(LetterState.PARKED),
            Letter.waiting.set(LetterState.PARKED),
            Letter.due_at.set(now),
        ]
    _move(letter, actions, Letter.state == LetterState.QUEUED)


def requeue(letter: Letter, now: datetime) -> bool:
    """Take a parked letter up again, as if new; False when it is not parked any more."""
    actions = [
        Letter.state.set(LetterState.QUEUED),
        Letter.waiting.set(LetterState.QUEUED),
        Letter.attempts.set(0),
        Letter.due_at.set(now),
    ]
    return _move(letter, actions, Letter.state == LetterState.PARKED)


def _move(item: Item, actions: Sequence[Action], condition: Condition) -> bool:
    try:
        item.update(list(actions), condition)
    except UpdateError as error:
        if error.cause_response_code != LOST:
            raise
        return False
    return True
