"""Processes and what they started, and the memory that they take."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.browser.files import MIB

EVERY_SECONDS = 0.5


def family(number: int) -> list[int]:
    """A process and all that it started, itself first."""
    listed = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii")
    below = [family(int(child)) for child in listed.split()]
    return [number, *(found for kin in below for found in kin)]


def memory_of(numbers: Iterable[int]) -> int:
    """In bytes; what several processes share counts once. Files in the page cache don't count."""
    total = 0
    for number in numbers:
        with suppress(OSError):  # it ended meanwhile
            lines = Path(f"/proc/{number}/smaps_rollup").read_text(encoding="ascii").splitlines()
            sizes = {line.split()[0]: line.split()[1] for line in lines[1:]}
            total += 1024 * (int(sizes["Pss_Anon:"]) + int(sizes["Pss_Shmem:"]))
    return total


class Peak:
    """The most that was measured so far, and what there was before."""

    def __init__(self, measure: Callable[[], int]) -> None:
        self._measure = measure
        self.before = measure()
        self.most = self.before

    def look(self) -> None:
        self.most = max(self.most, self._measure())

    @property
    def growth(self) -> int:
        """In MiB."""
        return (self.most - self.before) // MIB


@contextmanager
def watched(*peaks: Peak) -> Iterator[None]:
    """Looks again and again until the block ends."""
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(EVERY_SECONDS):
            for peak in peaks:
                peak.look()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()
