"""LIC-10, LIC-11: the formats are written down so that another language can read them.

`elsewhere/reader.mjs` was written by docs/formats alone, in JavaScript, with another library for
the signatures; it is held to the golden files, and the golden files to it.
"""

import json
import subprocess
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from chalicelib.licenses.rules.codes import checks_out, read_code

VECTORS = Path(__file__).parents[2] / "kontor-verify" / "vectors"
READER = Path(__file__).parent / "elsewhere" / "reader.mjs"
CASES: list[dict[str, Any]] = json.loads((VECTORS / "cases.json").read_text(encoding="utf-8"))
CODES: list[dict[str, Any]] = json.loads((VECTORS / "codes.json").read_text(encoding="utf-8"))


@cache
def read_elsewhere() -> dict[str, Any]:
    node = which("node")
    assert node is not None, "the frontends are built with Node"
    command = [node, str(READER), str(VECTORS)]
    run = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


@pytest.mark.parametrize("place", range(len(CASES)), ids=lambda n: CASES[n].get("file", "bytes"))
def test_another_language_comes_to_the_same_verdict(place: int) -> None:
    wanted, found = CASES[place], read_elsewhere()["cases"][place]
    assert found["reason"] == wanted["reason"], wanted
    said = wanted.get("values", {})
    assert {name: found["values"].get(name) for name in said} == said


def test_the_check_character_is_the_same_everywhere() -> None:
    wanted = [one["checks_out"] for one in CODES]
    assert read_elsewhere()["codes"] == wanted
    assert [checks_out(read_code(one["code"]) or "") for one in CODES] == wanted
