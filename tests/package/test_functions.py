"""The built zip under Lambda's own runtime, with the events that AWS sends."""

import json
from datetime import UTC, datetime

import pytest

from chalicelib.aws.transactions import Transaction
from chalicelib.base.operation import Operation
from chalicelib.entry.all_jobs import load_jobs
from chalicelib.entry.call import CUSTOMER_COOKIE
from chalicelib.entry.job import Job, Kind
from chalicelib.mail.model import Letter, LetterState
from chalicelib.mail.service import Recipient, post
from local.testing import Cloud
from tests.builders import PASSWORD, make_person
from tests.package.conftest import Start
from tests.package.events import event, inserted, request

pytestmark = [pytest.mark.package, pytest.mark.xdist_group("package")]
JOBS = {job.name: job for job in load_jobs()}
NOW = datetime.now(UTC)


def _handler(job: Job) -> str:
    return f"{job.module}.{job.run.__name__}"


def test_the_api_answers_a_stranger(start: Start) -> None:
    answer = start("app.app").invoke(request("GET", "/api/config"))
    assert answer["statusCode"] == 200
    assert json.loads(answer["body"])["languages"] == ["en", "de"]
    assert answer["headers"]["Cache-Control"] == "no-store"


def test_the_api_refuses_with_a_problem_in_the_persons_language(start: Start) -> None:
    """ACC-8"""
    answer = start("app.app").invoke(request("GET", "/api/me"))
    assert answer["statusCode"] == 401
    assert answer["headers"]["Content-Type"] == "application/problem+json"
    assert json.loads(answer["body"])["detail"] == "Bitte melden Sie sich an."


def test_a_person_signs_in_and_reads_what_is_theirs(start: Start) -> None:
    """ACC-5: with the libraries as they were packaged, the password's hash included."""
    person = make_person(NOW)
    api = start("app.app")
    answer = api.invoke(
        request("POST", "/api/sessions", {"email": person.email, "password": PASSWORD})
    )
    assert answer["statusCode"] == 200, answer["body"]
    cookies = answer["multiValueHeaders"]["Set-Cookie"]
    (session,) = (one.partition(";")[0] for one in cookies if one.startswith(f"{CUSTOMER_COOKIE}="))
    me = api.invoke(request("GET", "/api/me", cookie=session))
    assert json.loads(me["body"])["account"]["email"] == person.email
    tickets = api.invoke(request("GET", "/api/tickets", cookie=session))
    assert (tickets["statusCode"], json.loads(tickets["body"])["items"]) == (200, [])


@pytest.mark.parametrize("name", [name for name, job in JOBS.items() if job.kind is Kind.SCHEDULE])
def test_a_scheduled_job_runs(start: Start, name: str) -> None:
    assert start(_handler(JOBS[name])).invoke(event("schedule")) == {"done": 0}


@pytest.mark.parametrize("name", [name for name, job in JOBS.items() if job.kind is Kind.RULE])
def test_a_job_takes_an_event_of_the_bus(start: Start, name: str) -> None:
    """REQ-4, NOT-3: of an object or a mail that is not ours it says nothing."""
    told = {"aws.guardduty": "scanned", "aws.ses": "bounced"}[JOBS[name].source]
    assert start(_handler(JOBS[name])).invoke(event(told)) == {}


def test_the_stream_sends_a_letter(start: Start, cloud: Cloud) -> None:
    """NOT-2, NOT-3: rendered and sent by what was packaged."""
    change = Transaction(Operation.of("test", "letter"), NOW)
    post(change, Recipient("ann@example.com", "de", "Ann"), "password_changed", {}, NOW)
    change.commit()
    (letter,) = Letter.scan()
    answer = start(_handler(JOBS["mail_send"])).invoke(inserted(letter.to_dynamodb_dict()))
    assert answer == {"batchItemFailures": []}
    (sent,) = Letter.scan()
    assert sent.state == LetterState.SENT
