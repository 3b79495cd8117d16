"""No `rules` is left out: whoever adds a module of them says what holds of all its answers."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ELSEWHERE = (
    *("tests/licenses/test_codes.py", "tests/licenses/test_key_file_format.py"),
    *("tests/licenses/test_vectors.py", "tests/licenses/test_deny_list.py"),
    *("tests/tickets/test_upload_rules.py", "tests/accounts/test_rules.py"),
)
"""Beside their examples; `make proof` runs these files, too."""


def _rules() -> Iterator[str]:
    for file in sorted((ROOT / "chalicelib").rglob("*.py")):
        name = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        if (file.stem == "rules" or file.parent.name == "rules") and file.stem != "__init__":
            yield name


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_module_of_rules_is_fuzzed() -> None:
    files = [*Path(__file__).parent.glob("test_rules*.py"), *(ROOT / name for name in ELSEWHERE)]
    files.remove(Path(__file__))
    assert all("hypothesis" in file.read_text(encoding="utf-8") for file in files)
    tried = {name for file in files for name in _imported(file)}
    assert set(_rules()) - tried == set()
