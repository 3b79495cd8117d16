"""Invariant 3: no field of anything that is stored can be slipped into a request."""

from typing import Any

import pytest

from chalicelib.entry.http import Route
from tests.proof.authorization.fields import stored_names
from tests.proof.authorization.table import let_in
from tests.proof.counters import count
from tests.world.places import models_in, objects_of
from tests.world.sample import Sample
from tests.world.samples import SAMPLES, routes, send
from tests.world.world import World

ROUTES = routes()
WRITES = [key for key, route in ROUTES.items() if route.writes]
CERTAIN = {"company_id", "owner_id", "rights", "role", "status", "st", "claim", "totp_secret", "pk"}


def test_the_names_are_those_of_the_models() -> None:
    """All that matters is among them, so the tests below try something."""
    assert stored_names() >= CERTAIN


@pytest.mark.parametrize("key", WRITES)
def test_no_stored_field_is_taken_from_a_body(key: str, world: World) -> None:
    """In the body itself and in every object inside it: each is refused by its name."""
    who = let_in(key)
    for place in objects_of(ROUTES[key]):
        declared = declared_in(ROUTES[key], place)
        extra = stored_names() - declared
        sample = SAMPLES[key](world)
        before = world.effects(who)
        body = slipped_in(filled(sample.body, place), place, extra)
        sent = Sample(sample.path, sample.query, body)
        answer = send(world.browser(who), ROUTES[key], sent)
        assert answer.status == 422, answer.text
        refused = {name.rpartition(".")[2] for name in answer.reasons()}
        assert refused == extra
        count("authorization", undeclared_fields=len(extra))
        assert {code for codes in answer.reasons().values() for code in codes} == {"unknown_field"}
        assert world.effects(who) == before


@pytest.mark.parametrize("key", ROUTES)
def test_no_stored_field_is_taken_from_the_query(key: str, world: World) -> None:
    """Reads too: a filter that nobody declared must not be one."""
    query, who = ROUTES[key].query, let_in(key)
    extra = stored_names() - set(query.model_fields if query else ())
    sample = SAMPLES[key](world)
    before = world.effects(who)
    sent = Sample(sample.path, {**sample.query, **dict.fromkeys(extra, "x")}, sample.body)
    answer = send(world.browser(who), ROUTES[key], sent)
    assert answer.status == 422, answer.text
    assert answer.reasons() == {name: {"unknown_field"} for name in extra}
    assert world.effects(who) == before


def declared_in(route: Route[Any], place: str) -> set[str]:
    """The fields that an object of the body may have."""
    schemas = [route.takes] if route.takes else []
    for step in filter(None, place.split(".")):
        schemas = [m for s in schemas for m in models_in(s.model_fields[step].annotation)]
    return {name for schema in schemas for name in schema.model_fields}


KEY_FILE = {"name": "7F3K9QXD.key", "content_base64": ""}


def filled(body: Any, place: str) -> Any:
    """The body with an object where there may be none: only the key file is left out before."""
    return {**body, "activation_code": None, "key_file": KEY_FILE} if place == "key_file" else body


def slipped_in(body: Any, place: str, extra: frozenset[str]) -> Any:
    """The body with each of the names in one of its objects."""
    step, _, rest = place.partition(".")
    if not step:
        return {**(body or {}), **dict.fromkeys(extra, "x")}
    inside = body[step]
    if isinstance(inside, list):
        return {**body, step: [slipped_in(item, rest, extra) for item in inside]}
    return {**body, step: slipped_in(inside, rest, extra)}
