"""Giving up files that nobody went on with (SCH-1). Loaded by a job: no pydantic here."""

from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws import files
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.entry.each import do_each
from chalicelib.tickets.errors import UploadOver
from chalicelib.tickets.model.upload import Upload, UploadState
from chalicelib.tickets.rules.due import Due, is_due
from chalicelib.tickets.rules.uploads import may_give_up
from chalicelib.tickets.service.changing import SYSTEM
from chalicelib.tickets.store import due as due_store
from chalicelib.tickets.store import uploads as store


def abort_stale_uploads(now: datetime) -> int:
    """Give up what was neither completed nor sent with a message within a day."""
    found = due_store.due_uploads(Due.ABORT_UPLOAD, now, settings().job_items)
    return do_each(found, lambda key: _abort(key, now))


def _abort(key: str, now: datetime) -> bool:
    upload = store.find_upload(key)
    if upload is None or not is_due(upload, Due.ABORT_UPLOAD, now):
        return False
    operation = Operation.of("job", f"{key} abort")
    try:
        give_up(SYSTEM, upload, now, operation)
    except (Repeated, Conflict):
        # Somebody took it at this moment, or another run was first.
        return False
    return True


def give_up(actor: Actor, upload: Upload, now: datetime, operation: Operation) -> None:
    """End an upload and leave nothing of it; one that was left half swept is swept to the end.

    First the item says so, then S3 forgets the file, then the item goes: cut off anywhere, the
    job finds it again. Raises UploadOver once a message has it.
    """
    if upload.state != UploadState.ABORTED:
        if not may_give_up(upload):
            raise UploadOver
        change = Transaction(operation, now)
        store.abort_upload(change, upload, Due.ABORT_UPLOAD, now)
        company_id = upload.company_id
        record(change, actor, "upload.aborted", upload.key, now, company_id=company_id)
        change.commit({})
    files.throw_away(upload.key, upload.upload_id)
    store.forget_upload(upload.key)
