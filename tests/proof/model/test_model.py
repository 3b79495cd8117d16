"""Invariants 1 to 12 in any order of steps, against the specification in plain Python."""

import os
import random

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from local.testing import Machine
from tests.proof.counters import in_full
from tests.proof.model.machine import Portal
from tests.proof.model.scene import STEPS

EXAMPLES = int(os.environ.get("KONTOR_MODEL_EXAMPLES") or (60 if in_full() else 8))
STEP_COUNT = 30
SEED = int(os.environ.get("KONTOR_SEED") or (random.randrange(2**32) if in_full() else 20261122))
# Making a failing run shorter takes many more runs: on demand, with the seed that was printed.
PHASES = [Phase.generate, *([Phase.shrink] if "KONTOR_SHRINK" in os.environ else [])]


@pytest.mark.timeout(3600)
def test_the_product_does_what_the_reference_does(machine: Machine) -> None:
    """Whatever is done, in whatever order.

    What fails is printed as a program, for test_programs.py; `KONTOR_SEED=… KONTOR_SHRINK=1` runs
    it again and makes it short.
    """
    print(f"KONTOR_SEED={SEED}")  # noqa: T201 - pytest shows it when the test fails
    Portal.machine = machine
    limits = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEP_COUNT,
        phases=PHASES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(SEED)(Portal), settings=limits)
    assert STEPS[0]
