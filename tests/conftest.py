"""The local cloud, for every test that wants it."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from local import testing
from local.testing import Cloud, Machine
from tests.proof.counters import in_full

# How long an example takes, or to draw it, says more of the machine than of the code. In
# `make test` they are the same each time: what fails then was broken by what was changed.
settings.register_profile(
    "kontor",
    deadline=None,
    derandomize=not in_full(),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("kontor")


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """Engine, S3 and mail sink, started at the first need and shared by the run."""
    folder = tmp_path_factory.mktemp("cloud")
    with testing.running(folder) as machine, pytest.MonkeyPatch.context() as patch:
        for name, value in machine.environment(testing.TEMPLATE).items():
            patch.setenv(name, value)
        testing.forget_deployment()
        machine.prepare_template()
        yield machine
    testing.forget_deployment()


@pytest.fixture
def cloud(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cloud]:
    """An account of its own with empty tables and an empty bucket, and no mail sent yet."""
    with machine.fresh(monkeypatch.setenv) as cloud:
        yield cloud
