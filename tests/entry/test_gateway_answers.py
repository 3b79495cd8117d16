"""What API Gateway says by itself: our problem documents, in a language that nobody chose."""

import json
from pathlib import Path
from typing import Any

import pytest

from chalicelib.base import errors
from chalicelib.base.texts import DEFAULT_LANGUAGE, languages, texts

FILE = Path(__file__).resolve().parents[2] / "infra" / "gateway-responses.json"
SAID: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
PROBLEMS = [problem for name, problem in SAID.items() if not name.startswith("_")]


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem["code"])
def test_the_gateway_says_what_we_would_say(problem: dict[str, Any]) -> None:
    """Code and status are ours; the pages put words of their own in place of its language."""
    classes = [each for each in vars(errors).values() if isinstance(each, type)]
    ours = {each.code: each.status for each in classes if issubclass(each, errors.KontorError)}
    assert problem["language"] == DEFAULT_LANGUAGE
    assert problem["type"] == f"/problems/{problem['code']}"
    assert ours.get(problem["code"], 429) == problem["status"]
    assert all(f"error.{problem['code']}" in texts(language) for language in languages())
