"""Every job there is: what it loads, and that chalice packages it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from chalice.app import Chalice

from chalicelib.entry.all_jobs import load_jobs, register_jobs

ROOT = Path(__file__).resolve().parent.parent.parent
NOT_FOR_JOBS = {"app", "boto3", "chalice", "pydantic", "s3transfer"}
MODULES = sorted({job.module for job in load_jobs()})
SHOW_LOADED = """
import importlib, json, sys
importlib.import_module(sys.argv[1])
print(json.dumps(sorted(sys.modules)))
"""


def _loaded_by(module: str) -> set[str]:
    command = [sys.executable, "-c", SHOW_LOADED, module]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("module", MODULES)
def test_a_job_loads_no_more_than_it_needs(module: str) -> None:
    """A job's cold start pays for no routes, no schemas and no client that it may not use."""
    loaded = _loaded_by(module)
    assert module in loaded
    assert not {name for name in loaded if name.partition(".")[0] in NOT_FOR_JOBS}
    assert not {name for name in loaded if name.endswith((".routes", ".schemas"))}
    others = {name for name in MODULES if name != module}
    assert not loaded & others


def test_chalice_is_told_of_every_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_LAMBDA_FUNCTION_NAME", raising=False)
    app = Chalice("kontor")
    register_jobs(app)
    named = {source.name: source.handler_string for source in app.event_sources}
    named |= {function.name: function.handler_string for function in app.pure_lambda_functions}
    assert named == {job.name: f"{job.module}.{job.run.__name__}" for job in load_jobs()}


def test_a_running_function_registers_no_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_LAMBDA_FUNCTION_NAME", "kontor-prod")
    app = Chalice("kontor")
    register_jobs(app)
    assert not app.event_sources
    assert not app.pure_lambda_functions
