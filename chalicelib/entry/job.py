"""The job wrapper. A job is declared once, in its feature's jobs.py:

    jobs = Jobs(__name__)

    @jobs.every(minutes=15)
    def remind_unanswered(now: datetime) -> int: ...          # how many things it did

    @jobs.on_stream("outbox", "INSERT")
    def deliver(record: Record, now: datetime) -> None: ...   # one changed item

    @jobs.on_object_scanned()
    def note_scan(scan: ObjectScanned, now: datetime) -> None: ...

    @jobs.on_mail_feedback()
    def note_feedback(feedback: Feedback, now: datetime) -> None: ...

Each becomes a Lambda function of its own, `<feature>_<function>`, that loads its jobs.py and what
that imports: neither app.py nor the routes, nor chalice. The decorated name is the `Job`; the
plain function is its `run`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from chalicelib.base import clock, collector
from chalicelib.entry.feedback import FEEDBACK_RULE, Feedback, read_feedback
from chalicelib.entry.log import log_failure, logger
from chalicelib.entry.scans import SCAN_RULE, ObjectScanned, read_scan

_T = TypeVar("_T")
Event = Mapping[str, Any]
Record = Mapping[str, Any]
Handler = Callable[[Event, object], dict[str, Any]]


class Kind(StrEnum):
    """What sets a job off."""

    SCHEDULE = "schedule"
    STREAM = "stream"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One declared job; called with an event it is the Lambda handler.

    `source` is the table (without prefix) of a stream or the sender of a rule's events; `events`
    are the stream's records it wants (empty: all), `pattern` the rule's.
    """

    name: str
    kind: Kind
    module: str
    run: Callable[..., Any]
    handler: Handler
    source: str = ""
    every_minutes: int = 0
    events: tuple[str, ...] = ()
    pattern: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, event: Event, context: object) -> dict[str, Any]:
        """Handle one event of the job's source."""
        collector.resume()
        return self.handler(event, context)


ALL_JOBS: list[Job] = []


class Jobs:
    """The jobs of one feature."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._feature = module.split(".")[-2]

    def every(self, *, minutes: int) -> Callable[[Callable[[datetime], int]], Job]:
        """Declare work that asks the data what is due; it may run late, twice, or in parallel."""

        def declare(run: Callable[[datetime], int]) -> Job:
            name = self._name(run)

            def handle(_event: Event, _context: object) -> dict[str, Any]:
                return {"done": _timed(name, lambda: run(clock.now()))}

            return self._add(run, handle, Kind.SCHEDULE, every_minutes=minutes)

        return declare

    def on_stream(
        self, table: str, *events: str
    ) -> Callable[[Callable[[Record, datetime], None]], Job]:
        """Declare what is done with each changed item of a table: INSERT, MODIFY, REMOVE or all.

        A record that raises is handed in again, with all that came after it in its shard.
        """

        def declare(run: Callable[[Record, datetime], None]) -> Job:
            name = self._name(run)

            def handle(event: Event, _context: object) -> dict[str, Any]:
                wanted = [r for r in event["Records"] if not events or r["eventName"] in events]
                failed: list[str] = []
                _timed(name, lambda: _run_each(name, run, wanted, failed))
                return {"batchItemFailures": [{"itemIdentifier": number} for number in failed]}

            return self._add(run, handle, Kind.STREAM, source=table, events=events)

        return declare

    def on_object_scanned(self) -> Callable[[Callable[[ObjectScanned, datetime], None]], Job]:
        """Declare what is done when the malware scan of an object has ended."""
        return self._on_rule(SCAN_RULE, read_scan)

    def on_mail_feedback(self) -> Callable[[Callable[[Feedback, datetime], None]], Job]:
        """Declare what is done when a mail came back, or its recipient complained."""
        return self._on_rule(FEEDBACK_RULE, read_feedback)

    def _on_rule(
        self, pattern: Mapping[str, list[str]], read: Callable[[Event], _T]
    ) -> Callable[[Callable[[_T, datetime], None]], Job]:
        """One event a call; one that raises is handed in twice more, and then an alarm goes off."""

        def declare(run: Callable[[_T, datetime], None]) -> Job:
            name = self._name(run)

            def handle(event: Event, _context: object) -> dict[str, Any]:
                _timed(name, lambda: run(read(event["detail"]), clock.now()))
                return {}

            source = pattern["source"][0]
            return self._add(run, handle, Kind.RULE, source=source, pattern=pattern)

        return declare

    def _name(self, run: Callable[..., Any]) -> str:
        return f"{self._feature}_{run.__name__}"

    def _add(self, run: Callable[..., Any], handler: Handler, kind: Kind, **more: Any) -> Job:
        name = self._name(run)
        job = Job(name=name, kind=kind, module=self._module, run=run, handler=handler, **more)
        ALL_JOBS.append(job)
        return job


class JobFailed(Exception):
    """A job broke off; why stands in the log. Lambda writes this one there, words and all."""


def _timed(name: str, work: Callable[[], int | None]) -> int:
    """Do the work and log one line; that it failed goes on up, for Lambda to count."""
    began = clock.now()
    try:
        done = work() or 0
    except Exception as failure:  # noqa: BLE001 - whatever it was, it is logged and counted
        log_failure(name, failure)
        raise JobFailed(name) from None
    spent = round((clock.now() - began).total_seconds() * 1000, 1)
    logger.info("job", extra={"job": name, "done": done, "ms": spent})
    return done


def _run_each(
    name: str, run: Callable[[Record, datetime], None], records: list[Record], failed: list[str]
) -> int:
    """Hand over every record, so that one bad record holds up no other; collect who failed."""
    for record in records:
        try:
            run(record, clock.now())
        except Exception as failure:  # noqa: BLE001 - reported to the stream, which hands it in again
            log_failure(name, failure)
            failed.append(record["dynamodb"]["SequenceNumber"])
    return len(records) - len(failed)
