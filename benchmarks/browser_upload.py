"""How fast a browser uploads 4 GB into the local S3, against curl with the same parts.

    python -m benchmarks.browser_upload [rounds]

The browser does all that it does for a customer: signing in, asking for each part's address,
hashing it, sending four parts at once, drawing the progress. Its clock runs from choosing the file
to the receipt. curl's parts are hashed and signed before its clock starts.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.upload import Load, time_s3
from tests.browser import portal, requests
from tests.browser.conftest import FLAGS, browser_program
from tests.browser.files import MIB, make_file
from tests.browser.people import Crowd
from tests.browser.running import RunningStack
from tests.browser.words import Words

SIZE, PART, PARALLEL = 4096 * MIB, 32 * MIB, 4
WORDS = Words("en")
PATIENCE_MS = 20 * 60 * 1000


def main(arguments: list[str]) -> None:
    """Both by turns, each round with a stack of its own."""
    rounds = int(arguments[0]) if arguments else 3
    browser, curl = [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            browser.append(_by_browser(Path(name)))
        with tempfile.TemporaryDirectory() as name:
            load = Load(SIZE, PART, PARALLEL, Path(name) / "part")
            load.file.write_bytes(bytes(range(256)) * (PART // 256))
            curl.append(time_s3(load, Path(name))[0])
    for who, seconds in (("browser", browser), ("curl", curl)):
        rate = SIZE / statistics.median(seconds) / 1e6
        print(f"{who:8} {rate:6.0f} MB/s   (seconds: {', '.join(f'{s:.1f}' for s in seconds)})")
    ratio = statistics.median(c / b for b, c in zip(browser, curl, strict=True))
    print(f"the browser reaches {ratio:.2f} of curl (at least 0.70)")


def _by_browser(home: Path) -> float:
    """Seconds from the choice of the file to its receipt."""
    file = make_file(home / "four.bin", SIZE)
    stack = RunningStack(home, {"KONTOR_DEMO_LICENSES": "500"}).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_program(), args=FLAGS)
            page = browser.new_page(base_url=stack.url, locale="en-GB")
            portal.enter(page, Crowd(stack).of_demo("Emma"))
            requests.accept_statement_beforehand(page)
            requests.start_request(page, WORDS)
            began = time.monotonic()
            requests.choose_files(page, WORDS, [file])
            requests.expect_uploaded(page, WORDS, file, patience_ms=PATIENCE_MS)
            return time.monotonic() - began
    finally:
        stack.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
