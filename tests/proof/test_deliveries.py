"""SCH-4, NOT-2: events that come twice, three times, out of order, or with one that is poison."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.base import clock
from chalicelib.entry.job import Event, JobFailed
from chalicelib.mail import jobs as mail
from chalicelib.mail.model import Letter, LetterState
from chalicelib.tickets import jobs as tickets
from chalicelib.tickets.model.message import Scan
from chalicelib.tickets.model.upload import PREFIX, Upload
from local.jobs.runs import Runs
from local.jobs.stream import ATTEMPTS, StreamMapping, StreamReader
from local.testing import Cloud
from tests.builders import make_person
from tests.checks.full import let_pass
from tests.client import Client
from tests.invariants import check_all
from tests.proof.faults import Disturbance
from tests.proof.operations.jobs import OUTBOX, SCHEDULED, outbox_event, scan_of
from tests.proof.operations.requests import desk
from tests.tickets.builders import open_one, say
from tests.tickets.files import send_file

PEOPLE = ("ada", "ben", "cleo", "dan")
POISON = {"pk": {"S": "poison"}, "sk": {"S": "x"}, "kind": {"S": "telepathy"}}


@pytest.fixture(autouse=True)
def _time_as_it_is() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


@pytest.fixture
def calm(cloud: Cloud) -> Iterator[Disturbance]:
    """Listens to what SES is handed."""
    listening = Disturbance()
    with listening.active():
        yield listening


def _promise(*names: str) -> None:
    for name in names:
        email = f"{name}@nordwerk.example"
        make_person(clock.now(), email=email, company=f"{name} GmbH")
        assert Client().post("/api/password-resets", {"email": email}).status == 202


def _put_poison(cloud: Cloud) -> None:
    cloud.engine.call("PutItem", {"TableName": OUTBOX, "Item": POISON})


def _take_away_poison(cloud: Cloud) -> None:
    key = {name: POISON[name] for name in ("pk", "sk")}
    cloud.engine.call("DeleteItem", {"TableName": OUTBOX, "Key": key})


def _records(event: Event) -> list[Any]:
    return list(event["Records"])


@pytest.mark.parametrize("times", [2, 3])
def test_a_batch_that_comes_again_sends_nothing_again(
    cloud: Cloud, calm: Disturbance, times: int
) -> None:
    """NOT-2: a stream hands in again what it is not sure of."""
    _promise(*PEOPLE)
    event = outbox_event(cloud)
    for _ in range(times):
        assert mail.send(event, None) == {"batchItemFailures": []}
    assert Counter(Counter(calm.handed_over).values()) == {1: len(PEOPLE)}
    check_all(cloud)


@pytest.mark.parametrize("turn", [slice(None, None, -1), slice(1, None), slice(None, None, 2)])
def test_records_out_of_order_and_in_part_are_all_sent(
    cloud: Cloud, calm: Disturbance, turn: slice
) -> None:
    """NOT-2: the last first; the first ones lost; every second one lost."""
    _promise(*PEOPLE)
    event = outbox_event(cloud)
    mail.send({"Records": _records(event)[turn]}, None)
    mail.send(event, None)
    assert Counter(Counter(calm.handed_over).values()) == {1: len(PEOPLE)}
    check_all(cloud)


def test_what_the_stream_loses_the_sweeper_sends(cloud: Cloud, calm: Disturbance) -> None:
    """NOT-2: nothing of it came at all."""
    _promise(*PEOPLE)
    let_pass(minutes=10)
    assert mail.sweep(SCHEDULED, None) == {"done": len(PEOPLE)}
    assert mail.send(outbox_event(cloud), None) == {"batchItemFailures": []}
    assert Counter(Counter(calm.handed_over).values()) == {1: len(PEOPLE)}
    check_all(cloud)


def test_of_a_batch_with_poison_only_the_poison_is_reported(
    cloud: Cloud, calm: Disturbance
) -> None:
    """SCH-4: it stands between letters; those before it and after it are sent, once."""
    _promise(*PEOPLE[:2])
    _put_poison(cloud)
    _promise(*PEOPLE[2:])
    event = outbox_event(cloud)
    (bad,) = [r for r in _records(event) if r["dynamodb"]["Keys"]["pk"]["S"] == "poison"]
    number = bad["dynamodb"]["SequenceNumber"]
    for _ in range(2):
        assert mail.send(event, None) == {"batchItemFailures": [{"itemIdentifier": number}]}
    assert Counter(Counter(calm.handed_over).values()) == {1: len(PEOPLE)}
    _take_away_poison(cloud)
    check_all(cloud)


def test_poison_is_tried_again_and_then_parked(cloud: Cloud, calm: Disturbance) -> None:
    """SCH-4: as the cloud's mapping does it; the stream goes on behind it."""
    _promise("ada")
    _put_poison(cloud)
    _promise("ben")
    moment, parked, runs = [0.0], cloud.folder / "parked.jsonl", Runs()
    parked.unlink(missing_ok=True)
    reader = StreamReader(cloud.engine, OUTBOX)
    mapping = StreamMapping(mail.send, reader, runs, parked, lambda: moment[0])
    for _ in range(ATTEMPTS + 1):
        mapping.step()
        moment[0] += 1000
    assert mapping.idle
    (line,) = parked.read_text().splitlines()
    assert json.loads(line)["record"]["dynamodb"]["Keys"]["pk"] == {"S": "poison"}
    assert sum(bool(run["failure"]) for run in runs.as_json()) == ATTEMPTS
    assert Counter(Counter(calm.handed_over).values()) == {1: 2}
    _take_away_poison(cloud)
    check_all(cloud)


def test_a_letter_that_cannot_be_read_holds_up_no_other(cloud: Cloud, calm: Disturbance) -> None:
    """SCH-4, NOT-2: it is the longest due, and first in every sweep."""
    _promise("ada")
    waiting = {"waiting": {"S": "queued"}, "due_at": {"S": "2020-01-01T00:00:00.000000Z"}}
    broken = {"pk": {"S": "poison"}, "sk": {"S": "letter"}, "kind": {"S": "letter"}, **waiting}
    cloud.engine.call("PutItem", {"TableName": OUTBOX, "Item": broken | {"attempts": {"S": "x"}}})
    let_pass(minutes=10)
    with pytest.raises(JobFailed):
        mail.sweep(SCHEDULED, None)
    assert len(calm.handed_over) == 1


def test_a_request_that_cannot_be_handled_holds_up_no_other(cloud: Cloud) -> None:
    """SCH-2, SCH-4: of a schedule's work only the broken part is left, and the run says so."""
    at = desk()
    first, second = (open_one(at.author, clock.now()).id for _ in range(2))
    for ticket_id in (first, second):
        say(at.agent, ticket_id, "question", clock.now())
    row = cloud.engine.call(
        "GetItem", {"TableName": "kontor-tickets", "Key": _key(first, "ticket")}
    )["Item"]
    cloud.engine.call("PutItem", {"TableName": "kontor-tickets", "Item": row | {"k": {"S": "x"}}})
    let_pass(days=7.5)
    with pytest.raises(JobFailed):
        tickets.remind_unanswered(SCHEDULED, None)
    cloud.engine.call("PutItem", {"TableName": "kontor-tickets", "Item": row})
    assert tickets.remind_unanswered(SCHEDULED, None) == {"done": 1}
    assert tickets.remind_unanswered(SCHEDULED, None) == {"done": 0}
    check_all(cloud)


def _key(pk: str, sk: str) -> dict[str, Any]:
    return {"pk": {"S": pk}, "sk": {"S": sk}}


def _told(key: str, result: str) -> Event:
    event = scan_of(key)
    event["detail"]["scanResultDetails"] = {"scanResultStatus": result}
    return event


@pytest.mark.parametrize(
    ("results", "verdict"),
    [
        (["NO_THREATS_FOUND"] * 3, Scan.CLEAN),
        (["THREATS_FOUND", "NO_THREATS_FOUND"], Scan.INFECTED),
        (["NO_THREATS_FOUND", "THREATS_FOUND"], Scan.INFECTED),
        (["NO_THREATS_FOUND", "UNSUPPORTED"], Scan.CLEAN),
        (["UNSUPPORTED", "NO_THREATS_FOUND", "UNSUPPORTED"], Scan.CLEAN),
        (["THREATS_FOUND", "UNSUPPORTED", "THREATS_FOUND"], Scan.INFECTED),
    ],
)
def test_scans_told_twice_and_out_of_order_end_alike(
    cloud: Cloud, results: list[str], verdict: Scan
) -> None:
    """REQ-4: whatever comes late, what is infected stays so."""
    at = desk()
    key = send_file(at.author, now=clock.now(), scan=None)
    open_one(at.author, clock.now(), files=[key])
    for result in results:
        tickets.note_scan(_told(key, result), None)
    assert Upload.get(PREFIX + key, "upload").verdict == verdict
    check_all(cloud)


def test_a_scan_of_what_nobody_knows_changes_nothing(cloud: Cloud) -> None:
    """REQ-4: another bucket's object, and one that is gone."""
    at = desk()
    before = check_all(cloud)
    key = send_file(at.author, now=clock.now(), scan=None)
    event = _told(key, "THREATS_FOUND")
    event["detail"]["s3ObjectDetails"]["bucketName"] = "another"
    tickets.note_scan(event, None)
    event["detail"]["s3ObjectDetails"] |= {"bucketName": cloud.bucket, "objectKey": "nothing"}
    tickets.note_scan(event, None)
    assert Upload.get(PREFIX + key, "upload").verdict == Scan.PENDING
    check_all(cloud, before)


@pytest.mark.parametrize("times", [2, 3])
def test_a_schedule_that_fires_again_does_nothing_again(cloud: Cloud, times: int) -> None:
    """SCH-4: all of them, each several times."""
    at = desk()
    for kind in ("question", "solution"):
        say(at.agent, open_one(at.author, clock.now()).id, kind, clock.now())
    let_pass(days=7.5)
    jobs = (tickets.close_settled, tickets.resolve_unanswered, tickets.remind_unanswered)
    done = [job(SCHEDULED, None)["done"] for job in jobs for _ in range(times)]
    assert sum(done) == 2
    cloud.run_jobs()
    check_all(cloud)
    assert {letter.state for letter in Letter.scan() if isinstance(letter, Letter)} == {
        LetterState.SENT
    }
