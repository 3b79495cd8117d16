"""Applies every rule to every file of a tree."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tools.lint.edges import EDGE_RULES
from tools.lint.imports import IMPORT_RULES
from tools.lint.module import Finding, Module
from tools.lint.persistence import PERSISTENCE_RULES
from tools.lint.proof import PROOF_RULES
from tools.lint.sizes import SIZE_RULES, too_long

PYTHON_FOLDERS = ("benchmarks", "chalicelib", "infra", "local", "tests", "tools")
FRONTEND_FOLDERS = ("frontend/apps", "frontend/features", "frontend/shared", "frontend/tests")
FRONTEND_ENDINGS = frozenset({".css", ".ts", ".tsx"})
GENERATED = "schema.d.ts"
ALLOWED = "tools/lint/allowed.txt"

RULES: tuple[Callable[[Module], Iterable[Finding]], ...] = (
    *IMPORT_RULES,
    *EDGE_RULES,
    *PERSISTENCE_RULES,
    *PROOF_RULES,
    *SIZE_RULES,
)


def allowed(root: Path) -> set[tuple[str, str]]:
    """The exceptions, as pairs of path and rule: one pair a line, `#` opens a comment."""
    file = root / ALLOWED
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    pairs = [line.partition("#")[0].split() for line in lines]
    return {(pair[0], pair[1]) for pair in pairs if pair}


def python_files(root: Path) -> Iterator[Path]:
    yield from root.glob("*.py")
    for folder in PYTHON_FOLDERS:
        yield from sorted((root / folder).rglob("*.py"))


def frontend_files(root: Path) -> Iterator[Path]:
    for folder in FRONTEND_FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in FRONTEND_ENDINGS and file.name != GENERATED:
                yield file


def findings(root: Path) -> Iterator[Finding]:
    """Every finding, the allowed ones included."""
    for file in python_files(root):
        path, source = file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
        module = Module(path, source)
        yield from too_long(path, source)
        for rule in RULES:
            yield from rule(module)
    for file in frontend_files(root):
        yield from too_long(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))
    yield from policies_that_scan(root)


def policies_that_scan(root: Path) -> Iterator[Finding]:
    """No Lambda function is allowed to scan, nor to do everything to a table."""
    for file in sorted((root / ".chalice").glob("*polic*.json")):
        policy = json.loads(file.read_text(encoding="utf-8"))
        for statement in policy.get("Statement", []):
            actions = statement.get("Action", [])
            for action in [actions] if isinstance(actions, str) else actions:
                if action in {"*", "dynamodb:*", "dynamodb:Scan"}:
                    path = file.relative_to(root).as_posix()
                    yield Finding(path, 1, "scan", f"{action} lets a function scan")


def broken_rules(root: Path) -> list[Finding]:
    """What is wrong in a tree, in the order of the files."""
    let_pass = allowed(root)
    found = {finding for finding in findings(root) if (finding.path, finding.rule) not in let_pass}
    return sorted(found, key=lambda finding: (finding.path, finding.line, finding.rule))
