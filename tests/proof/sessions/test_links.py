"""Invariant 4: each link for one purpose, once, until its time by the clock; and never by GET."""

from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter

import pytest

from chalicelib.accounts.model import Link
from chalicelib.aws.settings import settings
from chalicelib.entry.access import Audience
from tests.client import Answer, Client
from tests.world.people import Who, address_of, set_new_password
from tests.world.places import places_of, with_value
from tests.world.samples import SAMPLES, routes, send
from tests.world.second_steps import ANSWERING
from tests.world.vendors_people import ANSWERING_GUESTS
from tests.world.world import MADE, NOW, World

ROUTES = routes()
SECRETS = ("body:token", "body:challenge")
DOORS = {
    key: place
    for key, route in ROUTES.items()
    for place in places_of(route)
    if place in SECRETS and route.access.audience is Audience.ANYONE
}
"""Doors that are open without a session; those behind one: tests/factors."""


@dataclass(frozen=True)
class Kind:
    """One kind of link: the routes that take it, when it was made, and how long it is good.

    `also` are routes that are another kind's, and take this one too; `not_theirs` are those that
    know the link, and say that it is for people with an account, or without.
    """

    taken_by: tuple[str, ...]
    made: str
    lifetime: timedelta
    used_up_by: str = ""
    also: tuple[str, ...] = ()
    not_theirs: tuple[str, ...] = ()


WEEK = timedelta(days=settings().link_days)
CHALLENGE = timedelta(seconds=settings().challenge_seconds)
SAMPLED = timedelta(minutes=5)


def _shown_first(base: str, lifetime: timedelta, end: str = "") -> Kind:
    """A link whose page says what it is for before it is used."""
    use = f"POST {base}{end}"
    return Kind((f"POST {base}/inspect", use), "", lifetime, use)


def _challenges(name: str, base: str, more: tuple[str, ...] = ()) -> dict[str, Kind]:
    """One challenge, used up in three ways; and that of a passkey by itself, of either side."""
    second, alone = f"POST {base}/sessions/second-factor", f"POST {base}/sessions/passkey"
    others = (f"{second}/passkey", f"{second}/recovery")
    other_base = "/api/staff" if base == "/api" else "/api"
    ways = (second, *others)
    kinds = {
        f"{name} for {way.rpartition('/')[2]}": Kind(
            (way,), "", CHALLENGE, way, tuple({*ways, f"{second}/passkeys", *more} - {way})
        )
        for way in others
    }
    seen = (f"{second}/passkeys", *more, second)
    return {
        name: Kind(seen, "", CHALLENGE, second, others),
        **kinds,
        f"{name} of a passkey": Kind(
            (alone,), "", SAMPLED, alone, (f"POST {other_base}/sessions/passkey",)
        ),
    }


KINDS = {
    "activation": Kind(
        ("POST /api/activations/inspect", "POST /api/activations"),
        "activation_token",
        WEEK,
        "POST /api/activations",
    ),
    "reset": Kind(
        ("POST /api/password-resets/inspect", "POST /api/password-resets/redeem"),
        "reset_token",
        WEEK,
        "POST /api/password-resets/redeem",
    ),
    "survey": Kind(
        ("POST /api/surveys/inspect", "PUT /api/surveys"),
        "survey_token",
        timedelta(days=settings().survey_days),
    ),
    **_challenges("challenge", "/api", ("POST /api/sessions/second-factor/lost",)),
    **_challenges("staff's challenge", "/api/staff"),
    "address check": Kind(("POST /api/address-checks",), "", SAMPLED, "POST /api/address-checks"),
    "removal": _shown_first("/api/factor-removals", SAMPLED, "/redeem"),
    "invitation to staff": _shown_first("/api/staff/invitations", WEEK, "/redeem"),
    "leaving": _shown_first("/api/account-deletions", WEEK),
    "company's end": _shown_first("/api/company-deletions", WEEK),
    "invitation": Kind(
        ("POST /api/invitations/inspect", "POST /api/invitations/redeem"),
        "invited.token",
        WEEK,
        "POST /api/invitations/redeem",
        not_theirs=("POST /api/invitations/join",),
    ),
    "invitation of somebody with an account": Kind(
        ("POST /api/invitations/join",),
        "invited.joining_token",
        WEEK,
        "POST /api/invitations/join",
        ("POST /api/invitations/inspect",),
        not_theirs=("POST /api/invitations/redeem",),
    ),
    "objection to another owner": _shown_first("/api/recovery-objections", WEEK),
    "objection": Kind(
        ("POST /api/factor-removals/objection",), "", SAMPLED, "POST /api/factor-removals/objection"
    ),
}


KNOWING = {**ANSWERING, **ANSWERING_GUESTS}


def token_of(world: World, kind: Kind) -> str:
    """A living link's secret."""
    if kind.made:
        return str(attrgetter(kind.made)(world.things))
    sample = SAMPLES[kind.taken_by[0]](world).body
    return str(sample.get("challenge") or sample["token"])


def use(world: World, door: str, token: str) -> Answer:
    """Bring a secret to a route that takes one, everything else being right."""
    if door in KNOWING:
        sample = KNOWING[door](world, token)
    else:
        sample = with_value(SAMPLES[door](world), DOORS[door], token)
    return send(Client(), ROUTES[door], sample)


def test_every_route_that_takes_a_secret_is_somebodys() -> None:
    assert sorted(DOORS) == sorted(door for kind in KINDS.values() for door in kind.taken_by)


def test_no_secret_is_taken_by_a_get_or_stands_in_an_address() -> None:
    """Mail scanners open links, and addresses stand in logs and histories."""
    for key, route in ROUTES.items():
        named = {place.partition(":")[2] for place in places_of(route)}
        if named & {"token", "challenge", "password", "code"}:
            assert route.writes, key
            assert not [
                place for place in places_of(route) if place in {"query:token", "path:token"}
            ]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", KINDS)
def test_a_link_is_no_link_at_any_other_door(name: str, door: str, world: World) -> None:
    """And it is not used up by trying."""
    kind = KINDS[name]
    token = token_of(world, kind)
    answer = use(world, door, token)
    if door in kind.taken_by + kind.also:
        assert answer.status == ROUTES[door].status, answer.text
        return
    if door in kind.not_theirs:
        assert (answer.status, answer.code) in {(409, "account_exists"), (409, "account_gone")}
        return
    other_side = "second-factor" in door and "challenge" in name and "of a passkey" not in name
    wanted = (401, "sign_in_failed") if other_side else (404, "link_unknown")
    assert (answer.status, answer.code) == wanted
    assert use(world, kind.taken_by[-1], token).status == ROUTES[kind.taken_by[-1]].status


@pytest.mark.parametrize("name", KINDS)
def test_a_link_works_until_its_last_second_and_not_at_its_end(name: str, world: World) -> None:
    """SCH-1, ACC-3, ACC-6, REQ-15: by the clock, with the item still there."""
    kind = KINDS[name]
    ends = (MADE if kind.made else NOW) + kind.lifetime
    token = token_of(world, kind)
    link_id = token.partition(".")[0]
    world.clock.stop_at(ends)
    for door in kind.taken_by:
        answer = use(world, door, token)
        assert (answer.status, answer.code) == (410, "link_expired")
    assert Link.get(f"link#{link_id}", "link").spent_at is None
    world.clock.moment = ends - timedelta(seconds=1)
    for door in kind.taken_by:
        answer = use(world, door, token)
        assert answer.status == ROUTES[door].status, answer.text


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.used_up_by])
def test_a_link_works_once(name: str, world: World) -> None:
    """ACC-3, ACC-6, STF-1: every door is closed to it after that."""
    kind = KINDS[name]
    token = token_of(world, kind)
    assert use(world, kind.used_up_by, token).status == ROUTES[kind.used_up_by].status
    for door in kind.taken_by:
        answer = use(world, door, token)
        assert (answer.status, answer.code) == (410, "link_used")


@pytest.mark.parametrize("name", KINDS)
def test_a_link_with_another_letter_or_another_links_seal_is_none(name: str, world: World) -> None:
    """A secret is good for the link that it was made for."""
    kind = KINDS[name]
    token = token_of(world, kind)
    link_id, _, seal = token.partition(".")
    other = token_of(world, KINDS["reset" if name == "activation" else "activation"])
    changed = ("A" if seal[0] != "A" else "B") + seal[1:]
    forged = (f"{link_id}.{changed}", f"{link_id}.{other.partition('.')[2]}", link_id, f"{token}=")
    for door in kind.taken_by:
        for wrong in forged:
            answer = use(world, door, wrong)
            assert (answer.status, answer.code) == (404, "link_unknown")


def test_a_new_password_ends_every_other_link_for_one(world: World) -> None:
    """Whoever has an older one may be the one whom the new password is to keep out."""
    older = world.things.reset_token
    set_new_password(address_of(Who.OWNER), world.clock.moment)
    for door in KINDS["reset"].taken_by:
        answer = use(world, door, older)
        assert (answer.status, answer.code) == (410, "link_used")
