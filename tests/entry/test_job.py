"""The job wrapper: what a handler does with the events of its source."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.entry.job import ALL_JOBS, JobFailed, Jobs, Kind, Record
from chalicelib.entry.scans import ObjectScanned

CONTEXT = object()


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    known = list(ALL_JOBS)
    yield Jobs("chalicelib.example.jobs")
    ALL_JOBS[:] = known


def _changed(number: str, event: str = "INSERT") -> dict[str, Any]:
    return {"eventName": event, "dynamodb": {"SequenceNumber": number, "Keys": {}}}


def test_a_scheduled_job_is_handed_the_time_and_says_how_much_it_did(jobs: Jobs) -> None:
    """SCH-4"""
    seen: list[datetime] = []

    @jobs.every(minutes=15)
    def remind(now: datetime) -> int:
        seen.append(now)
        return 3

    assert remind({"source": "aws.events"}, CONTEXT) == {"done": 3}
    assert (remind.name, remind.kind, remind.every_minutes) == ("example_remind", "schedule", 15)
    assert seen[0].tzinfo is UTC
    assert remind in ALL_JOBS


def test_a_job_that_breaks_is_counted_as_broken_and_quotes_nothing(jobs: Jobs) -> None:
    """Lambda logs what a handler raises, words and all."""

    @jobs.every(minutes=1)
    def break_down(now: datetime) -> int:
        raise ArithmeticError("the words of a letter")

    with pytest.raises(JobFailed, match=r"^example_break_down$") as failed:
        break_down({}, CONTEXT)
    assert failed.value.__cause__ is None
    assert failed.value.__suppress_context__


def test_a_broken_record_is_handed_in_again_and_holds_up_no_other(jobs: Jobs) -> None:
    """SCH-4"""
    done: list[str] = []

    @jobs.on_stream("outbox", "INSERT")
    def deliver(record: Record, now: datetime) -> None:
        number = record["dynamodb"]["SequenceNumber"]
        if number == "2":
            raise ArithmeticError
        done.append(number)

    records = [_changed("1"), _changed("2"), _changed("3", "MODIFY"), _changed("4")]
    answer = deliver({"Records": records}, CONTEXT)
    assert answer == {"batchItemFailures": [{"itemIdentifier": "2"}]}
    assert done == ["1", "4"]
    assert (deliver.kind, deliver.source, deliver.events) == (Kind.STREAM, "outbox", ("INSERT",))


def test_a_scanned_object_is_read_out_of_the_event(jobs: Jobs) -> None:
    """REQ-4: what the malware scan says reaches the job."""
    seen: list[ObjectScanned] = []

    @jobs.on_object_scanned()
    def note_scan(scan: ObjectScanned, now: datetime) -> None:
        seen.append(scan)

    scanned = {"bucketName": "files", "objectKey": "a/b", "eTag": "e1", "versionId": "v"}
    found = {"scanResultStatus": "THREATS_FOUND", "threats": [{"name": "EICAR-Test-File"}]}
    note_scan(
        {"detail": {"s3ObjectDetails": scanned, "scanResultDetails": found}},
        CONTEXT,
    )
    clean = {"scanResultStatus": "NO_THREATS_FOUND", "threats": None}
    note_scan({"detail": {"s3ObjectDetails": scanned, "scanResultDetails": clean}}, CONTEXT)
    assert seen == [
        ObjectScanned("files", "a/b", "e1", "THREATS_FOUND", ("EICAR-Test-File",)),
        ObjectScanned("files", "a/b", "e1", "NO_THREATS_FOUND"),
    ]
