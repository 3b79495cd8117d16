"""Lines that come in twice, under one key or at the same moment; drawn names that are taken."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TypeVar

from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.licenses.errors import ChangedMeanwhile
from chalicelib.licenses.issuing import PublicIdTaken
from chalicelib.orders.errors import LineTaken

ATTEMPTS = 5
_T = TypeVar("_T")


def decide_anew(attempt: Callable[[], _T]) -> _T:
    """Load, decide and write; once more from the start when what was loaded has changed."""
    for _ in range(ATTEMPTS):
        try:
            return attempt()
        except (LineTaken, PublicIdTaken, ChangedMeanwhile):
            continue
    raise Conflict


def of_lines(operation: Operation) -> Operation:
    """The operation by a name of its own, which all calls about orders share.

    Its mark binds the key to what was asked with it, and is no answer: what came of a repeat is
    read from the lines, and a refusal stays one although a part was carried out.
    """
    return Operation(Operation.of("order lines", operation.key).key, operation.fingerprint)


def bind_key(operation: Operation, now: datetime) -> None:
    """Bind the key where no single change does. Raises KeyReused where it stands for another."""
    with suppress(Repeated):
        Transaction(operation, now).commit()
