"""How long things may get, what stays empty, and how an exception is made."""

from pathlib import Path

import pytest

from tests.tools.tree import broken, plant
from tools.lint.tree import broken_rules


def lines(count: int) -> str:
    return "x = 1\n" * count


@pytest.mark.parametrize("path", ["chalicelib/tickets/store.py", "frontend/features/tickets/a.tsx"])
def test_a_file_has_at_most_250_lines(tmp_path: Path, path: str) -> None:
    assert broken(tmp_path, path, lines(250)) == []
    assert broken(tmp_path, path, lines(251)) == ["file-length:251"]


def test_the_generated_client_may_be_long(tmp_path: Path) -> None:
    assert broken(tmp_path, "frontend/shared/api/schema.d.ts", lines(900)) == []


def test_a_function_has_at_most_40_lines(tmp_path: Path) -> None:
    fits = "def f():\n" + "    x = 1\n" * 39
    assert broken(tmp_path, "tools/a.py", fits) == []
    assert broken(tmp_path, "tools/a.py", fits + "    x = 1\n") == ["function-length:1"]


def test_a_package_file_stays_empty(tmp_path: Path) -> None:
    assert broken(tmp_path, "chalicelib/tickets/__init__.py", "") == []
    assert broken(tmp_path, "chalicelib/tickets/__init__.py", "'words'\n") == ["empty-init:1"]


def test_an_exception_names_file_and_rule(tmp_path: Path) -> None:
    plant(tmp_path, {"tools/lint/allowed.txt": "# why\ntools/a.py file-length  # until split\n"})
    assert broken(tmp_path, "tools/a.py", lines(251)) == []
    assert broken(tmp_path, "tools/b.py", lines(251)) == ["file-length:251"]


def test_a_finding_can_be_clicked(tmp_path: Path) -> None:
    plant(tmp_path, {"chalicelib/tickets/service.py": "print(1)\n"})
    (finding,) = broken_rules(tmp_path)
    assert str(finding).startswith("chalicelib/tickets/service.py:1: ")
