"""Watches the parts of files go out, and narrows the line so that one can step in between."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, Response

from tests.browser.files import MIB

CONDITIONS = "Network.emulateNetworkConditions"


class PartTraffic:
    """The parts that one page has sent, by number, in the order in which they arrived."""

    def __init__(self, page: Page) -> None:
        self.arrived: list[int] = []
        self.upload_id = ""
        self._page = page
        self._line = page.context.new_cdp_session(page)
        page.on("response", self._note)

    def narrow(self, mebibytes_per_second: float) -> None:
        """From now on no more than this goes out."""
        self._set(mebibytes_per_second * MIB)

    def widen(self) -> None:
        self._set(-1)

    def cut(self) -> None:
        """Nothing goes out or comes in until the line is widened again."""
        self._set(-1, offline=True)

    def wait_for(self, number: int) -> None:
        """Until so many parts have arrived in all."""
        while len(self.arrived) < number:
            self._page.wait_for_event("response", timeout=60_000)

    def repeated(self, *, after: int) -> set[int]:
        """Which of the first so many parts came again later.

        Of a part that was just under way the page may not know that it has arrived.
        """
        return set(self.arrived[:after]) & set(self.arrived[after:])

    def _set(self, upload: float, *, offline: bool = False) -> None:
        rates = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": upload}
        self._line.send(CONDITIONS, {"offline": offline, **rates})

    def _note(self, response: Response) -> None:
        query = parse_qs(urlsplit(response.url).query)
        if "partNumber" in query and response.request.method == "PUT" and response.ok:
            self.arrived.append(int(query["partNumber"][0]))
            self.upload_id = query["uploadId"][0]


@contextmanager
def slow_down(page: Page, milliseconds: int = 400) -> Iterator[None]:
    """Every answer takes so long, for the block."""
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    rates = {"offline": False, "downloadThroughput": -1, "uploadThroughput": -1}
    line.send(CONDITIONS, {"latency": milliseconds, **rates})
    yield
    line.send(CONDITIONS, {"latency": 0, **rates})
    line.detach()
