"""The product's clock, standing still where a test wants it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.base import clock


@dataclass
class Clockwork:
    """What every later reading of the clock says, to the microsecond.

    Reckoned from the machine's clock it would be a little off, by more where the machine is busy,
    and a later reading could be before an earlier one.
    """

    moment: datetime

    def pass_by(self, time: timedelta) -> None:
        """Let this much time pass."""
        self.moment += time

    def stop_at(self, moment: datetime) -> None:
        """Say this moment from now on."""
        self.moment = moment


@contextmanager
def standing_at(moment: datetime) -> Iterator[Clockwork]:
    """Stop the product's clock for as long as the block lasts."""
    clockwork = Clockwork(moment)
    clock.read_from(lambda: clockwork.moment)
    try:
        yield clockwork
    finally:
        clock.shift_by(timedelta)
