"""The product's clock, standing still where a test wants it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from chalicelib.base import clock


@dataclass
class Clockwork:
    """What every later reading of the clock says, to some microseconds."""

    moment: datetime

    def pass_by(self, time: timedelta) -> None:
        """Let this much time pass."""
        self.moment += time

    def stop_at(self, moment: datetime) -> None:
        """Say this moment, to the microsecond: where the end itself is what matters."""
        self.moment = moment
        clock.read_from(lambda: self.moment)


@contextmanager
def standing_at(moment: datetime) -> Iterator[Clockwork]:
    """Stop the product's clock for as long as the block lasts."""
    clockwork = Clockwork(moment)
    clock.shift_by(lambda: clockwork.moment - datetime.now(UTC))
    try:
        yield clockwork
    finally:
        clock.shift_by(timedelta)
