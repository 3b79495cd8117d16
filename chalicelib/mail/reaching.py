"""Mail that came back or was complained of stops mail to its address, until it is opened again.

By staff, or by the person, who uses a link that a mail brought them (NOT-3, docs/decisions/0042).
"""

from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.former_addresses import address_hash
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.base.operation import Operation
from chalicelib.entry.feedback import Feedback, FeedbackKind
from chalicelib.mail.model import Letter, Reach, StopReason
from chalicelib.mail.rules import stop_for, stops
from chalicelib.mail.store import letters, reaching

SYSTEM = Actor(account_id="system")


def note_feedback(feedback: Feedback, now: datetime) -> None:
    """Stop mail to a letter's address, or count what came back for now. Safe to repeat.

    Whom it concerns is what the letter says: of mail that is not ours, and of letters whose
    recipient has left, nothing is kept.
    """
    letter = letters.find_letter(feedback.letter_id) if feedback.letter_id else None
    if letter is None or letter.to == letters.NOBODY:
        return
    known = reaching.find_reach(letter.to)
    bounced = feedback.kind is FeedbackKind.BOUNCE
    reason = stop_for(feedback.reason, bounced=bounced)
    change = Transaction(Operation.of("mail feedback", feedback.id), now)
    if reason and stops(
        reason,
        StopReason(known.reason) if known and known.reason else None,
        letter.sent_at or now,
        known.reopened_at if known else None,
    ):
        _stop(change, known, letter, reason, feedback.answer, now)
    elif reason is None and bounced:
        reaching.count_soft(change, known, letter.to, feedback.answer, now)
    else:
        return
    try:
        change.commit()
    except Repeated:
        return


def _stop(
    change: Transaction,
    known: Reach | None,
    letter: Letter,
    reason: StopReason,
    answer: str,
    now: datetime,
) -> None:
    reaching.stop(change, known, letter, reason, answer, now)
    details = {"reason": reason.value, "template": letter.template}
    record(change, SYSTEM, "address.stopped", address_hash(letter.to), now, details=details)


def reopen(actor: Actor, address_id: str, now: datetime, operation: Operation) -> None:
    """Staff let mail go to an address again; what was held back is not sent. Raises NotFound."""
    reach = reaching.find_by_id(address_id)
    if reach is None or not reach.stopped:
        raise NotFound
    change = Transaction(operation, now)
    reaching.lift(change, reach, now)
    details = {"reason": reach.reason}
    record(change, actor, "address.reopened", address_id, now, details=details)
    change.commit({})


def prove(change: Transaction, email: str, now: datetime) -> None:
    """Somebody used a link that came to this address by mail: so mail arrives there."""
    reaching.reopen(change, email, now)
