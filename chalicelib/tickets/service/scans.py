"""What the malware scan says of a file (REQ-4). Loaded by a job: no pydantic here."""

from datetime import datetime

from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.operation import Operation
from chalicelib.tickets.model.message import Scan
from chalicelib.tickets.rules.uploads import may_rescan, scan_of
from chalicelib.tickets.service.retrying import decide_anew
from chalicelib.tickets.store import uploads as store


def note_scan(bucket: str, key: str, etag: str, result: str, now: datetime) -> bool:
    """Keep the scanner's word on one object; answers whether it changed anything.

    The same word again changes nothing, nor does a word on another bucket's object or on one
    that is gone. An infected file stays infected, whatever is said later.
    """
    if bucket != settings().bucket:
        return False
    operation = Operation.of("scan", f"{key} {etag} {result}")
    try:
        return decide_anew(lambda: _note(key, scan_of(result), now, operation))
    except Repeated:
        return False


def _note(key: str, verdict: Scan, now: datetime, operation: Operation) -> bool:
    upload = store.find_upload(key)
    if upload is None or not may_rescan(upload.verdict, verdict):
        return False
    change = Transaction(operation, now)
    store.note_verdict(change, upload, verdict)
    change.commit()
    return True
