"""Invariant 1: what is another's and what isn't there are the same, to the byte."""

import json
import re
from typing import Any

import pytest

from chalicelib.aws.pages import write_cursor
from tests.client import Answer
from tests.proof.authorization.case import Case
from tests.proof.authorization.ids import CASES, is_open, nobodys
from tests.proof.authorization.rows import SHOWN, own_rows
from tests.proof.counters import count
from tests.world.people import Who
from tests.world.places import places_of, with_value
from tests.world.samples import SAMPLES, routes, send
from tests.world.world import World

ROUTES = routes()
STARTED = re.compile(r'"(key|uploadId)":"[^"]+"')


def test_every_place_of_every_request_is_declared() -> None:
    """A new field names somebody's thing, or it doesn't; either way it is written down."""
    places = {(key, place) for key, route in ROUTES.items() for place in places_of(route)}
    closed = {(key, place) for key, place in places if not is_open(key, place)}
    words = nobodys()
    assert not words & CASES.keys()
    undeclared = [f"{key}: {place}" for key, place in sorted(closed - words - CASES.keys())]
    assert undeclared == [], "either in CASES, or in no_ids.txt"
    assert words | CASES.keys() == closed, "declared, and not there"


@pytest.mark.parametrize(("key", "place"), CASES, ids=lambda part: part)
def test_foreign_and_absent_are_the_same_bytes(key: str, place: str, world: World) -> None:
    """Status, headers and body, and nothing is written for the one that isn't for the other."""
    for case in CASES[key, place]:
        foreign = tried(world, key, place, case, case.foreign(world))
        absent = tried(world, key, place, case, case.absent)
        count("authorization", foreign_ids=1, violations=foreign != absent)
        assert foreign == absent, case


def tried(world: World, key: str, place: str, case: Case, value: str) -> Any:
    """What is answered, as bytes, and how much was written."""
    sample = SAMPLES[key](world)
    for other, own in case.own.items():
        sample = with_value(sample, other, own(world))
    before = world.effects(case.who)
    answer = send(world.browser(case.who), ROUTES[key], with_value(sample, place, value))
    tables = sorted(table for table, _, _ in world.effects(case.who) - before)
    world.begin_anew()
    return (*in_bytes(answer), tables)


def in_bytes(answer: Answer) -> tuple[int, str, str]:
    """The answer, with the random names of a new upload left out."""
    assert answer.status != 503, answer.text
    headers = json.dumps(answer.headers, sort_keys=True)
    return answer.status, headers, STARTED.sub("", answer.text)


CURSORS = [
    ("GET /api/tickets", Who.STRANGER, {"pk": "ticket_id"}, {"sk": "ticket"}),
    ("GET /api/tickets", Who.AUTHOR, {"pk": "owners_ticket_id"}, {"sk": "ticket"}),
    (
        "GET /api/licenses",
        Who.STRANGER,
        {"pk": "license_id"},
        {"sk": "license", "expires_on": "2026-01-01"},
    ),
    (
        "GET /api/licenses/usage",
        Who.STRANGER,
        {"pk": "license_id"},
        {"sk": "license", "expires_on": "2099-12-31"},
    ),
    ("GET /api/company/users", Who.STRANGER, {}, {"sk": "member#0", "last_first": "a"}),
    (
        "GET /api/company/invitations",
        Who.BRANCH,
        {},
        {"pk": "0", "sk": "0", "sent_at": "2027-01-01T00:00:00.000000Z"},
    ),
]


@pytest.mark.parametrize(("key", "who", "foreign", "rest"), CURSORS)
def test_anothers_cursor_shows_only_the_own_rows(
    key: str, who: Who, foreign: dict[str, str], rest: dict[str, str], world: World
) -> None:
    """A made-up cursor can only start at another place of one's own list."""
    place = rest | {name: getattr(world.things, thing) for name, thing in foreign.items()}
    cursor = write_cursor({name: {"S": value} for name, value in place.items()}, {})
    answer = world.browser(who).get(ROUTES[key].path, cursor=cursor or "")
    assert SHOWN[key](answer.json) <= own_rows(key, who, world)
