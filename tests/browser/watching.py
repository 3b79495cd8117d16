"""What a page must not do while nobody looks: complain, break its policy, shut people out."""

import re
from functools import cache
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, WebError, expect

from tests.browser.words import LOCALES, Words

AXE = LOCALES.parent / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

# A refusal by the API is an answer, which the browser notes all the same.
_REFUSAL = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")

# What is still fading in has not its colours yet.
_SETTLED = """() => Promise.allSettled(
  document.getAnimations()
    .filter(animation => animation.effect.getComputedTiming().endTime < Infinity)
    .map(animation => animation.finished)
)"""


class Watch:
    """Collects what the pages of one browser window put on the console, and their failures."""

    def __init__(self, context: BrowserContext) -> None:
        self.complaints: list[str] = []
        self._forgiven = [_REFUSAL]
        context.on("console", self._note)
        context.on("weberror", self._note_failure)

    def forgive(self, complaint: str) -> None:
        """From now on, because the test brings it about."""
        self._forgiven.append(re.compile(complaint))

    def _note(self, message: ConsoleMessage) -> None:
        if message.type not in {"error", "warning"}:
            return
        if not any(pattern.search(message.text) for pattern in self._forgiven):
            self.complaints.append(f"{message.type}: {message.text} ({message.location})")

    def _note_failure(self, failure: WebError) -> None:
        self.complaints.append(f"exception: {failure.error}")


@cache
def _axe() -> str:
    return Path(AXE).read_text(encoding="utf-8")


def check_page(page: Page, words: Words) -> None:
    """WCAG 2.2 AA as far as axe can tell, and the language switch at the bottom right."""
    check_accessible(page)
    check_language_switch(page, words)
    assert page.evaluate("document.documentElement.lang") == words.language
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0, f"{page.url} scrolls sideways"


def check_accessible(page: Page) -> None:
    """No violation that axe knows of. Injected past the page's policy, as developer tools do."""
    page.evaluate(_SETTLED)
    page.evaluate(_axe())
    run = "levels => axe.run(document, {runOnly: levels, resultTypes: ['violations']})"
    violations = page.evaluate(run, LEVELS)["violations"]
    told = [
        f"{found['id']}: {node['html']}\n  {node['failureSummary']}"
        for found in violations
        for node in found["nodes"]
    ]
    assert not told, f"{page.url}\n" + "\n".join(told)


def check_language_switch(page: Page, words: Words) -> None:
    """At the bottom right of the page, showing the language that is spoken."""
    footer = page.get_by_role("contentinfo")
    switch = footer.get_by_label(words("common:language"), exact=True)
    expect(switch).to_have_value(words.language)
    from_right, from_bottom = switch.evaluate(
        """element => {
          const box = element.getBoundingClientRect()
          const whole = document.documentElement
          return [whole.clientWidth - box.right, whole.scrollHeight - scrollY - box.bottom]
        }"""
    )
    assert from_right < 200, f"{page.url}: {from_right} px from the right"
    assert from_bottom < 100, f"{page.url}: {from_bottom} px from the bottom"
