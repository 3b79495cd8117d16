"""A local stack and a chromium for each half of the tests; every test opens windows of its own."""

import os
import shutil
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

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
CHOOSE = """
try {{
  localStorage['kontor-language'] ??= '{language}'
}} catch {{
  // A blank page has no storage.
}}
"""
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_failed = pytest.StashKey[bool]()

expect.set_options(timeout=20_000)


# Each half has a stack and a worker of its own, and takes about as long as the other.
FIRST_HALF = frozenset(
    {
        "test_appearance",
        "test_companies",
        "test_devices",
        "test_leaving",
        "test_main_job",
        "test_request_form",
        "test_staff",
        "test_uploads",
    }
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share a stack are run by one worker, one after the other."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            half = "first" if item.path.stem in FIRST_HALF else "second"
            item.add_marker(pytest.mark.xdist_group(f"browser-{half}"))
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


def browser_program() -> str:
    """Debian's chromium, or what KONTOR_CHROMIUM names."""
    named = os.environ.get("KONTOR_CHROMIUM")
    found = [path for name in PROGRAMS if (path := shutil.which(name))]
    return named or found[0]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_program(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=["en", "de"])
def words(request: pytest.FixtureRequest) -> Words:
    """The language that the test is run in: both, one after the other."""
    return Words(request.param)


class Windows:
    """Opens windows, each of a person of its own: no cookies, nothing stored."""

    def __init__(self, chromium: Browser, stack: RunningStack) -> None:
        self._chromium = chromium
        self._stack = stack
        self._watches: list[Watch] = []
        self.contexts: list[BrowserContext] = []

    def __call__(self, language: str, **options: Any) -> Page:
        settings: dict[str, Any] = {"locale": LOCALE[language], "reduced_motion": "reduce"}
        context = self._chromium.new_context(base_url=self._stack.url, **settings | options)
        context.set_default_timeout(20_000)
        # As if chosen on this device: people of the demo have a language of their own.
        context.add_init_script(CHOOSE.format(language=language))
        self.contexts.append(context)
        self._watches.append(Watch(context))
        return context.new_page()

    def forgive(self, complaint: str) -> None:
        """What the test itself brings about is no complaint, in the windows that are open."""
        for watch in self._watches:
            watch.forgive(complaint)

    @property
    def complaints(self) -> list[str]:
        return [complaint for watch in self._watches for complaint in watch.complaints]


@pytest.fixture
def open_window(
    chromium: Browser, stack: RunningStack, request: pytest.FixtureRequest
) -> Iterator[Windows]:
    """Windows for this test; no page in them may complain."""
    windows = Windows(chromium, stack)
    yield windows
    if windows.complaints or request.node.stash.get(_failed, True):
        _take_pictures(request.node.name, windows.contexts)
    for context in windows.contexts:
        context.close()
    assert not windows.complaints, "\n".join(windows.complaints)


def _take_pictures(test: str, contexts: list[BrowserContext]) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    pages = [page for context in contexts for page in context.pages if not page.is_closed()]
    for number, page in enumerate(pages):
        with suppress(Error):  # a crashed tab has nothing to show
            page.screenshot(path=PICTURES / f"{test}-{number}.png", full_page=True, timeout=5000)
