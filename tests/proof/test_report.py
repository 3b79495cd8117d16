"""The counters add up between processes, and the table shows them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.proof.counters import FILE, count
from tests.proof.parts import PARTS, part_of
from tests.proof.report import found_before, table


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
    assert [line.split() for line in table(counts, {"races": 3, "mail": 1}).splitlines()[2:]] == [
        ["cells", "7", "cells", "0", "0", "0"],
        ["mail", "-", "0", "0", "1"],
        ["races", "1,234", "interleavings", "2", "1", "3"],
    ]


def test_what_was_found_before_belongs_to_a_row() -> None:
    """Each entry is told beside the proof that found it; the local stack's are told alone."""
    assert found_before().keys() <= {*PARTS.values(), "invariants", "local stack"}


def test_every_test_of_the_proof_belongs_to_a_part() -> None:
    """So that what fails is told in its row."""
    assert part_of("tests/proof/races/test_races.py::test_x[y]") == "races"
    assert part_of("tests/proof/fuzz/test_rules_sold.py::test_x") == "fuzzing of rules"
    assert part_of("tests/licenses/test_codes.py::test_x") == "fuzzing of rules"
    assert part_of("tests/proof/test_coverage.py::test_x") == "registry"
