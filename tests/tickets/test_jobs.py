"""SCH-2, SCH-4: the jobs as Lambda calls them, cut off, or with something in their way."""

import subprocess
import sys
from datetime import timedelta

import pytest

from chalicelib.aws import files
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base import clock
from chalicelib.entry.job import Kind
from chalicelib.tickets import jobs
from chalicelib.tickets.model.ticket import Status, Ticket
from chalicelib.tickets.rules.due import Due
from chalicelib.tickets.service.overdue import remind_unanswered
from chalicelib.tickets.service.reading import view_ticket
from chalicelib.tickets.service.sweeping import abort_stale_uploads
from chalicelib.tickets.store import uploads as store
from tests.mailbox import letters_to
from tests.tickets.builders import DAY, MINUTE, NOON, anew, head, make_desk, open_one, say
from tests.tickets.files import send_file

HEAVY = ("argon2", "boto3", "chalice", "cryptography", "jinja2", "pydantic")


def test_jobs_load_no_more_than_they_need() -> None:
    """A job's cold start pays for neither routes nor schemas."""
    code = "import sys, chalicelib.tickets.jobs; print(*sys.modules)"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(made.stdout.split())
    assert not loaded & set(HEAVY)
    assert not {name for name in loaded if name.endswith((".routes", ".schemas"))}


def test_every_job_is_declared_with_its_cause() -> None:
    """SCH-1, SCH-2, REQ-4."""
    declared = {
        job.name: (job.kind, job.every_minutes)
        for job in (
            jobs.remind_unanswered,
            jobs.resolve_unanswered,
            jobs.close_settled,
            jobs.abort_stale_uploads,
            jobs.note_scan,
        )
    }
    assert declared == {
        "tickets_remind_unanswered": (Kind.SCHEDULE, 15),
        "tickets_resolve_unanswered": (Kind.SCHEDULE, 15),
        "tickets_close_settled": (Kind.SCHEDULE, 15),
        "tickets_abort_stale_uploads": (Kind.SCHEDULE, 60),
        "tickets_note_scan": (Kind.RULE, 0),
    }


@pytest.mark.usefixtures("cloud")
def test_a_schedules_event_does_what_is_due_by_the_clock() -> None:
    """REQ-16."""
    desk = make_desk(clock.now() - 8 * DAY)
    opened = open_one(desk.author, clock.now() - 8 * DAY)
    say(desk.agent, opened.id, "question", clock.now() - 8 * DAY)
    assert jobs.remind_unanswered({}, None) == {"done": 1}
    assert jobs.remind_unanswered({}, None) == {"done": 0}


@pytest.mark.usefixtures("cloud")
def test_the_scanners_event_frees_a_file() -> None:
    """REQ-4: in the shape that GuardDuty sends."""
    desk = make_desk()
    key = send_file(desk.author, scan=None)
    opened = open_one(desk.author, files=[key])
    event = {
        "source": "aws.guardduty",
        "detail": {
            "s3ObjectDetails": {
                "bucketName": settings().bucket,
                "objectKey": key,
                "eTag": "e",
            },
            "scanResultDetails": {"scanResultStatus": "NO_THREATS_FOUND", "threats": None},
        },
    }
    for _ in range(2):
        jobs.note_scan(event, None)
    assert view_ticket(desk.author, opened.id).messages[0].files[0].scan == "clean"


@pytest.mark.usefixtures("cloud")
def test_one_request_that_can_not_be_handled_holds_up_no_other() -> None:
    """SCH-4: the others are done, and the run counts as failed."""
    desk = make_desk()
    broken, good = (open_one(desk.author, NOON + n * MINUTE).id for n in range(2))
    for ticket_id in (broken, good):
        say(desk.agent, ticket_id, "question")
    Ticket(pk=broken, sk="ticket").update([Ticket.card.remove()])
    with pytest.raises(ExceptionGroup):
        remind_unanswered(NOON + 7 * DAY)
    assert head(good).reminded_at == NOON + 7 * DAY
    assert len(letters_to(desk.author.email, "ticket_reminder")) == 1
    assert Ticket.get(broken, "ticket").reminded_at is None


@pytest.mark.usefixtures("cloud")
def test_a_sweep_that_was_cut_off_is_finished_by_the_next_one() -> None:
    """SCH-4: the item was marked, S3 had not forgotten the file yet."""
    desk = make_desk()
    key = send_file(desk.author)
    upload = store.find_upload(key)
    assert upload is not None
    change = Transaction(anew(), NOON)
    store.abort_upload(change, upload, Due.ABORT_UPLOAD, NOON)
    change.commit()
    assert files.find_object(key).size
    assert abort_stale_uploads(NOON + timedelta(minutes=1)) == 1
    assert store.find_upload(key) is None
    with pytest.raises(files.NotThere):
        files.find_object(key)


@pytest.mark.usefixtures("cloud")
def test_the_main_job_over_time() -> None:
    """REQ-16: as the schedules run it, every fifteen minutes' worth of days."""
    desk = make_desk()
    opened = open_one(desk.author)
    say(desk.agent, opened.id, "question")
    for day in range(1, 23):
        now = NOON + day * DAY
        for job in (jobs.close_settled, jobs.resolve_unanswered, jobs.remind_unanswered):
            job.run(now)
    assert head(opened.id).status == Status.CLOSED
    told = [letter.template for letter in letters_to(desk.author.email)]
    assert told.count("ticket_status") == 2
    assert told.count("ticket_reminder") == told.count("survey") == 1
