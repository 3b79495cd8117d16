"""Whoever uses no mouse gets everywhere on a page, in the order of the page, and sees where."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import console, portal
from tests.browser.conftest import Windows
from tests.browser.people import Crowd
from tests.browser.running import RunningStack
from tests.browser.words import Words

PORTAL = ("/requests", "/licenses", "/users", "/company", "/account/security", "/account/data")
CONSOLE = ("/console/queue/all_open", "/console/companies", "/console/catalogue", "/console/staff")
MOST_STEPS = 150
# Marks the element that has the focus; fields show it by their border, everything else by an
# outline, of its own or of what wraps it, or by the mark of its row.
STEP = """() => {
  const focused = document.activeElement
  if (!focused || focused === document.body) return 'left'
  if (focused.dataset.reached) return 'again'
  focused.dataset.reached = 'yes'
  const outlined = [focused, focused.closest('label'), focused.parentElement]
    .filter(Boolean)
    .flatMap(one => [one, ...one.children])
    .some(one => getComputedStyle(one).outlineStyle !== 'none')
  const row = focused.closest('[role="row"]')
  const marked = row && getComputedStyle(row).boxShadow !== 'none'
  const field = focused.matches('input, select, textarea')
  return outlined || marked || field ? 'shown' : `unseen: ${focused.outerHTML.slice(0, 200)}`
}"""
# Of radios, one of a group is in the order of tabs.
NOT_REACHED = """() => [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary'
  )]
  .filter(one => !one.disabled && one.checkVisibility({ visibilityProperty: true }))
  .filter(one => one.tabIndex >= 0 && !one.closest('[inert]') && one.type !== 'radio')
  .filter(one => !one.dataset.reached)
  .map(one => one.outerHTML.slice(0, 200))"""


def _walk(page: Page, words: Words, path: str) -> None:
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(words("common:loading"))).to_have_count(0)
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        step = page.evaluate(STEP)
        assert not step.startswith("unseen"), f"{path}: {step}"
        if step != "shown":
            break
    assert page.evaluate(NOT_REACHED) == [], path


@pytest.mark.parametrize("side", ["portal", "console"])
def test_every_control_is_reached_and_shows_it(
    open_window: Windows, crowd: Crowd, stack: RunningStack, side: str
) -> None:
    """WCAG 2.1.1, 2.4.3 and 2.4.7."""
    words = Words("de")
    page = open_window("de")
    if side == "portal":
        portal.enter(page, crowd.of_demo("Katrin"))
    else:
        console.enter(page, crowd.of_demo("Grace"), stack)
    for path in PORTAL if side == "portal" else CONSOLE:
        _walk(page, words, path)
