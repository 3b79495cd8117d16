"""The counters add up between processes, and the table shows them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.proof.counters import FILE, count
from tests.proof.parts import part_of
from tests.proof.report import table


def test_counters_add_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "proof.json"
    monkeypatch.setenv(FILE, str(file))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: count("cells", cells=n, violations=0), range(20)))
    count("races", interleavings=70, violations=1)
    assert '"cells": 190' in file.read_text()


def test_nothing_is_written_unless_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(FILE, raising=False)
    count("cells", cells=1)
    assert not list(tmp_path.iterdir())


def test_the_table_has_a_line_per_row() -> None:
    counts = {"races": {"interleavings": 1234, "violations": 2, "failed": 1}, "cells": {"cells": 7}}
    assert [line.split() for line in table(counts).splitlines()[2:]] == [
        ["cells", "7", "cells", "0", "0"],
        ["races", "1,234", "interleavings", "2", "1"],
    ]


def test_every_test_of_the_proof_belongs_to_a_part() -> None:
    """So that what fails is told in its row."""
    assert part_of("tests/proof/races/test_races.py::test_x[y]") == "races"
    assert part_of("tests/proof/fuzz/test_rules_sold.py::test_x") == "fuzzing of rules"
    assert part_of("tests/licenses/test_codes.py::test_x") == "fuzzing of rules"
    assert part_of("tests/proof/test_coverage.py::test_x") == "registry"
