"""Every mail test runs in a deployment that has a vendor."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mail.letters import deployment


@pytest.fixture(autouse=True)
def _deployed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with deployment(tmp_path, monkeypatch):
        yield
