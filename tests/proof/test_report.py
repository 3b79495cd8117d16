"""The counters add up between processes, and the table shows them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.proof.counters import FILE, count
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
    shown = table({"races": {"interleavings": 1234, "violations": 2}, "cells": {"cells": 7}})
    assert [line.split() for line in shown.splitlines()[2:]] == [
        ["cells", "7", "cells", "0"],
        ["races", "1,234", "interleavings", "2"],
    ]
