"""What delivering costs at DynamoDB (NOT-2, NOT-3)."""

from collections.abc import Iterator

import pytest

from chalicelib.aws import ses as aws_ses
from chalicelib.aws import settings
from chalicelib.mail import jobs
from chalicelib.mail.delivery import deliver
from chalicelib.mail.store.reaching import find_reach
from local.jobs.feedback import Wish, event
from tests.capacity import counted
from tests.mail.feedback import ANN, delivered, promised, tell
from tests.mail.letters import NOW
from tests.mail.ses import running_ses

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture(autouse=True)
def _ses(cloud: object, _deployed: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with running_ses() as server:
        monkeypatch.setenv("KONTOR_SES_URL", server.url)
        settings.settings.cache_clear()
        aws_ses.forget_client()
        yield
    aws_ses.forget_client()


def test_a_delivery_reads_once(cloud: object) -> None:
    """NOT-2: what is wanted and whether mail arrives, in one round trip."""
    letter = promised("ticket_answer", NOW)
    with counted() as costs:
        assert deliver(letter, NOW)
    assert costs.calls == ["UpdateItem", "BatchGetItem", "UpdateItem", "UpdateItem"]


def test_a_letter_that_tells_a_time_reads_the_zone_too(cloud: object) -> None:
    """ACC-8: and only then."""
    letter = promised("survey", NOW)
    with counted() as costs:
        assert deliver(letter, NOW)
    assert costs.calls.count("BatchGetItem") == 2


def test_a_stopped_address_costs_no_more(cloud: object) -> None:
    """NOT-3"""
    tell(delivered("survey", NOW))
    letter = promised("survey", NOW)
    with counted() as costs:
        deliver(letter, NOW)
    assert costs.calls == ["UpdateItem", "BatchGetItem", "UpdateItem", "UpdateItem"]


def test_feedback_takes_two_reads_and_a_transaction(cloud: object) -> None:
    """NOT-3"""
    letter = delivered("survey", NOW)
    with counted() as costs:
        jobs.note_feedback(event(letter.pk, ANN, Wish.NO_MAILBOX), None)
    assert costs.calls == ["GetItem", "GetItem", "TransactWriteItems"]
    assert costs.units <= 12


def test_whether_mail_arrives_is_one_read(cloud: object) -> None:
    """NOT-3"""
    tell(delivered("survey", NOW))
    with counted() as costs:
        assert find_reach(ANN)
    assert (costs.calls, costs.units) == (["GetItem"], 1)
