"""One local stack and one chromium for all browser tests; every test opens windows of its own."""

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from local.stack import ROOT
from tests.browser.people import Crowd
from tests.browser.running import RunningStack
from tests.browser.watching import Watch
from tests.browser.words import Words

PICTURES = ROOT / "build" / "browser"
LOCALE = {"en": "en-GB", "de": "de-DE"}
# The browser's own calls home have no place in a test.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_failed = pytest.StashKey[bool]()

expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All browser tests share one stack, so one worker runs them all."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))
            if not item.get_closest_marker("large"):
                item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[_failed] = report.failed
    return report


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    """The whole product, started as `make run` starts it. Time may have passed in it."""
    running = RunningStack(tmp_path_factory.mktemp("stack")).start()
    yield running
    assert running.stop() == 0
    assert "Traceback" not in running.log, running.log


@pytest.fixture(scope="session")
def crowd(stack: RunningStack) -> Crowd:
    """Everybody who acts in the tests of this run."""
    return Crowd(stack)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    named = os.environ.get("KONTOR_CHROMIUM")
    found = [path for name in PROGRAMS if (path := shutil.which(name))]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=named or found[0], args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=["en", "de"])
def words(request: pytest.FixtureRequest) -> Words:
    """The language that the test is run in: both, one after the other."""
    return Words(request.param)


OpenWindow = Callable[..., Page]


@pytest.fixture
def open_window(
    chromium: Browser, stack: RunningStack, request: pytest.FixtureRequest
) -> Iterator[OpenWindow]:
    """Opens a window of a person of its own, with no cookies; no page in it may complain."""
    opened: list[tuple[BrowserContext, Watch]] = []

    def open_one(language: str, **options: Any) -> Page:
        settings: dict[str, Any] = {
            "locale": LOCALE[language],
            "reduced_motion": "reduce",
            **options,
        }
        context = chromium.new_context(base_url=stack.url, **settings)
        opened.append((context, Watch(context)))
        return context.new_page()

    yield open_one
    complaints = [complaint for _, watch in opened for complaint in watch.complaints]
    if complaints or request.node.stash.get(_failed, True):
        _take_pictures(request.node.name, [context for context, _ in opened])
    for context, _ in opened:
        context.close()
    assert not complaints, "\n".join(complaints)


def _take_pictures(test: str, contexts: list[BrowserContext]) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    pages = [page for context in contexts for page in context.pages if not page.is_closed()]
    for number, page in enumerate(pages):
        page.screenshot(path=PICTURES / f"{test}-{number}.png", full_page=True, timeout=5000)
