"""Whatever the description of the API allows, and whatever it forbids, is answered as it says."""

from typing import Any

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.core.parameters import ParameterLocation

from tests.proof.counters import count
from tests.proof.fuzz.api import ASKERS, LIMITS, SEED, checks_for, cookies_for, operation
from tests.world.people import Who
from tests.world.samples import SAMPLES, routes
from tests.world.world import World

ROUTES = routes()


@pytest.mark.parametrize("who", ASKERS)
@pytest.mark.parametrize("key", ROUTES)
def test_no_request_gets_an_undeclared_answer(key: str, who: Who, world: World, door: str) -> None:
    """No 5xx, no status, content type or shape that is not declared."""
    print(f"KONTOR_SEED={SEED}")  # noqa: T201 - pytest shows it when the test fails
    described = operation(ROUTES[key])
    good = described.as_strategy(generation_mode=GenerationMode.POSITIVE)
    bad = described.as_strategy(generation_mode=GenerationMode.NEGATIVE)

    @seed(SEED)
    @LIMITS
    @given(case=st.one_of(good, bad), real=st.booleans())
    def tried(case: Any, real: bool) -> None:
        if real and not case.meta.is_negative_at(ParameterLocation.PATH):
            case.path_parameters.update(SAMPLES[key](world).path)
        count("fuzzing of the API", requests=1)
        try:
            answer = case.call(base_url=door, cookies=cookies_for(case, world, who))
            case.validate_response(answer, checks=checks_for(answer))
        finally:
            world.begin_anew()

    tried()
