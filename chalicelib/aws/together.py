"""Reads that do not need each other's answer, in the time of one round trip."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_A = TypeVar("_A")
_B = TypeVar("_B")
AT_ONCE = 8


def read_together(first: Callable[[], _A], second: Callable[[], _B]) -> tuple[_A, _B]:
    """Both answers; the error of either."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        answer = beside.submit(second)
        return first(), answer.result()


def read_all(reads: Sequence[Callable[[], _A]]) -> list[_A]:
    """All answers, in the order asked; a few at a time where there are many."""
    if len(reads) < 2:
        return [read() for read in reads]
    with ThreadPoolExecutor(max_workers=min(len(reads), AT_ONCE) - 1 or 1) as beside:
        later = [beside.submit(read) for read in reads[1:]]
        return [reads[0](), *(answer.result() for answer in later)]
