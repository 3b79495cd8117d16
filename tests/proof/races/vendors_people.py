"""Supervisors who act on each other, browsers that end each other, and codes used twice."""

from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from local.testing import Cloud
from tests.builders import make_person, make_staff
from tests.client import Client
from tests.factors.people import with_app, with_passkey
from tests.proof.operation import by_route
from tests.proof.operations.people import browser_of
from tests.proof.operations.vendors_people import BASE, BOSS, OTHER, WISH
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, once, one_wins

Two = tuple[Act, Act]


def _demote_each_other(_cloud: Cloud) -> Two:
    one = make_staff(clock.now(), StaffRole.SUPERVISOR, email=BOSS)
    two = make_staff(clock.now(), StaffRole.SUPERVISOR, email=OTHER)
    role = {"role": "agent"}
    return (
        once(by_route(browser_of(one), "PUT", f"{BASE}/{two.pk}/role", role)),
        once(by_route(browser_of(two), "PUT", f"{BASE}/{one.pk}/role", role)),
    )


def _invited_by_two(_cloud: Cloud) -> Two:
    one = make_staff(clock.now(), StaffRole.SUPERVISOR, email=BOSS)
    two = make_staff(clock.now(), StaffRole.SUPERVISOR, email=OTHER)
    other_name = {**WISH, "first_name": "Wendy"}
    return (
        once(by_route(browser_of(one), "POST", BASE, WISH)),
        once(by_route(browser_of(two), "POST", BASE, other_name)),
    )


def _end_each_other(_cloud: Cloud) -> Two:
    account = make_person(clock.now())
    browsers = browser_of(account), browser_of(account)
    one, two = (next(iter(browser.cookies.values())).split(".")[2] for browser in browsers)
    return (
        once(by_route(browsers[0], "DELETE", f"/api/me/sessions/{two}")),
        once(by_route(browsers[1], "DELETE", f"/api/me/sessions/{one}")),
    )


def _one_recovery_code(_cloud: Cloud) -> Two:
    person = with_app()
    path = "/api/sessions/second-factor/recovery"
    bodies = [{"challenge": person.begin()[1], "code": person.codes[0]} for _ in range(2)]
    one, two = (once(by_route(Client(), "POST", path, body)) for body in bodies)
    return one, two


def _one_passkey_challenge(_cloud: Cloud) -> Two:
    person = with_passkey()
    assert person.device is not None
    _, challenge = person.begin()
    path = "/api/sessions/second-factor/passkey"
    body = {"challenge": challenge, "credential": person.device.show(challenge)}
    one, two = (once(by_route(Client(), "POST", path, body)) for _ in range(2))
    return one, two


VENDORS_PEOPLE = (
    Race(
        "supervisors demote each other",
        _demote_each_other,
        one_wins(200, "last_supervisor", "forbidden"),
    ),
    Race("two supervisors invite one address", _invited_by_two, one_wins(201, "already_staff")),
    Race(
        "two browsers end each other", _end_each_other, one_wins(204, "not_signed_in", "not_found")
    ),
    Race("one recovery code twice", _one_recovery_code, one_wins(200, "sign_in_failed")),
    Race(
        "one passkey challenge twice",
        _one_passkey_challenge,
        one_wins(200, "link_used", "sign_in_failed", "passkey_refused"),
    ),
)
