"""The stream's changes reach the job that wants them, as Lambda would hand them over."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from chalicelib.entry.job import Job, Kind
from local.jobs.runs import Runs
from local.jobs.stream import ATTEMPTS, StreamMapping, StreamReader
from local.testing import Cloud

TABLE = "kontor-outbox"
Json = dict[str, Any]


@dataclass
class Taker:
    """What a job was handed; it fails for the keys it is told to."""

    batches: list[list[str]] = field(default_factory=list)
    failing: set[str] = field(default_factory=set)
    breaks: bool = False

    def __call__(self, event: Any, _context: object) -> Json:
        records = event["Records"]
        keys = [record["dynamodb"]["Keys"]["pk"]["S"] for record in records]
        self.batches.append(keys)
        if self.breaks:
            raise RuntimeError("the whole batch")
        bad = [
            record["dynamodb"]["SequenceNumber"]
            for record, key in zip(records, keys, strict=True)
            if key in self.failing
        ]
        return {"batchItemFailures": [{"itemIdentifier": number} for number in bad]}


@dataclass
class Stream:
    """A mapping on the outbox, with a clock that the test moves."""

    mapping: StreamMapping
    taker: Taker
    cloud: Cloud
    moment: list[float]

    def put(self, *keys: str) -> None:
        for key in keys:
            item = {"pk": {"S": key}, "sk": {"S": "x"}}
            self.cloud.engine.call("PutItem", {"TableName": TABLE, "Item": item})

    def wait_and_step(self) -> int:
        self.moment[0] += 1000
        return self.mapping.step()


@pytest.fixture
def stream(cloud: Cloud, tmp_path: Path) -> Stream:
    return make_stream(cloud, tmp_path, events=("INSERT",))


def make_stream(cloud: Cloud, folder: Path, events: tuple[str, ...]) -> Stream:
    taker, moment = Taker(), [0.0]
    read: Callable[[], float] = lambda: moment[0]  # noqa: E731 - a clock, no function of its own
    job = Job(
        name="test_take",
        kind=Kind.STREAM,
        module="test",
        run=taker,
        handler=taker,
        source="outbox",
        events=events,
    )
    reader = StreamReader(cloud.engine, TABLE)
    mapping = StreamMapping(job, reader, Runs(), folder / "parked.jsonl", read)
    return Stream(mapping, taker, cloud, moment)


def test_each_change_is_handed_over_once_and_in_order(stream: Stream) -> None:
    stream.put("a", "b")
    assert stream.mapping.step() == 2
    stream.put("c")
    assert stream.mapping.step() == 1
    assert stream.mapping.step() == 0
    assert stream.taker.batches == [["a", "b"], ["c"]]


def test_only_the_wanted_kind_of_change_is_handed_over(stream: Stream) -> None:
    stream.put("a")
    key = {"pk": {"S": "a"}, "sk": {"S": "x"}}
    stream.cloud.engine.call("DeleteItem", {"TableName": TABLE, "Key": key})
    stream.mapping.step()
    assert stream.taker.batches == [["a"]]


def test_a_record_has_the_shape_that_lambda_sends(cloud: Cloud, tmp_path: Path) -> None:
    stream = make_stream(cloud, tmp_path, ())
    seen: list[Json] = []

    def keep(event: Any, _context: object) -> Json:
        seen.extend(event["Records"])
        return {"batchItemFailures": []}

    object.__setattr__(stream.mapping.job, "handler", keep)
    stream.put("a")
    stream.mapping.step()
    (record,) = seen
    assert record["eventName"] == "INSERT"
    assert record["eventSource"] == "aws:dynamodb"
    assert record["eventSourceARN"].startswith("arn:aws:dynamodb:")
    assert record["dynamodb"]["NewImage"] == {"pk": {"S": "a"}, "sk": {"S": "x"}}
    assert record["dynamodb"]["SequenceNumber"]


def test_a_failed_record_is_handed_in_again_with_those_after_it(stream: Stream) -> None:
    stream.taker.failing = {"b"}
    stream.put("a", "b", "c")
    assert stream.mapping.step() == 1
    assert stream.mapping.step() == 0
    stream.taker.failing = set()
    assert stream.wait_and_step() == 2
    assert stream.taker.batches == [["a", "b", "c"], ["b", "c"]]


@pytest.mark.parametrize("whole", [False, True])
def test_a_record_that_always_fails_is_parked_and_the_stream_goes_on(
    stream: Stream, tmp_path: Path, whole: bool
) -> None:
    stream.taker.failing, stream.taker.breaks = {"bad"}, whole
    stream.put("bad")
    for _ in range(ATTEMPTS):
        stream.wait_and_step()
    assert len(stream.taker.batches) == ATTEMPTS
    (line,) = (tmp_path / "parked.jsonl").read_text().splitlines()
    assert json.loads(line)["record"]["dynamodb"]["Keys"]["pk"] == {"S": "bad"}
    stream.taker.breaks = False
    stream.put("good")
    assert stream.wait_and_step() == 1


def test_many_changes_come_in_batches_of_ten(stream: Stream) -> None:
    stream.put(*(str(number) for number in range(23)))
    assert stream.mapping.step() == 23
    assert [len(batch) for batch in stream.taker.batches] == [10, 10, 3]
