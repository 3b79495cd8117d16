"""ACC-8: every page in a language made of two folders of files, whose words are 40 % longer."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Error, Page, ViewportSize, expect

from local.waiting import until
from tests.browser.conftest import CHOOSE
from tests.browser.reading import Data, cut_off, untranslated
from tests.browser.running import SETTINGS, RunningStack
from tests.browser.speaking import grow_a_language
from tests.proof.counters import in_full
from tests.pseudo import PSEUDO
from tools.screenshots import picture as pictures
from tools.screenshots.__main__ import Preparation
from tools.screenshots.picture import Picture

pytestmark = pytest.mark.pages
SIZES = (ViewportSize(width=1280, height=800), ViewportSize(width=390, height=844))
FOR_DEVELOPERS = "/dev"


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    """A stack of its own: no other test is to see the language."""
    tree = grow_a_language(tmp_path_factory.mktemp("grown"))
    running = RunningStack(tmp_path_factory.mktemp("stack"), SETTINGS, tree).start()
    until(lambda: bool(running.demo["whole"]))
    yield running
    assert running.stop() == 0


@pytest.fixture
def pages(
    grown: RunningStack, chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Preparation]:
    """Those of which pictures are taken, with what is opened on them, and who looks at them."""
    prepared = Preparation(chromium, grown.place)
    prepared.run()
    monkeypatch.setattr(pictures, "LOCALES", grown.root / "frontend" / "locales")
    yield prepared
    pictures._texts.cache_clear()


@pytest.mark.timeout(900)
def test_every_page_is_translated_and_has_room(
    grown: RunningStack, chromium: Browser, pages: Preparation
) -> None:
    """Nothing is read without accents but data, nothing is cut off, wide or on a phone."""
    found: dict[str, list[str]] = {}
    for side, state in pages.sides.items():
        with chromium.new_context(
            base_url=grown.url, storage_state=state, locale="en-GB", reduced_motion="reduce"
        ) as context:
            # Of a step that can't be done each costs so much; a page has the time of all others.
            context.set_default_timeout(10_000)
            context.set_default_navigation_timeout(20_000)
            context.add_init_script(CHOOSE.format(language=PSEUDO))
            data, page = Data(context), context.new_page()
            for one in pages.pictures:
                if one.side == side and _chosen(one):
                    found |= _judged(page, data, one)
    shown = [f"{where}:\n  " + "\n  ".join(lines) for where, lines in found.items() if lines]
    assert not shown, "\n".join(shown)


def _chosen(one: Picture) -> bool:
    """Each page once, and with KONTOR_PROOF=full with all that opens on it."""
    if one.path.startswith(FOR_DEVELOPERS):
        return False
    plain = not one.steps and not one.name.startswith("newcomer-")
    return in_full() or (plain and not one.name.endswith(("-dead", "-none")))


def _judged(page: Page, data: Data, one: Picture) -> dict[str, list[str]]:
    page.set_viewport_size(SIZES[0])
    page.goto("about:blank")
    page.goto(one.path, wait_until="networkidle")
    expect(page.locator("h1").first).to_be_visible()
    found: dict[str, list[str]] = {}
    with suppress(Error):  # what can't be opened is told where pictures are taken
        for step in one.steps:
            step(page, PSEUDO)
        if one.steps:
            page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.lang") == PSEUDO, one.path
    found[f"{one.name}, untranslated"] = untranslated(page, data)
    for size in SIZES:
        page.set_viewport_size(size)
        found[f"{one.name}, {size['width']} px"] = cut_off(page)
    return found
