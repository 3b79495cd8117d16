"""Each test begins at the present."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.base import clock


@pytest.fixture(autouse=True)
def clock_back() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)
