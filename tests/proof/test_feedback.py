"""NOT-3: what becomes of letters comes twice, three times, out of order, or cannot be read."""

import pytest

from chalicelib.base import clock
from chalicelib.entry.job import JobFailed
from chalicelib.mail import jobs as mail
from local.jobs import feedback
from local.jobs.feedback import Wish
from local.testing import Cloud
from tests.invariants import check_all
from tests.mail import feedback as mailing


def test_feedback_that_cannot_be_read_holds_up_no_other(cloud: Cloud) -> None:
    """NOT-3: each event is a call of its own; twice, three times and out of order it ends alike."""
    gone, full = (
        mailing.promised("survey", clock.now(), f"{name}@x.example") for name in ("ada", "ben")
    )
    cloud.run_jobs()
    hard = feedback.event(gone.pk, gone.to, Wish.NO_MAILBOX)
    soft = feedback.event(full.pk, full.to, Wish.MAILBOX_FULL)
    broken = hard | {"detail": {"eventType": "Bounce"}}
    for told in (soft, hard, broken, soft, broken, hard):
        if told is broken:
            with pytest.raises(JobFailed):
                mail.note_feedback(told, None)
        else:
            mail.note_feedback(told, None)
    known = [mailing.reach_of(letter.to) for letter in (gone, full)]
    assert [(each.reason, each.soft) for each in known] == [("bounce", 0), (None, 1)]
    check_all(cloud)
