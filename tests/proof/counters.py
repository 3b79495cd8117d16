"""How much was tried, and what it found: counted while the tests run, printed by `make proof`.

    count("crash sweep", operations=1, writes=4, runs=52, violations=0)

adds to a row of the table; whoever proves something gives it a row of its own. Nothing is written
unless KONTOR_PROOF_COUNTS names the file.
"""

import fcntl
import json
import os
from pathlib import Path

FILE = "KONTOR_PROOF_COUNTS"
EXTENT = "KONTOR_PROOF"
FULL = "full"
EVERY_WORDING = "every wording"
Counts = dict[str, dict[str, int]]


def count(row: str, **numbers: int) -> None:
    """Add to the row's counters. Safe between the processes of one run."""
    named = os.environ.get(FILE)
    if not named:
        return
    with Path(named).open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        counts: Counts = json.loads(file.read() or "{}")
        counters = counts.setdefault(row, {})
        for name, number in numbers.items():
            counters[name] = counters.get(name, 0) + number
        file.seek(0)
        file.truncate()
        file.write(json.dumps(counts, indent=1, ensure_ascii=False))


def in_full() -> bool:
    """Whether to try everything, as `make proof` does, and not what `make test` has time for."""
    return os.environ.get(EXTENT) in {FULL, EVERY_WORDING}


def in_every_wording() -> bool:
    """Whether each write is refused in all the words that AWS has for it: twice the time."""
    return os.environ.get(EXTENT) == EVERY_WORDING
