"""Letters: which of them wait, and how each moves on.

Every move names the state it starts from, so of two deliveries at the same time one steps back.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from pynamodb.expressions.update import Action

from chalicelib.aws.conditional import update_if
from chalicelib.aws.pages import Page, read_cursor, read_page
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Item, read_many, read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.base.errors import Conflict
from chalicelib.mail.model import Letter, LetterState

NOBODY = "nobody"
"""Whom a letter went to that is nobody's any more."""
PARKED_CURSOR = frozenset({"pk", "sk", "due_at"})


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
    return update_if(
        letter,
        [Letter.attempts.set(letter.attempts + 1), Letter.due_at.set(again_at)],
        unchanged,
    )


def postpone(letter: Letter, until: datetime) -> None:
    """Give a claimed letter back until later, as if the attempt had not been."""
    actions = [Letter.attempts.set(letter.attempts - 1), Letter.due_at.set(until)]
    update_if(letter, actions, Letter.state == LetterState.QUEUED)


def mark_unwanted(letter: Letter, now: datetime) -> None:
    """Note that nobody wants it, and forget what stood in it and whom it was for."""
    _finish(letter, LetterState.UNWANTED, now, Letter.to.set(NOBODY))


def mark_held(letter: Letter, now: datetime) -> None:
    """Note that its address gets no mail (NOT-3); forget what stood in it and whom it was for."""
    _finish(letter, LetterState.HELD, now, Letter.to.set(NOBODY))


def mark_sent(letter: Letter, now: datetime) -> None:
    """Note that SES has it, and forget what stood in it."""
    _finish(letter, LetterState.SENT, now, Letter.sent_at.set(now))


def _finish(letter: Letter, state: LetterState, now: datetime, *more: Action) -> None:
    update_if(letter, [*more, *_finished(state, now)], Letter.state == LetterState.QUEUED)


def _finished(state: LetterState, now: datetime) -> list[Action]:
    return [
        Letter.state.set(state),
        Letter.params.set({}),
        Letter.enclosure.remove(),
        Letter.cleanup.set(now + timedelta(days=settings().letter_days)),
        Letter.waiting.remove(),
        Letter.due_at.remove(),
        Letter.error.remove(),
    ]


def note_failure(letter: Letter, error: str, now: datetime, *, park: bool) -> None:
    """Note why it was not sent; a parked letter is tried no more."""
    actions: list[Action] = [Letter.error.set(error)]
    if park:
        actions += [
            Letter.state.set(LetterState.PARKED),
            Letter.waiting.set(LetterState.PARKED),
            Letter.due_at.set(now),
        ]
    update_if(letter, actions, Letter.state == LetterState.QUEUED)


def requeue(letter: Letter, now: datetime) -> bool:
    """Take a parked letter up again, as if new; False when it is not parked any more."""
    return update_if(letter, _as_new(now), Letter.state == LetterState.PARKED)


def try_again(change: Transaction, letter: Letter, now: datetime) -> None:
    """The same as part of a change; the sweeper sends it. Conflict when it is not parked."""
    change.update(letter, _as_new(now), Letter.state == LetterState.PARKED, lost=Conflict())


def _as_new(now: datetime) -> list[Action]:
    return [
        Letter.state.set(LetterState.QUEUED),
        Letter.waiting.set(LetterState.QUEUED),
        Letter.attempts.set(0),
        Letter.due_at.set(now),
    ]


def drop(change: Transaction, letter: Letter, now: datetime) -> None:
    """Give a parked letter up for good; Conflict when it is not parked any more."""
    actions = [*_finished(LetterState.DROPPED, now), Letter.to.set(NOBODY)]
    change.update(letter, actions, Letter.state == LetterState.PARKED, lost=Conflict())


def parked_page(cursor: str | None) -> Page[Letter]:
    """A page of the letters that were given up, the newest first. One query, one read of them."""
    partition, size = {"waiting": LetterState.PARKED.value}, settings().page_size
    results = Letter.waiting_index.query(
        LetterState.PARKED,
        scan_index_forward=False,
        limit=size + 1,
        last_evaluated_key=read_cursor(cursor, partition, PARKED_CURSOR),
    )
    page = read_page(results, partition, size)
    found = read_many([(Letter, row.pk, row.sk) for row in page.items]) if page.items else []
    return Page([each for each in found if each is not None], page.next_cursor)
