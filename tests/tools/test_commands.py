"""What the pages tell people to type is there."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = ("README.md", "CONTRIBUTING.md", ".ci/run")


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    # A make that runs these tests must not reach into the one that they start.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--silent", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, env=plain)


def test_make_alone_lists_the_commands() -> None:
    listed = make()
    assert listed.returncode == 0
    assert listed.stdout == make("help").stdout


def test_every_command_that_the_pages_name_is_listed() -> None:
    listed = set(re.findall(r"^ +make ([a-z]+)", make().stdout, re.MULTILINE))
    pages = "\n".join((ROOT / page).read_text(encoding="utf-8") for page in PAGES)
    named = set(re.findall(r"(?:`|^ {4}|\bm )make ([a-z]+)", pages, re.MULTILINE))
    assert {"run", "test", "check"} <= named <= listed
