"""The outbox's two ways out: the stream at once, the sweeper for what was left over."""

from datetime import datetime

from chalicelib.entry.job import Jobs, Record
from chalicelib.mail.delivery import deliver_due, deliver_new

jobs = Jobs(__name__)


@jobs.on_stream("outbox", "INSERT")
def send(record: Record, now: datetime) -> None:
    """Deliver a letter that was just promised."""
    deliver_new(record["dynamodb"]["NewImage"], now)


@jobs.every(minutes=2)
def sweep(now: datetime) -> int:
    """Deliver what is due."""
    return deliver_due(now)
