"""COM-2, STF-1: what is taken away is gone at the next request, with the same cookie."""

from contextlib import suppress
from dataclasses import replace

import pytest

from chalicelib.accounts.model import Account
from chalicelib.base.errors import Conflict
from chalicelib.entry.access import Audience
from chalicelib.staff.service import deactivate
from tests.builders import actor_for
from tests.proof.authorization.rows import SHOWN, own_rows
from tests.proof.authorization.table import REFUSALS, Cell, read_table
from tests.tickets.builders import anew
from tests.world.people import RIGHTS, STAFF, Who, dismiss
from tests.world.samples import SAMPLES, routes, send
from tests.world.world import World

ROUTES = routes()
TABLE = read_table()
HAND_OVER = "PATCH /api/staff/companies/{company_id}"
RIGHTFUL = (*RIGHTS, Who.OWNER)
PRIVILEGED = [
    (key, who)
    for key in ROUTES
    for who in RIGHTFUL
    if TABLE.cell(key, who) not in {TABLE.cell(key, Who.MEMBER), *REFUSALS}
]
MEMBERS_ONLY = [key for key in ROUTES if TABLE.cell(key, Who.DISMISSED) is Cell.NO_COMPANY]
STAFFS = [key for key, route in ROUTES.items() if route.access.audience is Audience.STAFF]


def take_away(world: World, who: Who) -> None:
    """All rights, by the owner; the ownership, by staff (COM-2, STF-8)."""
    account = world.people.accounts[who]
    if who is Who.OWNER:
        change = SAMPLES[HAND_OVER](world)
        heir = world.people.accounts[Who.MEMBER].pk
        body = {name: change.body[name] for name in ("evidence", "version")} | {"owner_id": heir}
        taken = send(world.browser(Who.DESK), ROUTES[HAND_OVER], replace(change, body=body))
    else:
        path, owner = f"/api/company/users/{account.pk}", world.browser(Who.OWNER)
        none = {"rights": [], "scope": None, "version": owner.get(path).json["version"]}
        taken = owner.put(f"{path}/rights", none)
    assert taken.status == 200, taken.text


@pytest.mark.parametrize(("key", "who"), PRIVILEGED)
def test_without_the_right_one_is_a_member_as_others(key: str, who: Who, world: World) -> None:
    """COM-2: allowed, then not any more."""
    sample = SAMPLES[key](world)
    browser = world.browser(who)
    assert send(browser, ROUTES[key], sample).status == ROUTES[key].status
    world.begin_anew()
    take_away(world, who)
    after, cell = send(browser, ROUTES[key], sample), TABLE.cell(key, Who.MEMBER)
    if cell in REFUSALS:
        assert (after.status, after.code) == REFUSALS[cell]
    else:
        own = {world.things.owners_ticket_id} if who is Who.OWNER else own_rows(key, who, world)
        assert SHOWN[key](after.json) == own


@pytest.mark.parametrize("key", MEMBERS_ONLY)
def test_who_leaves_the_company_is_out_of_it(key: str, world: World) -> None:
    """COM-6: the session stays, and opens nothing of the company any more."""
    sample = SAMPLES[key](world)
    dismiss(world.people.accounts[Who.OWNER])
    answer = send(world.browser(Who.OWNER), ROUTES[key], sample)
    assert (answer.status, answer.code) == REFUSALS[Cell.NO_COMPANY]


@pytest.mark.parametrize("key", STAFFS)
def test_who_is_no_longer_staff_is_out(key: str, world: World) -> None:
    """STF-1: a session of staff is none without a role."""
    sample = SAMPLES[key](world)
    boss = world.people.accounts[Who.SUPERVISOR]
    now = world.clock.moment
    for who in (Who.AGENT, Who.DESK):
        with suppress(Conflict):  # a sample may have done so already
            deactivate(actor_for(boss, now), world.people.accounts[who].pk, now, anew())
    # The last supervisor stays one: this the product would refuse.
    Account(pk=boss.pk, sk="account").update([Account.role.remove()])
    for who in sorted(STAFF):
        answer = send(world.browser(who), ROUTES[key], sample)
        assert (answer.status, answer.code) == REFUSALS[Cell.NOT_SIGNED_IN]
