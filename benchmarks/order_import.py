"""How long an order export takes to load, and how much memory.

    python -m benchmarks.order_import [20000]

Against the local engine. Printed are seconds, lines a second and the process's peak memory, for a
first import, for the same file again, and for the floor: writing as many items of the same size in
bulk, without reading or deciding anything.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from benchmarks.scene import a_customer_with_requests
from chalicelib.aws.tables import Item
from chalicelib.licenses.exports import read_lines
from chalicelib.licenses.importing import Imported, import_lines, sum_up
from chalicelib.licenses.model.license import Code, License, PublicId
from local.demo.orders import order_rows, write_export
from tests.filling import write_all

LINES = 20_000
KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True, slots=True)
class Taken:
    """What something took; `peak_bytes` is the most that the process ever held until then."""

    seconds: float
    peak_bytes: int


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB


def measured(work: Callable[[], object]) -> Taken:
    """The seconds and the memory of one run."""
    began = time.perf_counter()
    work()
    return Taken(time.perf_counter() - began, _peak_bytes())


def show(name: str, lines: int, taken: Taken, floor: Taken) -> None:
    print(
        f"  {name:13} {taken.seconds:7.1f} s   {lines / taken.seconds:8,.0f} lines/s"
        f"   {taken.seconds / floor.seconds:5.2f} x floor   peak {taken.peak_bytes / MIB:5.1f} MiB",
        flush=True,
    )


def floor_of(lines: int) -> Taken:
    """The bare writes: copies of one license's items under other keys."""
    license_ = next(iter(License.scan(limit=1)))

    def items() -> Iterator[Item]:
        for number in range(lines):
            copy = License.from_raw_data(license_.to_dynamodb_dict())
            copy.pk = f"floor#{number}"
            yield copy
            yield Code(pk=f"code#floor{number}", sk="code", license_id=copy.pk)
            yield PublicId(pk=f"public#floor{number}", sk="public", license_id=copy.pk)

    return measured(lambda: write_all(items()))


def main(arguments: list[str]) -> None:
    """Import, import again, and the floor."""
    lines = int(next(islice(arguments, 1), LINES))
    with a_customer_with_requests(), tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "orders.csv"
        write_export(path, order_rows(lines, datetime.now(UTC).date()))
        done: list[Imported] = []

        def load() -> None:
            with path.open("rb") as file:
                done.append(sum_up(import_lines(read_lines(file), lambda _: None)))

        print(f"peak before: {_peak_bytes() / MIB:.1f} MiB", flush=True)
        first, again = measured(load), measured(load)
        floor = floor_of(lines)
        print(f"\n{lines:,} lines, {path.stat().st_size / MIB:.1f} MiB; {done[0]}, then {done[1]}")
        show("first import", lines, first, floor)
        show("same again", lines, again, floor)
        show("floor", lines, floor, floor)


if __name__ == "__main__":
    main(sys.argv[1:])
