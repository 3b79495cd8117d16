"""A person's files that no message has, when the person goes. Loaded by a job."""

from contextlib import suppress
from datetime import datetime

from chalicelib.aws.transactions import Repeated
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.tickets.service.changing import SYSTEM
from chalicelib.tickets.service.sweeping import give_up
from chalicelib.tickets.store import uploads as store


def clear_uploads(owner_id: str, now: datetime, company_id: str = "") -> int:
    """Give up all of a person's loose uploads (those in one company, where it is named).

    Nothing of them stays in S3, and no address to send a part to works any more.
    """
    found = 0
    for upload in store.loose_uploads(owner_id):
        if company_id in {"", upload.company_id}:
            found += 1
            with suppress(Repeated, Conflict):
                # Sent with a message at this moment, or another run was first.
                give_up(SYSTEM, upload, now, Operation.of("job", f"{upload.key} clear"))
    return found
