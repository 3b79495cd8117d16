"""Answers that show a secret: what is kept for repeats is the id that it is computed from."""

from collections.abc import Callable
from typing import TypeVar

from chalicelib.aws.operations import find_done
from chalicelib.aws.transactions import Answer, Repeated, raise_repeated
from chalicelib.base.errors import KontorError
from chalicelib.base.operation import Operation

_T = TypeVar("_T")


def once(operation: Operation, do: Callable[[], _T], show: Callable[[Answer], _T]) -> _T:
    """Do it; on a repeat `show` makes the first answer anew from what was kept of it.

    A repeat can also fail before it writes, by what the first time has changed.
    """
    try:
        try:
            return do()
        except KontorError:
            raise_repeated(operation, find_done(operation))
            raise
    except Repeated as repeated:
        return show(repeated.answer)
