"""Remembers what the jobs did lately, for the developers' page."""

import time
import uuid
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from chalice.local import LambdaContext

KEPT_RUNS = 200
TIMEOUT_MS = 900_000


@dataclass
class Run:
    """One run of a job that did something or failed. Times are the machine's own."""

    job: str
    began: str
    ms: float = 0
    done: int = 0
    failure: str = ""


class Runs:
    """The latest runs, oldest first."""

    def __init__(self) -> None:
        self._runs: deque[Run] = deque(maxlen=KEPT_RUNS)

    @contextmanager
    def one_of(self, job: str) -> Iterator[Run]:
        """Measures a run; one that had nothing to do leaves no trace."""
        run = Run(job, datetime.now(UTC).isoformat(timespec="seconds"))
        began = time.perf_counter()
        try:
            yield run
        finally:
            run.ms = round((time.perf_counter() - began) * 1000, 1)
            if run.done or run.failure:
                self._runs.append(run)

    def as_json(self) -> list[dict[str, Any]]:
        return [asdict(run) for run in self._runs]


def context(job: str) -> LambdaContext:
    """What Lambda hands a function beside its event."""
    made = LambdaContext(job, 512, TIMEOUT_MS)
    made.aws_request_id = str(uuid.uuid4())
    return made
