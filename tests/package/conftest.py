"""The built package, and its functions running as in Lambda."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from infra.interpreters import packaging_python
from infra.package import Package, build
from infra.template import stage_settings
from local.testing import Cloud
from tools import emulator
from tools.emulator import Function, Runtime

Start = Callable[[str], Function]


@pytest.fixture(scope="session")
def package() -> Package:
    """The package of the code as it is now; built once, unless something changed."""
    return build("prod")


@pytest.fixture(scope="session")
def runtime() -> Runtime:
    """Lambda's runtime for the package's Python."""
    return emulator.runtime(packaging_python())


@pytest.fixture
def start(cloud: Cloud, package: Package, runtime: Runtime, tmp_path: Path) -> Iterator[Start]:
    """Starts a function by its handler; its environment is the cloud stage's and this test's."""
    _, shared = stage_settings("prod")
    ours = {n: v for n, v in os.environ.items() if n.startswith(("KONTOR_", "AWS_"))}
    with ExitStack() as running:

        def begin(handler: str) -> Function:
            log = tmp_path / f"{handler}.log"
            function = emulator.start(runtime, package.unpacked, handler, shared | ours, log)
            return running.enter_context(function)

        yield begin
