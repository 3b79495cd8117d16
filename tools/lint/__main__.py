"""The house rules that no ready linter knows: `python -m tools.lint [folder]`."""

import sys
from pathlib import Path

from tools.lint.tree import broken_rules

ROOT = Path(__file__).resolve().parent.parent.parent


def main(arguments: list[str]) -> int:
    findings = broken_rules(Path(arguments[0]) if arguments else ROOT)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
