"""Signing in and out, and passwords by mail."""

from collections.abc import Iterator

from chalicelib.base import clock
from local.testing import Cloud
from tests.builders import make_person, make_staff
from tests.client import Client
from tests.mailbox import letters_to, link_in
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.people import (
    AGENT,
    OWNER,
    agent,
    browser_of,
    code_at,
    credentials,
    new_password,
    owner,
    protect,
)

OUT_ALREADY = {401: "signed out is what was asked for, and who is signed out is nobody"}
SIDES = {"customer": "/api/sessions", "staff": "/api/staff/sessions"}


def _person(side: str, *, protected: bool = False) -> str:
    if side == "staff":
        return str(make_staff(clock.now(), email=AGENT).email)
    account = make_person(clock.now(), email=OWNER)
    if protected:
        protect(account)
    return str(account.email)


def _sign_in(_cloud: Cloud) -> Perform:
    return by_route(Client(), "POST", "/api/sessions", credentials(_person("customer")))


def _sign_in_elsewhere(_cloud: Cloud) -> Perform:
    account = make_person(clock.now(), email=OWNER)
    browser_of(account)
    return by_route(Client(), "POST", "/api/sessions", credentials(OWNER))


def _first_step(side: str) -> Perform:
    email = _person(side, protected=True)
    return by_route(Client(), "POST", SIDES[side], credentials(email))


def _second_step(side: str) -> Perform:
    email = _person(side, protected=True)
    asked = Client().post(SIDES[side], credentials(email)).json
    answer = {"challenge": asked["challenge"], "code": code_at(clock.now())}
    return by_route(Client(), "POST", f"{SIDES[side]}/second-factor", answer)


def _sign_out(side: str) -> Perform:
    browser = agent() if side == "staff" else owner()
    return by_route(browser, "DELETE", f"{SIDES[side]}/current")


def _both_sides() -> Iterator[Operation]:
    for side, path in SIDES.items():
        yield Operation(
            name=f"{side} begins to sign in",
            covers=(f"POST {path}",),
            scene=lambda _cloud, side=side: _first_step(side),  # type: ignore[misc]
            status=200,
            writes=4,
        )
        yield Operation(
            name=f"{side} signs in by code",
            covers=(f"POST {path}/second-factor",),
            scene=lambda _cloud, side=side: _second_step(side),  # type: ignore[misc]
            status=200,
            writes=4,
            leaves=("session.opened",),
        )
        yield Operation(
            name=f"{side} signs out",
            covers=(f"DELETE {path}/current",),
            scene=lambda _cloud, side=side: _sign_out(side),  # type: ignore[misc]
            status=204,
            writes=1,
            leaves=("session.ended",),
            again=OUT_ALREADY,
        )


def _ask_reset(_cloud: Cloud) -> Perform:
    return by_route(Client(), "POST", "/api/password-resets", {"email": _person("customer")})


def _ask_reset_for_nobody(_cloud: Cloud) -> Perform:
    return by_route(Client(), "POST", "/api/password-resets", {"email": "no@nordwerk.example"})


def _reset_token() -> str:
    email = _person("customer")
    Client().post("/api/password-resets", {"email": email})
    return link_in(letters_to(email, "password_reset")[0])


def _inspect_reset(_cloud: Cloud) -> Perform:
    return by_route(Client(), "POST", "/api/password-resets/inspect", {"token": _reset_token()})


def _redeem_reset(_cloud: Cloud) -> Perform:
    body = new_password(_reset_token())
    return by_route(Client(), "POST", "/api/password-resets/redeem", body)


ACCOUNTS = (
    Operation(
        name="sign in by password",
        covers=("POST /api/sessions",),
        scene=_sign_in,
        status=200,
        writes=4,
        leaves=("session.opened",),
    ),
    *_both_sides(),
    Operation(
        name="sign in in a new browser",
        covers=("POST /api/sessions",),
        scene=_sign_in_elsewhere,
        status=200,
        writes=4,
        leaves=("session.opened",),
        tells=("new_sign_in",),
    ),
    Operation(
        name="ask for a new password",
        covers=("POST /api/password-resets",),
        scene=_ask_reset,
        status=202,
        writes=4,
        leaves=("password.reset_asked",),
        tells=("password_reset",),
    ),
    Operation(
        name="ask for a new password for nobody",
        covers=("POST /api/password-resets",),
        scene=_ask_reset_for_nobody,
        status=202,
        writes=4,
        leaves=("password.reset_unknown",),
    ),
    Operation(
        name="look at a reset link",
        covers=("POST /api/password-resets/inspect",),
        scene=_inspect_reset,
        status=200,
        writes=0,
    ),
    Operation(
        name="set a new password",
        covers=("POST /api/password-resets/redeem",),
        scene=_redeem_reset,
        status=200,
        writes=1,
        leaves=("password.changed",),
        tells=("password_changed",),
    ),
)
