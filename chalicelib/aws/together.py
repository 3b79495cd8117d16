"""Reads that do not need each other's answer, in the time of one round trip."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_A = TypeVar("_A")
_B = TypeVar("_B")


def read_together(first: Callable[[], _A], second: Callable[[], _B]) -> tuple[_A, _B]:
    """Both answers; the error of either."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        answer = beside.submit(second)
        return first(), answer.result()
