"""Two runs of the same work at the same moment."""

from typing import Literal

from chalicelib.aws.settings import settings
from chalicelib.entry.job import Job
from chalicelib.mail import jobs as mail
from chalicelib.tickets import jobs as tickets
from local.testing import Cloud
from tests.checks.full import let_pass
from tests.proof.operation import by_job
from tests.proof.operations.jobs import SCHEDULED, outbox_event, overdue, promise_a_letter
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, Scene, both, once

Two = tuple[Act, Act]


def _due_for_two(
    job: Job, kind: Literal["question", "solution"], days: float, *before: Job
) -> Scene:
    def scene(cloud: Cloud) -> Two:
        perform = overdue(job, kind, days, *before)(cloud)
        return once(perform), once(perform)

    return scene


def _stream_and_sweep(cloud: Cloud) -> Two:
    promise_a_letter()
    event = outbox_event(cloud)
    let_pass(seconds=settings().letter_stale_seconds + 1)
    return once(by_job(mail.send, event)), once(by_job(mail.sweep, SCHEDULED))


def _stream_twice(cloud: Cloud) -> Two:
    promise_a_letter()
    event = outbox_event(cloud)
    return once(by_job(mail.send, event)), once(by_job(mail.send, event))


def _sweep_twice(_cloud: Cloud) -> Two:
    promise_a_letter()
    let_pass(seconds=settings().letter_stale_seconds + 1)
    return once(by_job(mail.sweep, SCHEDULED)), once(by_job(mail.sweep, SCHEDULED))


JOBS = (
    Race(
        "two jobs remind", _due_for_two(tickets.remind_unanswered, "question", 7.5), both(200, 200)
    ),
    Race(
        "two jobs resolve",
        _due_for_two(tickets.resolve_unanswered, "question", 14.5, tickets.remind_unanswered),
        both(200, 200),
    ),
    Race("two jobs close", _due_for_two(tickets.close_settled, "solution", 7.5), both(200, 200)),
    Race("stream and sweeper send one letter", _stream_and_sweep, both(200, 200)),
    Race("the stream hands one letter in twice", _stream_twice, both(200, 200)),
    Race("two sweepers send one letter", _sweep_twice, both(200, 200)),
)
