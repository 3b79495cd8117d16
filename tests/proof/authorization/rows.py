"""Which rows of a list somebody gets to see: all that there are for them, or their own."""

import csv
import io
from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.accounts.model import Account
from tests.world.people import Who
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


def _exported(answer: Any) -> Rows:
    """The addresses in the lines of a CSV, below the columns' names."""
    rows = csv.reader(io.StringIO(answer["csv"], newline=""))
    return frozenset(row[2] for row in rows if "@" in row[2])


SHOWN: Mapping[str, Callable[[Any], Rows]] = {
    "GET /api/me": _account,
    "GET /api/staff/me": _account,
    "GET /api/company": _company,
    "GET /api/company/users": _ids,
    "GET /api/company/users-export": _exported,
    "GET /api/company/invitations": _ids,
    "GET /api/licenses": _ids,
    "GET /api/licenses/usage": _ids,
    "GET /api/ticket-form": _products,
    "GET /api/tickets": _ids,
    "GET /api/uploads": _keys,
    "GET /api/staff/uploads": _keys,
    "GET /api/staff/tickets": _ids,
}
"""How to read the rows out of each route that answers some."""


def _people(world: World) -> list[Account]:
    """Those who are in the company: all but who left it."""
    inside = world.people.accounts[Who.OWNER].company_id
    there = [world.things.second_factor_account] + [
        account
        for who, account in world.people.accounts.items()
        if who not in {Who.DISMISSED, Who.DELETED}
    ]
    return [account for account in there if account.company_id == inside]


def all_rows(route: str, world: World) -> Rows:
    """What those get who may see everything there is behind a route."""
    things = world.things
    mine = {things.ticket_id, things.owners_ticket_id}
    return frozenset(
        {
            "GET /api/company/users": {account.pk for account in _people(world)},
            "GET /api/company/users-export": {account.email for account in _people(world)},
            "GET /api/company/invitations": {
                things.invited.invitation_id,
                things.invited.joining_id,
            },
            "GET /api/licenses": {things.license_id, things.second_license_id},
            "GET /api/licenses/usage": {things.license_id, things.second_license_id},
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
    account = world.people.accounts.get(who)
    if account and route == "GET /api/company/users":
        return frozenset([account.pk])
    if account and route == "GET /api/company/users-export":
        return frozenset([account.email])
    theirs = {things.foreign_license_id, things.desk.pending_id, *things.desk.renewable_ids}
    own: dict[tuple[str, Who], set[str]] = {
        ("GET /api/company/invitations", Who.STRANGER): {things.invited.foreign_id},
        ("GET /api/licenses", Who.STRANGER): theirs,
        ("GET /api/licenses/usage", Who.STRANGER): theirs,
        ("GET /api/ticket-form", Who.STRANGER): {"guard-business"},
        ("GET /api/tickets", Who.STRANGER): {things.foreign_ticket_id},
        ("GET /api/tickets", Who.AUTHOR): {things.ticket_id, things.closed_ticket_id},
        ("GET /api/uploads", Who.AUTHOR): {things.upload.key, things.whole_upload},
        ("GET /api/staff/uploads", Who.AGENT): {things.staff_upload.key},
    }
    return frozenset(own.get((route, who), set()))
