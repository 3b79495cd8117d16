"""What follows by itself when somebody leaves, a company is deleted, or one of both is renamed."""

from datetime import datetime

from chalicelib.entry.job import Jobs, Record
from chalicelib.journeys import closing, erasing, history, renaming
from chalicelib.journeys.model import Work
from chalicelib.journeys.store import CLOSURE, DEPARTURE, RENAMING, TRANSFER

jobs = Jobs(__name__)


@jobs.on_stream("journeys", "INSERT")
def begin(record: Record, now: datetime) -> None:
    """ACC-9, ACC-13, COM-9, STF-8, STF-9: what was just decided is carried out at once."""
    keys = record["dynamodb"]["Keys"]
    pk, sk = keys["pk"]["S"], keys["sk"]["S"]
    if sk == DEPARTURE:
        erasing.go_on(pk, now)
    elif sk == CLOSURE:
        closing.go_on(pk, now)
    elif sk == TRANSFER:
        history.go_on(pk, now)
    elif sk == RENAMING:
        renaming.go_on(pk, now)


@jobs.every(minutes=5)
def forget_departed(now: datetime) -> int:
    """ACC-13: go on until nothing is left of those who left."""
    return erasing.forget_departed(now)


@jobs.every(minutes=5)
def close_companies(now: datetime) -> int:
    """COM-9: go on until nothing is left of companies that were deleted."""
    return closing.close_companies(now)


@jobs.every(minutes=5)
def move_histories(now: datetime) -> int:
    """STF-9: go on with requests that get another author."""
    return history.move_histories(now)


@jobs.every(minutes=5)
def rename_companies(now: datetime) -> int:
    """STF-8: go on until every request has its company's new name."""
    return renaming.go_on_with(Work.RENAME_COMPANY, now)


@jobs.every(minutes=5)
def rename_people(now: datetime) -> int:
    """ACC-9, COM-6: go on until people go by their new names wherever they wrote."""
    return renaming.go_on_with(Work.RENAME_PERSON, now)
