"""What happens by itself to requests and their files."""

from datetime import datetime

from chalicelib.entry.job import Jobs
from chalicelib.entry.scans import ObjectScanned
from chalicelib.tickets.service import overdue, scans, sweeping, unsupported

jobs = Jobs(__name__)


@jobs.every(minutes=15)
def remind_unanswered(now: datetime) -> int:
    """REQ-16: a reminder, once, after 7 days."""
    return overdue.remind_unanswered(now)


@jobs.every(minutes=15)
def resolve_unanswered(now: datetime) -> int:
    """REQ-16: resolved (information not provided) after 14 days."""
    return overdue.resolve_unanswered(now)


@jobs.every(minutes=15)
def close_settled(now: datetime) -> int:
    """REQ-16: closed after 7 more days; REQ-15: the author is asked for a rating."""
    return overdue.close_settled(now)


@jobs.every(minutes=60)
def abort_stale_uploads(now: datetime) -> int:
    """SCH-1: uploads left unfinished are given up within a day."""
    return sweeping.abort_stale_uploads(now)


@jobs.every(minutes=60)
def end_unsupported(now: datetime) -> int:
    """LIC-7: requests on a removed license go over to another one, or are cancelled."""
    return unsupported.end_unsupported(now)


@jobs.on_object_scanned()
def note_scan(scan: ObjectScanned, now: datetime) -> None:
    """REQ-4: files leave quarantine when the malware scan has spoken."""
    scans.note_scan(scan.bucket, scan.key, scan.etag, scan.result, now)
