"""Throwing an application away once what it was for is forgotten. Loaded by a job."""

from contextlib import suppress
from datetime import datetime

from chalicelib.aws.transactions import Repeated
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.tickets.service.changing import SYSTEM
from chalicelib.tickets.service.sweeping import give_up
from chalicelib.tickets.store import uploads as store


def release(key: str, now: datetime) -> None:
    """Leave nothing of the file. Safe to repeat."""
    upload = store.find_upload(key)
    if upload is not None:
        with suppress(Repeated, Conflict):
            give_up(SYSTEM, upload, now, Operation.of("job", f"{key} release"))
