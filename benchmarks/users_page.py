"""How soon the users page shows its people in a browser: with 5,000 of them, and with 50.

    python -m benchmarks.users_page [rounds]

Two companies on one stack, one of each size. Each round loads the page of either once, in turns;
measured is from the start of the load to the first drawn person, and from clicking through to the
page to that. Printed are medians and the ratio within rounds: it should stay at one.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import portal
from tests.browser.conftest import FLAGS, browser_program
from tests.browser.people import Crowd
from tests.browser.running import RunningStack

OWNERS = {50: "Emma", 5_000: "Katrin"}
ROUNDS = 15
WARM_UP = 3
# Watches from inside the page, so that the driver's own pace doesn't count.
SHOWN = """() => new Promise(resolve => {
  const look = () => {
    const shown = document.querySelector('main li [aria-expanded]')
    if (shown) requestAnimationFrame(() => resolve(performance.now()))
    else requestAnimationFrame(look)
  }
  look()
})"""
CLICKED = """link => new Promise(resolve => {
  const began = performance.now()
  const look = () => {
    const shown = document.querySelector('main li [aria-expanded]')
    if (shown) requestAnimationFrame(() => resolve(performance.now() - began))
    else requestAnimationFrame(look)
  }
  link.click()
  look()
})"""
Times = dict[int, list[float]]


def main(arguments: list[str]) -> None:
    """Fill both companies, then measure them in turns."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        stack = RunningStack(Path(name)).start()
        os.environ |= stack.place.environment()
        browser = driver.chromium.launch(executable_path=browser_program(), args=FLAGS)
        try:
            crowd = Crowd(stack)
            pages = {size: _page_of(browser, stack, crowd, size) for size in OWNERS}
            loaded: Times = {size: [] for size in OWNERS}
            clicked: Times = {size: [] for size in OWNERS}
            for number in range(rounds + WARM_UP):
                for size, page in pages.items():
                    times = _load(page), _click(page)
                    if number >= WARM_UP:
                        loaded[size].append(times[0])
                        clicked[size].append(times[1])
            _tell("loaded", loaded)
            _tell("clicked", clicked)
        finally:
            browser.close()
            stack.stop()


def _page_of(browser: Browser, stack: RunningStack, crowd: Crowd, size: int) -> Page:
    """The owner's window, after so many people have come to their company."""
    from chalicelib.base import clock
    from tests.companies.crowd import fill

    page = browser.new_context(base_url=stack.url, locale="en-GB").new_page()
    portal.enter(page, crowd.of_demo(OWNERS[size]))
    company = page.request.get("/api/company").json()
    fill(company["id"], 0, size, company["branches"] or ["Leeds"], clock.now())
    return page


def _load(page: Page) -> float:
    page.goto("/users", wait_until="commit")
    return float(page.evaluate(SHOWN))


def _click(page: Page) -> float:
    """From the requests, by the navigation."""
    page.goto("/requests")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    link = page.locator('nav a[href="/users"]').first
    return float(link.evaluate(CLICKED))


def _tell(what: str, times: Times) -> None:
    few, many = times.values()
    ratio = statistics.median(b / a for a, b in zip(few, many, strict=True))
    for size, taken in times.items():
        print(f"{what:8} {size:6,} people  {statistics.median(taken):7.1f} ms")
    print(f"{what:8} ratio within rounds {ratio:.2f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
