"""Whatever the description of the API allows, and whatever it forbids, is answered as it says."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.core.parameters import ParameterLocation

from tests.proof.counters import count, in_full
from tests.proof.fuzz.api import (
    LIMITS,
    SEED,
    askers_of,
    checks_for,
    cookies_for,
    operation,
    tokens_for,
)
from tests.world.people import Who
from tests.world.samples import SAMPLES, routes
from tests.world.world import World

ROUTES = routes()
ASKED = {key: askers_of(route) for key, route in ROUTES.items()}


def _chosen() -> Iterator[tuple[str, Who]]:
    """Every route by everybody; in `make test` by one of them in turn."""
    for place, (key, askers) in enumerate(ASKED.items()):
        in_turn = (askers[place % len(askers)],)
        yield from ((key, who) for who in (askers if in_full() else in_turn))


@pytest.mark.parametrize(("key", "who"), [*_chosen()])
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
            headers, cookies = tokens_for(case, world, who), cookies_for(case, world, who)
            answer = case.call(base_url=door, cookies=cookies, headers=headers)
            case.validate_response(answer, checks=checks_for(answer))
        finally:
            world.begin_anew()

    tried()
