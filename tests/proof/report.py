"""`make proof`: tries everything, and prints what was tried and what it found.

python -m tests.proof.report [pytest's arguments]
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.proof.counters import EXTENT, FILE, FULL, Counts

ROOT = Path(__file__).resolve().parents[2]
COUNTS = ROOT / "build" / "proof.json"
FOUND = Path(__file__).with_name("found.txt")
SUITES = ("tests/checks", "tests/proof")
VIOLATIONS = "violations"
TEST_SECONDS = 3600
"""Every order of a long race takes minutes."""


def main(arguments: list[str]) -> int:
    """Run the proof in full; answers pytest's own exit code."""
    COUNTS.parent.mkdir(exist_ok=True)
    COUNTS.write_text("{}", encoding="utf-8")
    quietly = ("-q", "--no-header", "--show-capture=no", f"--timeout={TEST_SECONDS}")
    command = [sys.executable, "-m", "pytest", *quietly, *SUITES]
    environment = os.environ | {FILE: str(COUNTS), EXTENT: FULL}
    done = subprocess.run([*command, *arguments], cwd=ROOT, env=environment, check=False)
    counts: Counts = json.loads(COUNTS.read_text(encoding="utf-8"))
    sys.stdout.write("\n" + table(counts) + "\n\n" + FOUND.read_text(encoding="utf-8"))
    return done.returncode


def table(counts: Counts) -> str:
    """A line per row: what was tried, how much of it, and how many violations there are now."""
    lines = [("proof", "tried", VIOLATIONS)]
    for row, counters in sorted(counts.items()):
        tried = ", ".join(f"{n:,} {name}" for name, n in counters.items() if name != VIOLATIONS)
        lines.append((row, tried, f"{counters.get(VIOLATIONS, 0):,}"))
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    rule = tuple("-" * width for width in widths)
    return "\n".join(
        f"{row:<{widths[0]}}  {tried:<{widths[1]}}  {violations:>{widths[2]}}"
        for row, tried, violations in (lines[0], rule, *lines[1:])
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
