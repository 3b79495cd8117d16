"""4 GB through a real browser with the settings that the product has: `make test-large`."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import console, portal, requests
from tests.browser.conftest import Windows
from tests.browser.files import MIB, digest_of, make_file, receipt_of
from tests.browser.people import Crowd
from tests.browser.processes import Peak, family, memory_of, watched
from tests.browser.running import RunningStack
from tests.browser.traffic import PartTraffic
from tests.browser.words import Words

WORDS = Words("en")
SIZE = 4096 * MIB
PART = 32 * MIB
PATIENCE_MS = 20 * 60 * 1000
MOST_GROWTH = 300  # MiB
SUBJECT = "A very large file"

_log = logging.getLogger("large")
pytestmark = [pytest.mark.large, pytest.mark.timeout(3600)]


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    """A stack with the parts and limits of a real deployment."""
    few = {"KONTOR_DEMO_LICENSES": "1000"}
    running = RunningStack(tmp_path_factory.mktemp("large"), few).start()
    yield running
    assert running.stop() == 0


@pytest.fixture(scope="module")
def crowd(stack: RunningStack) -> Crowd:
    return Crowd(stack)


def test_4_gb_go_up_and_come_down_whole(
    open_window: Windows, stack: RunningStack, crowd: Crowd, tmp_path: Path
) -> None:
    """REQ-4: paused and resumed on the way; neither browser nor server takes 300 MB more."""
    file = make_file(tmp_path / "four.bin", SIZE)
    page = open_window("en")
    portal.enter(page, crowd.of_demo("Emma"))
    requests.accept_statement_beforehand(page)
    requests.start_request(page, WORDS)
    requests.fill_request(page, WORDS, SUBJECT, "All of it.")
    browser, server = Peak(lambda: _memory_of_browser(stack)), Peak(lambda: _memory_of(stack))
    with watched(browser, server):
        checksum = _send(page, file)
    _log.info("memory: browser +%d MiB, server +%d MiB", browser.growth, server.growth)
    assert checksum == receipt_of(file, PART)
    assert max(browser.growth, server.growth) < MOST_GROWTH
    requests.send_request(page, WORDS, SUBJECT)
    desk = open_window("en")
    console.sign_in(desk, WORDS, crowd.of_demo("Grace"), stack)
    console.open_request(desk, requests.number_of(page), SUBJECT)
    _fetch(desk, file)


def _send(page: Page, file: Path) -> str:
    traffic = PartTraffic(page)
    requests.choose_files(page, WORDS, [file])
    traffic.wait_for(SIZE // PART // 4)
    row = requests.upload_row(page, WORDS, file)
    row.get_by_role("button", name=WORDS("tickets:upload.pause", name=file.name)).click()
    expect(row).to_contain_text(WORDS("tickets:upload.phase.paused"))
    row.get_by_role("button", name=WORDS("tickets:upload.resume", name=file.name)).click()
    checksum = requests.expect_uploaded(page, WORDS, file, patience_ms=PATIENCE_MS)
    assert traffic.repeated(after=SIZE // PART // 4) == set()
    return checksum


def _fetch(desk: Page, file: Path) -> None:
    button = desk.get_by_role("button", name=WORDS("tickets:files.downloadNamed", name=file.name))
    expect(button).to_be_visible(timeout=PATIENCE_MS)  # once it is scanned
    with desk.expect_download(timeout=PATIENCE_MS) as download:
        button.click()
    assert digest_of(download.value.path()) == digest_of(file)


def _memory_of(stack: RunningStack) -> int:
    return memory_of(family(stack.number))


def _memory_of_browser(stack: RunningStack) -> int:
    """All that this test run started but for itself and the stack."""
    theirs = set(family(stack.number))
    return memory_of(number for number in family(os.getpid())[1:] if number not in theirs)
