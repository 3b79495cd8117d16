"""How fast a browser uploads 4 GB into the local S3, against itself and curl with the same parts.

    python -m benchmarks.browser_upload [rounds]

The browser does all that it does for a customer: signing in, asking for each part's address,
hashing it, sending four parts at once, drawing the progress. Its clock runs from choosing the file
to the receipt. Beside it, taking turns:

    bare    the same browser sends the same parts of the file to a server that drops them: no
            hash, no address, no answer to wait for. What a page can reach at all
    curl    the same parts into the local S3, hashed and signed before its clock starts
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.upload import Load, running, time_s3
from tests.browser import portal, requests
from tests.browser.conftest import FLAGS, browser_program
from tests.browser.files import MIB, make_file
from tests.browser.people import Crowd
from tests.browser.running import RunningStack
from tests.browser.words import Words

SIZE, PART, PARALLEL = 4096 * MIB, 32 * MIB, 4
WORDS = Words("en")
PATIENCE_MS = 20 * 60 * 1000
SEND_PARTS = """async ([url, partSize, lanes]) => {
  const file = document.querySelector('input').files[0]
  const starts = Array.from({ length: Math.ceil(file.size / partSize) }, (_, n) => n * partSize)
  const put = (body) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.onload = resolve
    request.onerror = reject
    request.open('PUT', url)
    request.send(body)
  })
  const lane = async () => {
    for (let start = starts.shift(); start !== undefined; start = starts.shift())
      await put(file.slice(start, start + partSize))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}"""


def main(arguments: list[str]) -> None:
    """All by turns, each round with a stack of its own."""
    rounds = int(arguments[0]) if arguments else 3
    ways = {"browser": _by_browser, "bare": _bare, "curl": _by_curl}
    seconds: dict[str, list[float]] = {who: [] for who in ways}
    for _ in range(rounds):
        for who, send in ways.items():
            with tempfile.TemporaryDirectory() as name:
                seconds[who].append(send(Path(name)))
    for who, taken in seconds.items():
        rate = SIZE / statistics.median(taken) / 1e6
        print(f"{who:8} {rate:6.0f} MB/s   (seconds: {', '.join(f'{s:.1f}' for s in taken)})")
    for floor in ("bare", "curl"):
        pairs = zip(seconds["browser"], seconds[floor], strict=True)
        ratio = statistics.median(theirs / ours for ours, theirs in pairs)
        print(f"the browser reaches {ratio:.2f} of {floor}")


def _by_curl(home: Path) -> float:
    load = Load(SIZE, PART, PARALLEL, home / "part")
    load.file.write_bytes(bytes(range(256)) * (PART // 256))
    return time_s3(load, home)[0]


def _bare(home: Path) -> float:
    file = make_file(home / "four.bin", SIZE)
    with running("benchmarks.upload_sink", home, "--discard") as sink, sync_playwright() as driver:
        # The sink answers no preflight.
        flags = [*FLAGS, "--disable-web-security"]
        browser = driver.chromium.launch(executable_path=browser_program(), args=flags)
        page = browser.new_page()
        page.set_content("<input type=file>")
        page.set_input_files("input", file)
        began = time.monotonic()
        page.evaluate(SEND_PARTS, [sink.url, PART, PARALLEL])
        return time.monotonic() - began


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
