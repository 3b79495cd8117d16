"""Nothing that writes is left out of the registry."""

from collections.abc import Iterator

from chalicelib.entry.all_jobs import load_jobs
from chalicelib.entry.http import ALL_ROUTES
from tests.proof.operations.registry import OPERATIONS

COVERED = {name for operation in OPERATIONS for name in operation.covers}


def _declared() -> Iterator[str]:
    import app

    assert app.app, "it declares the routes"
    yield from (f"{route.method} {route.path}" for route in ALL_ROUTES)
    yield from (f"job {job.name}" for job in load_jobs())


def _writing() -> Iterator[str]:
    yield from (name for name in _declared() if not name.startswith("GET "))


def test_every_route_and_job_that_writes_is_swept() -> None:
    """SCH-4, invariant 9: who adds one adds it to tests/proof/operations."""
    assert not set(_writing()) - COVERED


def test_the_registry_names_only_what_there_is() -> None:
    assert not COVERED - set(_declared())


def test_each_operation_is_named_once() -> None:
    names = [operation.name for operation in OPERATIONS]
    assert sorted(names) == sorted(set(names))
