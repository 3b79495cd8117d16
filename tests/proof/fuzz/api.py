"""The API as its description says it is: what is sent is made from it, what comes is held to it."""

import os
import random
from functools import cache
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import (
    content_type_conformance,
    ignored_auth,
    negative_data_rejection,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.core.parameters import ParameterLocation

from chalicelib.aws.settings import settings as app_settings
from chalicelib.entry.access import Audience
from chalicelib.entry.http import Route
from chalicelib.entry.openapi import document
from tests.proof.counters import in_full
from tests.world.people import Who
from tests.world.samples import routes
from tests.world.world import World

SEED = int(os.environ.get("KONTOR_SEED") or (random.randrange(2**32) if in_full() else 20261122))
EXAMPLES = int(os.environ.get("KONTOR_FUZZ_EXAMPLES") or (50 if in_full() else 3))
TOO_LARGE = 413
ASKERS = (Who.NOBODY, Who.OWNER, Who.AGENT)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    ignored_auth,
]
LIMITS = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@cache
def described() -> Any:
    """The declared routes, as schemathesis reads them."""
    assert routes()
    return schemathesis.openapi.from_dict(document())


def operation(route: Route[Any]) -> Any:
    """One route of it."""
    return described()[route.path][route.method]


def checks_for(answer: Any) -> list[Any]:
    """All of them; that a body over the limit is not read (413) is a refusal too."""
    if answer.status_code != TOO_LARGE:
        return CHECKS
    assert len(answer.request.body or b"") > app_settings().body_bytes, "a body within the limit"
    return [check for check in CHECKS if check is not negative_data_rejection]


def askers_of(route: Route[Any]) -> tuple[Who, ...]:
    """Nobody, a customer and staff; where systems come with a token, nobody and a system."""
    return (Who.NOBODY, Who.SYSTEM) if route.access.audience is Audience.MACHINE else ASKERS


def tokens_for(case: Any, world: World, who: Who) -> dict[str, str]:
    """The asker's token as a header, but where the case is about doing without one."""
    token = world.people.tokens.get(who)
    without = case.meta.is_negative_at(ParameterLocation.HEADER)
    return {"Authorization": f"Bearer {token}"} if token and not without else {}


def cookies_for(case: Any, world: World, who: Who) -> dict[str, str]:
    """The asker's session, but where the case is about doing without one."""
    without = case.meta.is_negative_at(ParameterLocation.COOKIE)
    return {} if without else dict(world.people.cookies[who])
