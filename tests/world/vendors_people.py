"""Sample requests about staff accounts."""

from collections.abc import Mapping

from chalicelib.aws.link_tokens import token_of
from chalicelib.base.actor import StaffRole
from chalicelib.staff import service, store
from chalicelib.staff.schemas import InviteColleague
from tests.builders import actor_for
from tests.tickets.builders import anew
from tests.world.people import NEW_PASSWORD, Who
from tests.world.sample import Make, Sample, body, plain
from tests.world.world import World

ONE = "/api/staff/colleagues/{colleague_id}"
GUEST = "gwen@vendor.example"


def invited(world: World) -> str:
    """Somebody with an open invitation; the id that their account will have."""
    now = world.clock.moment
    boss = actor_for(world.people.accounts[Who.SUPERVISOR], now)
    data = InviteColleague(
        email=GUEST, first_name="Gwen", last_name="Hale", role=StaffRole.AGENT, language="en"
    )
    return service.invite(boss, data, now, anew()).id


def _guest(world: World) -> Sample:
    return Sample({"colleague_id": invited(world)})


def _token(world: World) -> str:
    colleague = store.find_colleague(invited(world))
    assert colleague is not None
    return token_of(colleague.link_id)


def _look(world: World) -> Sample:
    return Sample(body={"token": _token(world)})


def _join(world: World) -> Sample:
    password = {"password": NEW_PASSWORD, "password_repeat": NEW_PASSWORD}
    return Sample(body={"token": _token(world), **password})


def _answer(_world: World, token: str) -> Sample:
    return Sample(body={"token": token, "password": NEW_PASSWORD, "password_repeat": NEW_PASSWORD})


ANSWERING_GUESTS = {
    "POST /api/staff/invitations/inspect": lambda _, token: Sample(body={"token": token}),
    "POST /api/staff/invitations/redeem": _answer,
}
"""Doors that take an invitation which is there already."""


def _desk(**fields: object) -> Make:
    def make(world: World) -> Sample:
        return Sample({"colleague_id": world.people.accounts[Who.DESK].pk}, body=fields or None)

    return make


def _back(world: World) -> Sample:
    now = world.clock.moment
    boss = actor_for(world.people.accounts[Who.SUPERVISOR], now)
    service.deactivate(boss, world.people.accounts[Who.DESK].pk, now, anew())
    return Sample({"colleague_id": world.people.accounts[Who.DESK].pk})


VENDORS_PEOPLE: Mapping[str, Make] = {
    "GET /api/staff/colleagues": plain,
    "POST /api/staff/colleagues": body(
        email=GUEST, first_name="Gwen", last_name="Hale", role="agent", language="en"
    ),
    f"POST {ONE}/invitation": _guest,
    f"DELETE {ONE}/invitation": _guest,
    f"PUT {ONE}/role": _desk(role="agent"),
    f"POST {ONE}/deactivation": _desk(),
    f"POST {ONE}/reactivation": _back,
    f"POST {ONE}/factor-reset": _desk(),
    f"POST {ONE}/password-link": _desk(),
    "POST /api/staff/invitations/inspect": _look,
    "POST /api/staff/invitations/redeem": _join,
}
