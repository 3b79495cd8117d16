"""A local S3 per test, on a free port and in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.local.s3_running import RunningS3


@pytest.fixture
def s3(tmp_path: Path) -> Iterator[RunningS3]:
    with RunningS3(tmp_path / "s3") as running:
        yield running
