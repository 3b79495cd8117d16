"""Routes that are loaded when they are asked for."""

import json
import os
import subprocess

import pytest

from chalicelib.entry.api import INDEX, PACKAGE, index_of_routes, route_modules
from infra.package import Package
from tests.package.conftest import Start
from tests.package.events import request
from tests.world.samples import routes
from tools.emulator import Runtime

pytestmark = [pytest.mark.package, pytest.mark.xdist_group("package")]


def test_the_index_names_every_route(package: Package) -> None:
    index = json.loads((package.unpacked / PACKAGE.name / INDEX).read_text())
    assert index == index_of_routes()
    assert set(index) == {route.path for route in routes().values()}


def test_every_module_answers_when_it_is_asked_for_first(start: Start, package: Package) -> None:
    """A stranger's request, for what the route takes; none is unknown, and none breaks."""
    index = json.loads((package.unpacked / PACKAGE.name / INDEX).read_text())
    api = start("app.app")
    for route in routes().values():
        event = request(route.method, route.path, {})
        event["pathParameters"] = {
            part[1:-1]: "x" for part in route.path.split("/") if part.startswith("{")
        }
        answer = api.invoke(event)
        assert answer.get("statusCode", 500) < 500, (index[route.path], answer)
        assert answer["statusCode"] < 400 or "problem" in answer["headers"]["Content-Type"], route


def test_starting_loads_no_routes(package: Package, runtime: Runtime) -> None:
    """What a cold start costs doesn't grow with the number of features."""
    done = subprocess.run(
        [runtime.python, "-c", "import app, sys; print(*sys.modules)"],
        cwd=package.unpacked,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(package.unpacked)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert "chalicelib.entry.api" in done.stdout.split()
    assert not set(done.stdout.split()) & set(route_modules())
