"""Which rows of a list somebody gets to see: all that there are for them, or their own."""

from collections.abc import Callable, Mapping
from typing import Any

from tests.world.people import Who
from tests.world.things import Things
from tests.world.world import World

Rows = frozenset[str]


def _ids(answer: Any) -> Rows:
    return frozenset(row["id"] for row in answer["items"])


def _keys(answer: Any) -> Rows:
    return frozenset(row["key"] for row in answer["items"])


def _products(answer: Any) -> Rows:
    return frozenset(row["id"] for group in answer["groups"] for row in group["products"])


def _account(answer: Any) -> Rows:
    return frozenset([answer["account"]["id"]])


def _company(answer: Any) -> Rows:
    return frozenset([answer["id"]])


SHOWN: Mapping[str, Callable[[Any], Rows]] = {
    "GET /api/me": _account,
    "GET /api/staff/me": _account,
    "GET /api/company": _company,
    "GET /api/licenses": _ids,
    "GET /api/ticket-form": _products,
    "GET /api/tickets": _ids,
    "GET /api/uploads": _keys,
    "GET /api/staff/uploads": _keys,
    "GET /api/staff/tickets": _ids,
}
"""How to read the rows out of each route that answers some."""


def all_rows(route: str, things: Things) -> Rows:
    """What those get who may see everything there is behind a route."""
    mine = {things.ticket_id, things.owners_ticket_id}
    return frozenset(
        {
            "GET /api/licenses": {things.license_id, things.second_license_id},
            "GET /api/ticket-form": {"guard-business", "vault-server"},
            "GET /api/tickets": mine | {things.closed_ticket_id},
            "GET /api/staff/tickets": mine | {things.foreign_ticket_id},
        }[route]
    )


def own_rows(route: str, who: Who, world: World) -> Rows:
    """What somebody gets who sees their own alone."""
    things = world.things
    if route in {"GET /api/me", "GET /api/staff/me"}:
        return frozenset([world.people.accounts[who].pk])
    if route == "GET /api/company":
        return frozenset([world.people.accounts[who].company_id])
    own: dict[tuple[str, Who], set[str]] = {
        ("GET /api/licenses", Who.STRANGER): {things.foreign_license_id},
        ("GET /api/ticket-form", Who.STRANGER): {"guard-business"},
        ("GET /api/tickets", Who.STRANGER): {things.foreign_ticket_id},
        ("GET /api/tickets", Who.AUTHOR): {things.ticket_id, things.closed_ticket_id},
        ("GET /api/uploads", Who.AUTHOR): {things.upload.key, things.whole_upload},
        ("GET /api/staff/uploads", Who.AGENT): {things.staff_upload.key},
    }
    return frozenset(own.get((route, who), set()))
