"""LIC-10, LIC-11, LIC-18: documents, openapi.json and code tell integrators the same refusals."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chalicelib.entry.http import ALL_ROUTES
from chalicelib.entry.openapi import errors_of
from kontor_verify.reasons import Reason

ROOT = Path(__file__).resolve().parents[2]
OPENAPI: dict[str, Any] = json.loads((ROOT / "openapi.json").read_text(encoding="utf-8"))
ROW = re.compile(r"^\| (\d{3}) \| `(\w+)` \|", re.MULTILINE)
Refusal = tuple[int, str]

PAGES = [
    ("activation.md", ("/api/activation-service/", "/api/deny-list")),
    ("orders-api.md", ("/api/orders/v1/",)),
]


def written(page: str) -> list[Refusal]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return [(int(status), code) for status, code in ROW.findall(text)]


def described(*paths: str) -> Iterator[Refusal]:
    for path, calls in OPENAPI["paths"].items():
        for call in calls.values() if path.startswith(paths) else ():
            for status, answer in call["responses"].items():
                if status >= "400":
                    codes = answer["description"].partition(": ")[2].split(", ")
                    yield from ((int(status), code) for code in codes)


def declared(*paths: str) -> Iterator[Refusal]:
    import app

    assert app.app, "it declares the routes"
    for route in ALL_ROUTES:
        if route.path.startswith(paths):
            yield from ((error.status, error.code) for error in errors_of(route))


@pytest.mark.usefixtures("cloud")
@pytest.mark.parametrize(("page", "paths"), PAGES, ids=str)
def test_a_page_lists_each_refusal_with_its_status_once(page: str, paths: tuple[str, ...]) -> None:
    assert sorted(written(page)) == sorted(set(described(*paths)))
    assert set(described(*paths)) == set(declared(*paths))


def test_the_verifiers_readme_lists_each_reason_once() -> None:
    text = (ROOT / "kontor-verify" / "README.md").read_text(encoding="utf-8")
    table = text.partition("## Reasons")[2].partition("## ")[0]
    named = [
        code
        for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
        for code in re.findall(r"\w+", row)
    ]
    assert sorted(named) == sorted(Reason)
