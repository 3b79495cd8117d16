"""Checks that every language says everything: `python -m tools.texts [folder]`."""

import sys
from pathlib import Path

from tools.texts.actions import untold
from tools.texts.codes import unworded
from tools.texts.languages import untranslated

ROOT = Path(__file__).resolve().parent.parent.parent


def main(arguments: list[str]) -> int:
    root = Path(arguments[0]) if arguments else ROOT
    problems = [*untranslated(root), *unworded(root), *untold(root)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
