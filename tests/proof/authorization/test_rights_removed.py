"""COM-2, STF-1: what is taken away is gone at the next request, with the same cookie."""

import pytest

from chalicelib.accounts.model import Account
from chalicelib.companies.model import Company, Member
from chalicelib.entry.access import Audience
from tests.proof.authorization.rows import SHOWN, own_rows
from tests.proof.authorization.table import REFUSALS, Cell, read_table
from tests.world.people import RIGHTS, STAFF, Who, dismiss
from tests.world.samples import SAMPLES, routes, send
from tests.world.world import World

ROUTES = routes()
TABLE = read_table()
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
    """All rights, ownership included, as the features of COM-2 and STF-8 will."""
    account = world.people.accounts[who]
    if who is Who.OWNER:
        heir = world.people.accounts[Who.MEMBER].pk
        company = Company(pk=account.company_id, sk="company")
        company.update([Company.owner_id.set(heir)])
    else:
        member = Member(pk=account.company_id, sk=f"member#{account.pk}")
        member.update([Member.rights.remove()])


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
    for who in sorted(STAFF):
        account = world.people.accounts[who]
        Account(pk=account.pk, sk="account").update([Account.role.remove()])
        answer = send(world.browser(who), ROUTES[key], sample)
        assert (answer.status, answer.code) == REFUSALS[Cell.NOT_SIGNED_IN]
