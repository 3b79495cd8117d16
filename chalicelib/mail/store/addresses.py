"""What is kept of an address: the day's count, and what it does without."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from pynamodb.expressions.condition import size

from chalicelib.aws.conditional import update_if
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Key
from chalicelib.aws.transactions import Transaction
from chalicelib.base.ids import digest
from chalicelib.mail.model import DayCount, Letter, LetterState, Unwanted
from chalicelib.mail.store.letters import NOBODY, find_letter, waiting_ids


def count_for_day(letter: Letter, now: datetime, most: int, *, stopped: bool = False) -> bool:
    """Count a letter to its address; False, and nothing counted, when its day is full.

    A letter counts once a day, however often it is tried and counted. What goes to a stopped
    address is counted by itself.
    """
    day = now.date().isoformat()
    counter = DayCount(place_of(letter.to), f"{day}#stopped" if stopped else day)
    actions = [
        DayCount.letter_ids.add({letter.pk}),
        DayCount.kind.set(DayCount),
        DayCount.cleanup.set(now + timedelta(days=settings().letter_days)),
    ]
    first = DayCount.letter_ids.does_not_exist()
    counted = DayCount.letter_ids.contains(letter.pk)
    return update_if(counter, actions, first | counted | (size(DayCount.letter_ids) < most))


def choice_key(address: str, *, staff: bool) -> Key:
    """Where the topics stand that an address does without, as a customer or as staff."""
    return (Unwanted, place_of(address), _side(staff))


def set_unwanted(
    change: Transaction, address: str, topics: Collection[str], *, staff: bool
) -> None:
    """Set which topics an address does without."""
    item = Unwanted(pk=place_of(address), sk=_side(staff), topics=set(topics) or None)
    change.put(item)


def _side(staff: bool) -> str:
    return "unwanted#staff" if staff else "unwanted#customer"


def place_of(address: str) -> str:
    """The collection of all that is kept of an address."""
    return f"to#{digest(address.lower())}"


def forget_choice(change: Transaction, address: str) -> None:
    """Forget what a customer's address does without."""
    change.delete(Unwanted(pk=place_of(address), sk=_side(staff=False)))


def forget_address(email: str) -> int:
    """Take an address out of the letters that went to it; answers how many still wait to go."""
    waiting = 0
    days = DayCount.sk < "a"  # dates; what the address does without stands behind them
    for day in DayCount.query(place_of(email), days, consistent_read=True):
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
    return update_if(letter, [Letter.to.set(NOBODY)], Letter.state == LetterState.SENT)
