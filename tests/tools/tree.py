"""Small trees to break a rule in."""

from pathlib import Path
from textwrap import dedent

from tools.lint.tree import broken_rules


def plant(root: Path, files: dict[str, str]) -> Path:
    """Write files under a root; the keys are paths."""
    for path, source in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(source), encoding="utf-8")
    return root


def broken(root: Path, path: str, source: str) -> list[str]:
    """The rules that one file breaks, as `rule:line`."""
    plant(root, {path: source})
    return [f"{finding.rule}:{finding.line}" for finding in broken_rules(root)]
