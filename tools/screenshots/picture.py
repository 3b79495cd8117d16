"""What a picture is of: a page as somebody sees it, and what they clicked there."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from playwright.sync_api import Page

from local.stack import ROOT

LOCALES = ROOT / "frontend" / "locales"
PATIENCE_MS = 5000
Step = Callable[[Page, str], None]
"""Something that is done on the page, in a language."""


@dataclass(frozen=True)
class Picture:
    """A page to take. `side` says who looks at it: nobody, customer, newcomer, staff, desk …"""

    name: str
    path: str
    side: str = "nobody"
    steps: tuple[Step, ...] = ()


@cache
def _texts(language: str, name: str) -> Any:
    return json.loads((LOCALES / language / f"{name}.json").read_text(encoding="utf-8"))


def pattern(language: str, key: str) -> re.Pattern[str]:
    """Matches a text of the frontends, whatever stands in its places."""
    name, _, path = key.partition(":")
    found = _texts(language, name)
    for part in path.split("."):
        found = found[part]
    parts = [re.escape(part) for part in re.split(r"{{\w+}}", found)]
    return re.compile("^" + ".+".join(parts) + "$")


def click(key: str, at: int = 0) -> Step:
    """The first button (or that at another place) that is named so."""

    def step(page: Page, language: str) -> None:
        button = page.get_by_role("button", name=pattern(language, key)).nth(at)
        button.click(timeout=PATIENCE_MS)

    return step


def fill(key: str, text: str) -> Step:
    """The first field that is labelled so."""

    def step(page: Page, language: str) -> None:
        # What chooses between fields may be labelled like one of them.
        field = page.get_by_label(pattern(language, key)).and_(page.locator(":not([type=radio])"))
        field.first.fill(text, timeout=PATIENCE_MS)

    return step
