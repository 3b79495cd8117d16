"""Files on their way: paused, killed, offline, and through a stack that goes away."""

from pathlib import Path

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from tests.browser import portal, requests
from tests.browser.conftest import Windows
from tests.browser.files import MIB, PART, make_file, receipt_of
from tests.browser.people import Crowd
from tests.browser.running import RunningStack
from tests.browser.traffic import PartTraffic
from tests.browser.words import Words

WORDS = Words("en")
SIZE = 72 * MIB + 4711
PARTS = set(range(1, SIZE // PART + 2))
SLOWLY = 16  # MiB a second: some seconds in all, so that there is a middle
NEARLY_NOTHING = 1  # MiB a second: the middle lasts a minute, whatever is done meanwhile
IN_BETWEEN = 3  # parts


@pytest.fixture
def page(open_window: Windows, crowd: Crowd) -> Page:
    """The form of a new request, before somebody who may send files."""
    page = open_window("en")
    portal.enter(page, crowd.of_demo("Emma"))
    requests.accept_statement_beforehand(page)
    requests.start_request(page, WORDS)
    return page


@pytest.fixture
def big(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    # Named after the test: files of the same name and content are the same file.
    return make_file(tmp_path / f"{request.node.originalname}.bin", SIZE)


def _begin(page: Page, file: Path) -> tuple[PartTraffic, Locator]:
    """Chooses the file, and returns in the middle of it: its traffic and its line in the form."""
    traffic = PartTraffic(page)
    traffic.narrow(SLOWLY)
    requests.choose_files(page, WORDS, [file])
    traffic.wait_for(IN_BETWEEN)
    traffic.narrow(NEARLY_NOTHING)
    return traffic, requests.upload_row(page, WORDS, file)


def _expect_whole(page: Page, traffic: PartTraffic, file: Path) -> None:
    traffic.widen()
    assert requests.expect_uploaded(page, WORDS, file) == receipt_of(file)


def _phase(name: str) -> str:
    return WORDS(f"tickets:upload.phase.{name}")


def test_a_paused_upload_goes_on_where_it_was(page: Page, big: Path) -> None:
    """REQ-4: what has arrived is not sent again."""
    traffic, row = _begin(page, big)
    row.get_by_role("button", name=WORDS("tickets:upload.pause", name=big.name)).click()
    expect(row).to_contain_text(_phase("paused"))
    row.get_by_role("button", name=WORDS("tickets:upload.resume", name=big.name)).click()
    _expect_whole(page, traffic, big)
    assert traffic.repeated(after=IN_BETWEEN) == set()


def test_a_killed_tab_goes_on_with_the_missing_parts_when_the_file_is_picked_again(
    page: Page, big: Path
) -> None:
    """REQ-4: the form says what an earlier visit left; the request then has the whole file."""
    traffic, _ = _begin(page, big)
    _kill(page)
    again = page.context.new_page()
    requests.start_request(again, WORDS)
    expect(again.get_by_text(WORDS("tickets:upload.earlier.uploading"))).to_be_visible()
    later = PartTraffic(again)
    requests.choose_files(again, WORDS, [big])
    _expect_whole(again, later, big)
    assert later.arrived
    assert set(later.arrived).isdisjoint(traffic.arrived)
    requests.fill_request(again, WORDS, "The tab was killed", "See the file.")
    requests.send_request(again, WORDS, "The tab was killed")
    expect(requests.conversation(again, WORDS)).to_contain_text(big.name)


def _kill(page: Page) -> None:
    """The process that draws the tab dies; nothing in it can still do anything."""
    with page.expect_event("crash"):
        try:
            page.goto("chrome://crash")
        except Error as crashed:
            assert "crash" in str(crashed)  # noqa: PT017 - how it dies is Playwright's to say


def test_an_upload_waits_while_the_line_is_down(
    page: Page, open_window: Windows, big: Path
) -> None:
    """REQ-4: it says so, and goes on by itself."""
    open_window.forgive("net::ERR_")
    traffic, row = _begin(page, big)
    traffic.cut()
    expect(row).to_contain_text(_phase("waiting"))
    _expect_whole(page, traffic, big)
    assert set(traffic.arrived) == PARTS


@pytest.mark.parametrize("how", ["stop", "kill"])
def test_an_upload_goes_on_after_the_stack_was_gone(
    page: Page, open_window: Windows, big: Path, stack: RunningStack, how: str
) -> None:
    """REQ-4: Ctrl-C or kill -9 in the middle; what was there before is still there."""
    open_window.forgive("net::ERR_|CORS policy")
    traffic, row = _begin(page, big)
    stack.wait_until_saved(traffic.upload_id)
    if how == "stop":
        assert stack.stop() == 0
    else:
        stack.kill()
    expect(row).to_contain_text(_phase("waiting"))
    stack.start()
    _expect_whole(page, traffic, big)
    assert set(traffic.arrived) == PARTS
    subject = f"The stack had a {how}"
    requests.fill_request(page, WORDS, subject, "See the file.")
    number = requests.send_request(page, WORDS, subject)
    page.goto("/requests")
    expect(page.get_by_role("main")).to_contain_text(number)
