"""`make check`: every check that needs no running stack, several at a time, one line each.

What a check has to say is shown only when it fails. Names given as arguments choose the checks.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = ("app.py", "benchmarks", "chalicelib", "infra", "kontor-verify", "local", "tests", "tools")


@dataclass(frozen=True, slots=True)
class Check:
    """A command that fails when something is wrong."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a check went; `said` is all that it wrote."""

    check: Check
    passed: bool
    said: str
    seconds: float


def holds_python(path: Path) -> bool:
    """Whether there is something for Python's checks to read."""
    return path.is_file() or any(path.rglob("*.py"))


def checks() -> list[Check]:
    """The checks, the slowest first, so that none is left over at the end."""
    code = tuple(name for name in CODE if holds_python(ROOT / name))
    programs = Path(sys.executable).parent
    python, ruff = (sys.executable, "-m"), str(programs / "ruff")
    npm = ("npm", "--prefix", "frontend", "run", "--silent")
    return [
        Check("vitest", (*npm, "test")),
        Check("tsc", (*npm, "typecheck")),
        Check("eslint", (*npm, "lint")),
        Check("mypy", (str(programs / "mypy"), "--no-error-summary", *code)),
        Check("openapi", (*python, "tools.openapi", "--check")),
        Check("layers", (str(programs / "lint-imports"), "--no-cache")),
        Check("rules", (*python, "tools.lint")),
        Check("texts", (*python, "tools.texts")),
        Check("leaks", (*python, "tools.leaks")),
        Check("ruff", (ruff, "check", "--quiet", *code)),
        Check("format", (ruff, "format", "--quiet", "--diff", *code)),
    ]


def run(check: Check) -> Outcome:
    """Carry out one check."""
    began = time.monotonic()
    done = subprocess.run(
        check.command,
        cwd=ROOT,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return Outcome(check, done.returncode == 0, done.stdout.strip(), time.monotonic() - began)


def outcomes(chosen: list[Check]) -> Iterator[Outcome]:
    """Run the checks on all processors."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(run, chosen)


def main(names: list[str]) -> int:
    known = {check.name: check for check in checks()}
    if unknown := [name for name in names if name not in known]:
        print(f"No such check: {', '.join(unknown)}. There are: {', '.join(known)}.")
        return 2
    failed = []
    for outcome in outcomes([known[name] for name in names or known]):
        mark = "ok    " if outcome.passed else "FAILED"
        print(f"{mark} {outcome.check.name:<9} {outcome.seconds:5.1f} s", flush=True)
        if not outcome.passed:
            failed.append(outcome.check.name)
            print(outcome.said, flush=True)
    if failed:
        print(f"\nFailed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
