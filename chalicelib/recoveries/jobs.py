"""What follows by itself when an ownership was asked for, or that ended."""

from datetime import datetime

from chalicelib.entry.job import Jobs, Record
from chalicelib.recoveries import telling
from chalicelib.recoveries.store import RECOVERY

jobs = Jobs(__name__)


@jobs.on_stream("recoveries", "INSERT", "MODIFY")
def begin(record: Record, now: datetime) -> None:
    """COM-10: the company's people are told at once."""
    keys = record["dynamodb"]["Keys"]
    if keys["sk"]["S"] == RECOVERY:
        telling.go_on(keys["pk"]["S"], now)


@jobs.every(minutes=5)
def go_on(now: datetime) -> int:
    """COM-10: go on telling; forget what was kept long enough."""
    return telling.go_on_with_all(now)
