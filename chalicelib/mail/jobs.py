"""The outbox's two ways out: the stream at once, the sweeper for what was left over. And what
comes back.
"""

from datetime import datetime

from chalicelib.entry.feedback import Feedback
from chalicelib.entry.job import Jobs, Record
from chalicelib.mail.delivery import deliver_due, deliver_new
from chalicelib.mail.reaching import note_feedback as note

jobs = Jobs(__name__)


@jobs.on_stream("outbox", "INSERT")
def send(record: Record, now: datetime) -> None:
    """Deliver a letter that was just promised."""
    deliver_new(record["dynamodb"]["NewImage"], now)


@jobs.every(minutes=2)
def sweep(now: datetime) -> int:
    """Deliver what is due."""
    return deliver_due(now)


@jobs.on_mail_feedback()
def note_feedback(feedback: Feedback, now: datetime) -> None:
    """Stop mail to where it came back from, or where somebody complained (NOT-3)."""
    note(feedback, now)
