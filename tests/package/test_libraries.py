"""The libraries as they were cut do what they do uncut."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from infra.package import Package
from tools.emulator import Runtime

pytestmark = [pytest.mark.package, pytest.mark.xdist_group("package")]
OPENAPI = Path(__file__).resolve().parent.parent.parent / "openapi.json"
BUILD_ALL = """
import json, sys
import app
from chalicelib.entry.api import index_of_routes
from chalicelib.entry.openapi import document
from chalicelib.entry.schema import Schema

def below(schema):
    for one in schema.__subclasses__():
        yield one
        yield from below(one)

index_of_routes()  # which imports them all
for schema in below(Schema):
    assert schema.model_rebuild(force=True), schema
json.dump(document(), sys.stdout)
"""


def test_every_schema_is_built_and_described_as_here(package: Package, runtime: Runtime) -> None:
    done = subprocess.run(
        [runtime.python, "-c", BUILD_ALL],
        cwd=package.unpacked,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(package.unpacked)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert json.loads(done.stdout) == json.loads(OPENAPI.read_text(encoding="utf-8"))
