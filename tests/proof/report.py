"""`make proof`: tries everything, and prints what was tried and what it found.

python -m tests.proof.report [pytest's arguments; those that name tests choose a part]

With KONTOR_PROOF="every wording" each write is refused in all of AWS's words, not in two by turns.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tests.invariants import INVARIANTS
from tests.proof.counters import EXTENT, FILE, FULL, Counts
from tests.proof.fuzz.test_rules_covered import ELSEWHERE
from tests.proof.parts import FAILED

ROOT = Path(__file__).resolve().parents[2]
COUNTS = ROOT / "build" / "proof.json"
FOUND = Path(__file__).with_name("found.txt")
SUITES = ("tests/checks", "tests/proof", *ELSEWHERE)
VIOLATIONS = "violations"
LABEL = 20
"""So wide is what stands before each entry of found.txt: the row of the table it belongs to."""
TEST_SECONDS = 3600
"""Every order of a long race takes minutes."""


def main(arguments: list[str]) -> int:
    """Run the proof in full, or the part that pytest's arguments choose; answers its exit code.

    The table comes in any case: also where a test fails, a worker dies, or somebody had enough.
    """
    COUNTS.parent.mkdir(exist_ok=True)
    COUNTS.write_text("{}", encoding="utf-8")
    code = _run(arguments)
    counts: Counts = json.loads(COUNTS.read_text(encoding="utf-8"))
    sys.stdout.write(f"\n{table(counts, found_before())}\n\n{VERDICTS[bool(code)]}\n\n")
    for each in INVARIANTS:
        if each.vacuous:
            sys.stdout.write(f"Invariant {each.number} ({each.name}) waits: {each.vacuous}.\n")
    sys.stdout.write(f"\n{FOUND.read_text(encoding='utf-8')}")
    return code


VERDICTS = {False: "Nothing is broken now.", True: "Something is broken: see above."}


def _run(arguments: list[str]) -> int:
    quietly = ("-q", "--no-header", "--show-capture=no", f"--timeout={TEST_SECONDS}")
    suites = () if any(a.startswith("tests/") for a in arguments) else SUITES
    plugin = ("-p", "tests.proof.parts")
    command = [sys.executable, "-m", "pytest", *plugin, *quietly, *suites, *arguments]
    environment = os.environ | {FILE: str(COUNTS), EXTENT: os.environ.get(EXTENT, FULL)}
    run = subprocess.Popen(command, cwd=ROOT, env=environment)
    while True:
        try:
            return run.wait()
        except KeyboardInterrupt:
            continue  # pytest has heard it too, and ends by itself


def found_before() -> Counter[str]:
    """How many violations each proof has found on the way; found.txt tells how each was mended."""
    lines = FOUND.read_text(encoding="utf-8").splitlines()[2:]
    return Counter(line[:LABEL].strip() for line in lines if line[:LABEL].strip())


def table(counts: Counts, mended: Mapping[str, int]) -> str:
    """A line per row: what was tried, how much of it, and how many violations there are now.

    Tests that failed are told beside them; a violation is what one of them found. `mended` are
    those of before. A row that was not run this time is there all the same if it ever found one.
    """
    told = {VIOLATIONS, FAILED}
    lines: list[tuple[str, ...]] = [
        ("proof", "tried", VIOLATIONS, "tests failed", "found and mended before")
    ]
    for row in sorted(counts.keys() | mended.keys()):
        counters = counts.get(row, {})
        tried = ", ".join(
            f"{n:,} {name.replace('_', ' ')}" for name, n in counters.items() if name not in told
        )
        numbers = (counters.get(VIOLATIONS, 0), counters.get(FAILED, 0), mended.get(row, 0))
        lines.append((row, tried or "-", *(f"{number:,}" for number in numbers)))
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "  ".join(
            f"{part:<{width}}" if column < 2 else f"{part:>{width}}"
            for column, (part, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
