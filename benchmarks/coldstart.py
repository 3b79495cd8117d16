"""The API's cold start: the runtime's start, the imports and the first signed-in read.

`python -m benchmarks.coldstart --rounds 15`

Each sample is a fresh process of Lambda's runtime in its emulator, timed from outside with the
event that starts it. Compared in the same round, taking turns:

    empty    a handler that does nothing
    bare     the libraries that the API loads, imported with byte code, and nothing done
    plain    the same code as `chalice package` alone makes it: no byte code, nothing left out
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.scene import Scene, a_customer_with_requests
from chalicelib.entry.all_jobs import load_jobs
from chalicelib.entry.job import Kind
from infra.interpreters import packaging_python
from infra.package import Package, build
from infra.zipping import unpack
from tests.package.events import event, request
from tools import emulator

MOST_OF_PLAIN = 0.30
MOST_OF_EMPTY = 7.0
EMPTY = "def handler(event, context):\n    return {}\n"
BARE = """
import aws_lambda_powertools.logging, botocore.auth, chalice, pydantic, pynamodb.models, urllib3

def handler(event, context):
    return {}
"""


@dataclass(frozen=True, slots=True)
class Variant:
    """Something to start: its folder, its handler, and the event that starts it."""

    code: Path
    handler: str
    event: Any


def variants(package: Package, scene: Scene, folder: Path) -> dict[str, Variant]:
    """What is compared, ours first."""
    read = request("GET", "/api/tickets", cookie=scene.cookie)
    unpack(package.plain, folder / "plain")
    for name, source in (("empty", EMPTY), ("bare", BARE)):
        (folder / name).mkdir()
        (folder / name / f"{name}.py").write_text(source)
    # Beside our own code, so that it finds the libraries where ours finds them.
    for path in package.unpacked.iterdir():
        (folder / "bare" / path.name).symlink_to(path)
    return {
        "ours": Variant(package.unpacked, "app.app", read),
        "empty": Variant(folder / "empty", "empty.handler", {}),
        "bare": Variant(folder / "bare", "bare.handler", {}),
        "plain": Variant(folder / "plain", "app.app", read),
    }


def jobs(package: Package) -> dict[str, Variant]:
    """One scheduled job of each module."""
    chosen = {job.module: job for job in load_jobs() if job.kind is Kind.SCHEDULE}
    return {
        job.name: Variant(package.unpacked, f"{job.module}.{job.run.__name__}", event("schedule"))
        for job in chosen.values()
    }


def sample(
    runtime: emulator.Runtime, variant: Variant, environment: Mapping[str, str], log: Path
) -> float:
    """Milliseconds of one cold start."""
    with emulator.start(runtime, variant.code, variant.handler, environment, log) as function:
        took, answer = function.timed(variant.event)
    if answer.get("errorMessage") or answer.get("statusCode", 200) != 200:
        raise RuntimeError(answer)
    return took


def measure(
    chosen: Mapping[str, Variant], environment: Mapping[str, str], rounds: int, folder: Path
) -> dict[str, list[float]]:
    """Samples of each variant, in rounds whose order turns; the first round only warms the disk."""
    runtime = emulator.runtime(packaging_python())
    names = list(chosen)
    taken: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds + 1):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            took = sample(runtime, chosen[name], environment, folder / "log")
            if number:
                taken[name].append(took)
    return taken


def ratio(taken: Mapping[str, list[float]], one: str, other: str) -> float:
    """The median over the rounds of one variant's time in the other's."""
    return median(a / b for a, b in zip(taken[one], taken[other], strict=True))


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure cold starts.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--jobs", action="store_true", help="the jobs' cold starts too")
    chosen = parser.parse_args()
    package = build("prod")
    with tempfile.TemporaryDirectory() as home, a_customer_with_requests() as scene:
        folder = Path(home)
        compared = variants(package, scene, folder)
        extra = jobs(package) if chosen.jobs else {}
        taken = measure(compared | extra, scene.environment, chosen.rounds, folder)
    for name, samples in taken.items():
        print(f"{name:<32} {median(samples):7.0f} ms {ratio(taken, name, 'empty'):6.2f} × empty")
    of_plain, of_empty = ratio(taken, "ours", "plain"), ratio(taken, "ours", "empty")
    print(f"cold start over plain chalice package: {of_plain:.2f} (at most {MOST_OF_PLAIN:.2f})")
    print(f"cold start over an empty handler:      {of_empty:.2f} (at most {MOST_OF_EMPTY:.2f})")
    return 0 if of_plain <= MOST_OF_PLAIN and of_empty <= MOST_OF_EMPTY else 1


if __name__ == "__main__":
    sys.exit(main())
