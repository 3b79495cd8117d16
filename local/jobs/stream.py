"""Hands a table's changes to the job that wants them, as Lambda's event source mapping does.

A record that fails is handed in again with all that came after it, each time after a longer
pause; after the last attempt it is parked, and the stream goes on.
"""

import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chalicelib.aws.settings import settings
from chalicelib.entry.job import Job
from local.jobs.runs import Runs, context
from local.signed import STREAMS, Engine, Json, Refused

BATCH = 10
ATTEMPTS = 5
FIRST_PAUSE_SECONDS = 0.5

_log = logging.getLogger("jobs")


@dataclass
class StreamReader:
    """Reads one table's stream from the oldest record that is kept."""

    engine: Engine
    table: str
    _arn: str = ""
    _iterator: str | None = None
    _last: str | None = None

    def read(self) -> list[Json]:
        """The records since the last reading."""
        try:
            self._iterator = self._iterator or self._begin()
            page = self.engine.call(
                "GetRecords", {"ShardIterator": self._iterator, "Limit": 1000}, STREAMS
            )
        except Refused:
            self._iterator = None  # the engine was started anew, or the iterator is too old
            return []
        self._iterator = page.get("NextShardIterator")
        records: list[Json] = page["Records"]
        if records:
            self._last = records[-1]["dynamodb"]["SequenceNumber"]
        return [record | {"eventSourceARN": self._arn} for record in records]

    def _begin(self) -> str | None:
        table = self.engine.call("DescribeTable", {"TableName": self.table})["Table"]
        self._arn = table["LatestStreamArn"]
        stream = {"StreamArn": self._arn}
        shards = self.engine.call("DescribeStream", stream, STREAMS)["StreamDescription"]["Shards"]
        place: Json = {**stream, "ShardId": shards[0]["ShardId"]}
        if self._last:
            place |= {"ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": self._last}
        else:
            place["ShardIteratorType"] = "TRIM_HORIZON"
        iterator = self.engine.call("GetShardIterator", place, STREAMS)["ShardIterator"]
        return str(iterator)


@dataclass
class StreamMapping:
    """One job on one stream, with its own place in it."""

    job: Job
    reader: StreamReader
    runs: Runs
    parked_file: Path
    now: Callable[[], float] = time.monotonic
    _waiting: list[Json] = field(default_factory=list)
    _attempts: int = 0
    _not_before: float = 0

    def step(self) -> int:
        """Delivers what there is; returns how many records were done with."""
        wanted = self.job.events
        read = self.reader.read()
        self._waiting += [r for r in read if not wanted or r["eventName"] in wanted]
        done = 0
        while self._waiting and self.now() >= self._not_before:
            done += self._deliver(self._waiting[:BATCH])
        return done

    @property
    def idle(self) -> bool:
        return not self._waiting

    def _deliver(self, batch: list[Json]) -> int:
        failed = self._first_failed(batch)
        del self._waiting[:failed]
        if failed == len(batch):
            self._attempts = 0
            return failed
        self._attempts = 1 if failed else self._attempts + 1
        if self._attempts >= ATTEMPTS:
            self._park(self._waiting.pop(0))
            self._attempts = 0
        else:
            self._not_before = self.now() + FIRST_PAUSE_SECONDS * 2 ** (self._attempts - 1)
        return failed

    def _first_failed(self, batch: list[Json]) -> int:
        """Where in the batch the first failure is; the batch's length where all went well."""
        with self.runs.one_of(self.job.name) as run:
            try:
                answer = self.job({"Records": batch}, context(self.job.name))
            except Exception as failure:  # noqa: BLE001 - a job that fails whole, whatever it says
                run.failure = type(failure).__name__
                return 0
            failures = {f["itemIdentifier"] for f in answer.get("batchItemFailures", ())}
            run.done = len(batch) - len(failures)
            run.failure = f"{len(failures)} records" if failures else ""
        numbers = [record["dynamodb"]["SequenceNumber"] for record in batch]
        return next((at for at, number in enumerate(numbers) if number in failures), len(batch))

    def _park(self, record: Json) -> None:
        _log.error("%s: a record failed %d times and is parked", self.job.name, ATTEMPTS)
        parked: dict[str, Any] = {"job": self.job.name, "record": record}
        with self.parked_file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(parked) + "\n")


def table_of(job: Job) -> str:
    """The full name of the table whose stream the job wants."""
    return settings().table_prefix + job.source
