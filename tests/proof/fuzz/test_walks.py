"""One call after another, each made of what the one before answered."""

from typing import Any

import pytest
from hypothesis import seed, settings
from hypothesis.stateful import run_state_machine_as_test
from schemathesis.checks import ensure_resource_availability, use_after_free

from tests.proof.counters import count
from tests.proof.fuzz.api import ASKERS, LIMITS, SEED, checks_for, cookies_for, described
from tests.world.people import Who
from tests.world.world import World

STEPS = 8


@pytest.mark.parametrize("who", ASKERS)
def test_what_is_gone_stays_gone(who: Who, world: World, door: str) -> None:
    """Nothing that was deleted answers, nothing undeclared comes, whatever follows on what."""
    print(f"KONTOR_SEED={SEED}")  # noqa: T201 - pytest shows it when the test fails

    class Walk(described().as_state_machine()):  # type: ignore[misc]
        """The description's own links, and those that schemathesis sees in it."""

        def setup(self) -> None:
            world.begin_anew()

        def get_call_kwargs(self, case: Any) -> dict[str, Any]:
            return {"base_url": door, "cookies": cookies_for(case, world, who)}

        def validate_response(self, response: Any, case: Any, *_: Any, **sent: Any) -> None:
            count("fuzzing of the API", steps_of_walks=1)
            checks = [*checks_for(response), use_after_free, ensure_resource_availability]
            case.validate_response(
                response, checks=checks, transport_kwargs=sent, recorder=self.recorder
            )

    run_state_machine_as_test(
        seed(SEED)(Walk), settings=settings(LIMITS, stateful_step_count=STEPS)
    )
