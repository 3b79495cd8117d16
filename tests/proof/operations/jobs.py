"""What happens by itself: letters that go out, requests that fall due, files that were scanned."""

from collections.abc import Callable
from typing import Literal

from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.entry.job import Event, Job
from chalicelib.mail import jobs as mail
from chalicelib.tickets import jobs as tickets
from local.jobs import scanning
from local.jobs.stream import StreamReader
from local.testing import Cloud
from tests.builders import make_person
from tests.checks.full import let_pass
from tests.client import Client
from tests.proof.operation import Operation, Perform, by_job
from tests.proof.operations.people import OWNER
from tests.proof.operations.requests import desk, file_of
from tests.proof.operations.uploads import sender, started
from tests.tickets.builders import open_one, say
from tests.tickets.files import send_file

SCHEDULED: Event = {"source": "aws.events", "detail-type": "Scheduled Event", "detail": {}}
OUTBOX = "kontor-outbox"


def outbox_event(cloud: Cloud) -> Event:
    """What the outbox's stream holds, as Lambda hands it over."""
    return {"Records": StreamReader(cloud.engine, OUTBOX).read()}


def promise_a_letter() -> None:
    """Somebody asks for a new password."""
    make_person(clock.now(), email=OWNER)
    assert Client().post("/api/password-resets", {"email": OWNER}).status == 202


def _send(cloud: Cloud) -> Perform:
    promise_a_letter()
    return by_job(mail.send, outbox_event(cloud))


def _sweep(_cloud: Cloud) -> Perform:
    promise_a_letter()
    let_pass(seconds=settings().letter_stale_seconds + 1)
    return by_job(mail.sweep, SCHEDULED)


def overdue(
    job: Job, kind: Literal["question", "solution"], days: float, *before: Job
) -> Callable[[Cloud], Perform]:
    """A request on which support said something so long ago."""

    def scene(_cloud: Cloud) -> Perform:
        at = desk()
        say(at.agent, open_one(at.author, clock.now()).id, kind, clock.now())
        let_pass(days=days)
        for each in before:
            each(SCHEDULED, None)
        return by_job(job, SCHEDULED)

    return scene


def _abort_unfinished(_cloud: Cloud) -> Perform:
    started(sender("customer"))
    let_pass(hours=settings().upload_hours + 1)
    return by_job(tickets.abort_stale_uploads, SCHEDULED)


def _abort_unused(_cloud: Cloud) -> Perform:
    file_of(desk())
    let_pass(hours=settings().upload_hours + 1)
    return by_job(tickets.abort_stale_uploads, SCHEDULED)


def scan_of(key: str) -> Event:
    """The scanner's word on an object."""
    return scanning.scan(settings().bucket, key, "etag")


def _scan_loose(_cloud: Cloud) -> Perform:
    key = send_file(desk().author, now=clock.now(), scan=None)
    return by_job(tickets.note_scan, scan_of(key))


def _scan_attached(_cloud: Cloud) -> Perform:
    at = desk()
    key = send_file(at.author, now=clock.now(), scan=None)
    open_one(at.author, clock.now(), files=[key])
    return by_job(tickets.note_scan, scan_of(key))


JOBS = (
    Operation(
        name="job mail_send",
        covers=("job mail_send",),
        scene=_send,
        status=200,
        writes=4,
    ),
    Operation(
        name="job mail_sweep",
        covers=("job mail_sweep",),
        scene=_sweep,
        status=200,
        writes=4,
    ),
    Operation(
        name="job tickets_remind_unanswered",
        covers=("job tickets_remind_unanswered",),
        scene=overdue(tickets.remind_unanswered, "question", 7.5),
        status=200,
        writes=1,
        leaves=("ticket.reminded",),
        tells=("ticket_reminder",),
    ),
    Operation(
        name="job tickets_resolve_unanswered",
        covers=("job tickets_resolve_unanswered",),
        scene=overdue(tickets.resolve_unanswered, "question", 14.5, tickets.remind_unanswered),
        status=200,
        writes=1,
        leaves=("ticket.unanswered",),
        tells=("ticket_status",),
    ),
    Operation(
        name="job tickets_close_settled",
        covers=("job tickets_close_settled",),
        scene=overdue(tickets.close_settled, "solution", 7.5),
        status=200,
        writes=1,
        leaves=("ticket.settled",),
        tells=("ticket_status", "survey"),
    ),
    Operation(
        name="job tickets_abort_stale_uploads: unfinished",
        covers=("job tickets_abort_stale_uploads",),
        scene=_abort_unfinished,
        status=200,
        writes=4,
        leaves=("upload.aborted",),
    ),
    Operation(
        name="job tickets_abort_stale_uploads: unused",
        covers=("job tickets_abort_stale_uploads",),
        scene=_abort_unused,
        status=200,
        writes=4,
        leaves=("upload.aborted",),
    ),
    Operation(
        name="job tickets_note_scan: loose",
        covers=("job tickets_note_scan",),
        scene=_scan_loose,
        status=200,
        writes=1,
    ),
    Operation(
        name="job tickets_note_scan: attached",
        covers=("job tickets_note_scan",),
        scene=_scan_attached,
        status=200,
        writes=1,
    ),
)
