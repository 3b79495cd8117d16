"""Everything that runs by itself: streams at once, schedules by the clock, events on arrival."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from chalicelib.entry.job import Event, Job, Kind
from local.jobs import scanning
from local.jobs.runs import Runs, context
from local.jobs.schedule import run_due
from local.jobs.stream import StreamMapping, StreamReader, table_of
from local.signed import Engine

STREAM_PAUSE_SECONDS = 0.15
MOST_ROUNDS = 50


@dataclass
class Worker:
    """Runs the jobs against one engine. `run_all` may be called from any thread."""

    jobs: Sequence[Job]
    engine: Engine
    parked_file: Path
    every_seconds: float = 10
    runs: Runs = field(default_factory=Runs)
    _stop: threading.Event = field(default_factory=threading.Event)
    _streaming: threading.Lock = field(default_factory=threading.Lock)
    _scheduling: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        streams = [job for job in self.jobs if job.kind is Kind.STREAM]
        self._mappings = [
            StreamMapping(
                job, StreamReader(self.engine, table_of(job)), self.runs, self.parked_file
            )
            for job in streams
        ]
        self._scheduled = [job for job in self.jobs if job.kind is Kind.SCHEDULE]
        self._on_rule = [job for job in self.jobs if job.kind is Kind.RULE]

    def deliver(self) -> int:
        """Hands on what the streams hold; returns how many records were done with."""
        with self._streaming:
            return sum(mapping.step() for mapping in self._mappings)

    def tick(self) -> int:
        """Runs the scheduled jobs once."""
        with self._scheduling:
            return run_due(self._scheduled, self.runs)

    def run_all(self) -> int:
        """Runs everything until nothing is left to do; returns how much was done.

        The streams come first, as in the cloud: what they hold is hours ahead of any schedule.
        """
        total = 0
        for _ in range(MOST_ROUNDS):
            done = self.deliver() or self.tick()
            total += done
            if not done:
                break
        return total

    def object_created(self, bucket: str, key: str, etag: str) -> None:
        """Scans the object and tells the jobs that wait for it; raises what they raise.

        Of one that was thrown away meanwhile there is nothing to tell.
        """
        try:
            event = scanning.scan(bucket, key, etag)
        except scanning.Gone:
            return
        self.put(event)

    def put(self, event: Event) -> None:
        """Hands an event of the bus to the jobs that wait for its like; raises what they raise."""
        for job in self._on_rule:
            if event["source"] in job.pattern["source"]:
                with self.runs.one_of(job.name) as run:
                    job(event, context(job.name))
                    run.done = 1

    def start(self) -> None:
        for loop in (self._stream_loop, self._schedule_loop):
            threading.Thread(target=loop, name=loop.__name__, daemon=True).start()

    def stop(self) -> None:
        self._stop.set()
        with self._streaming, self._scheduling:
            return  # what was begun is finished

    def _stream_loop(self) -> None:
        while not self._stop.wait(STREAM_PAUSE_SECONDS):
            self.deliver()

    def _schedule_loop(self) -> None:
        while not self._stop.wait(self.every_seconds):
            self.tick()
