"""What a run of the proof consists of: loaded by tests/proof/report.py as a plugin of pytest.

It counts each part's tests and failures, so that the table is whole whatever fails, and lets begin
first what takes longest, so that no worker is left waiting for another's last test.
"""

import os

import pytest

from tests.proof.counters import count

PARTS = {
    "tests/proof/races/": "races",
    "tests/proof/model/": "model test",
    "tests/proof/test_sweep.py": "crash sweep",
    "tests/proof/fuzz/test_rules": "fuzzing of rules",
    "tests/proof/fuzz/": "fuzzing of the API",
    "tests/proof/authorization/": "authorization",
    "tests/proof/sessions/": "sessions, links, headers, logs",
    "tests/proof/test_deliveries.py": "deliveries",
    "tests/proof/test_again.py": "deliveries",
    "tests/checks/": "invariants, each broken on purpose",
    "tests/proof/": "registry",
    "": "fuzzing of rules",
}
"""Where a test stands, and which row of the table it is counted in; the longest first."""
FAILED = "failed"
WORKER = "PYTEST_XDIST_WORKER"


def part_of(path: str) -> str:
    """The row that a test belongs to."""
    return next(part for place, part in PARTS.items() if path.startswith(place))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Part by part, in the order above."""
    order = list(PARTS.values())
    items.sort(key=lambda item: order.index(part_of(item.nodeid)))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Each test once: by the process that gathers all reports, or the only one there is."""
    if WORKER in os.environ:
        return
    if report.when == "call" or report.outcome == FAILED:
        failed = int(report.outcome == FAILED)
        count(part_of(report.nodeid), tests=int(report.when == "call"), failed=failed)
