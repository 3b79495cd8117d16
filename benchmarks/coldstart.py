"""The API's cold start: the runtime's start, the imports and the first signed-in read.

`python -m benchmarks.coldstart --rounds 15`

Each sample is a fresh process of Lambda's runtime in its emulator, timed from outside with the
event that starts it. Beside it stands the runtime's processor time, which a busy machine distorts
less. Compared in the same round, taking turns:

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


@dataclass(frozen=True, slots=True)
class Sample:
    """Milliseconds of one cold start, by the clock and of the processor."""

    wall: float
    processor: float


def sample(
    runtime: emulator.Runtime, variant: Variant, environment: Mapping[str, str], log: Path
) -> Sample:
    """Start one anew."""
    with emulator.start(runtime, variant.code, variant.handler, environment, log) as function:
        took, answer = function.timed(variant.event)
        used = function.processor_ms()
    if answer.get("errorMessage") or answer.get("statusCode", 200) != 200:
        raise RuntimeError(answer)
    return Sample(took, used)


def measure(
    chosen: Mapping[str, Variant], environment: Mapping[str, str], rounds: int, folder: Path
) -> dict[str, list[Sample]]:
    """Samples of each variant, in rounds whose order turns; the first round only warms the disk."""
    runtime = emulator.runtime(packaging_python())
    names = list(chosen)
    taken: dict[str, list[Sample]] = {name: [] for name in names}
    for number in range(rounds + 1):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            took = sample(runtime, chosen[name], environment, folder / "log")
            if number:
                taken[name].append(took)
    return taken


def ratios(one: list[Sample], other: list[Sample]) -> tuple[float, float]:
    """The medians over the rounds of one variant's time in the other's, wall and processor."""
    both = list(zip(one, other, strict=True))
    wall = median(a.wall / b.wall for a, b in both)
    return wall, median(a.processor for a in one) / median(b.processor for b in other)


def show(taken: Mapping[str, list[Sample]]) -> None:
    """A line per variant: its times, and its multiples of the empty handler."""
    for name, samples in taken.items():
        wall, processor = ratios(samples, taken["empty"])
        times = f"{median(s.wall for s in samples):6.0f} ms {wall:5.2f} ×"
        used = f"{median(s.processor for s in samples):6.0f} ms {processor:5.2f} ×"
        print(f"cold start {name:<30} {times} empty, processor {used} empty")


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
    show(taken)
    good = True
    for other, most in (("plain", MOST_OF_PLAIN), ("empty", MOST_OF_EMPTY)):
        wall, processor = ratios(taken["ours"], taken[other])
        print(
            f"cold start over {other}: {wall:.2f} (at most {most:.2f}), processor {processor:.2f}"
        )
        good = good and wall <= most
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
