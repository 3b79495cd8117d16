"""Letters that went out, and what SES says became of them."""

from datetime import datetime
from typing import Any

from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.operation import Operation
from chalicelib.mail import jobs
from chalicelib.mail.delivery import deliver
from chalicelib.mail.model import Letter, Reach
from chalicelib.mail.service import Recipient, post
from chalicelib.mail.store import letters
from chalicelib.mail.store.reaching import find_reach
from local.jobs.feedback import Wish, event
from tests.mail.letters import PARAMS

ANN = "ann@example.com"


def promised(template: str, now: datetime, email: str = ANN) -> Letter:
    """A letter to somebody, in the outbox."""
    known = {letter.pk for letter in Letter.scan() if isinstance(letter, Letter)}
    change = Transaction(Operation.of("test", ids.token()), now)
    post(change, Recipient(email, "en", "Ann"), template, PARAMS[template], now)
    change.commit()
    found = [each for each in Letter.scan() if isinstance(each, Letter)]
    return next(letter for letter in found if letter.pk not in known)


def delivered(template: str, now: datetime, email: str = ANN) -> Letter:
    """The same after its delivery, wherever that led to."""
    letter = promised(template, now, email)
    deliver(letter, now)
    found = letters.find_letter(letter.pk)
    assert found is not None
    return found


def tell(letter: Letter, wish: Wish = Wish.NO_MAILBOX) -> dict[str, Any]:
    """SES's word about a letter reaches the job; answers the event, to be handed in again."""
    told = event(letter.pk, letter.to, wish)
    jobs.note_feedback(told, None)
    return told


def reach_of(email: str = ANN) -> Reach:
    """What is known of an address."""
    found = find_reach(email)
    assert found is not None
    return found
