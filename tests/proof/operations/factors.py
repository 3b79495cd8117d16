"""Sessions and second factors of one's own."""

from collections.abc import Callable
from dataclasses import replace

from chalicelib.base import clock
from tests.builders import PASSWORD, make_person, make_staff
from tests.client import Client
from tests.factors.people import add_app, bare_staff, new_device, with_app
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.people import browser_of

CONFIRMED = {"password": PASSWORD}
OUT_ALREADY = {401: "signed out is what was asked for, and who is signed out is nobody"}
Set = Callable[[bool], Perform]


def _person(staff: bool) -> tuple[Client, str]:
    account = make_staff(clock.now()) if staff else make_person(clock.now())
    return browser_of(account), account.email


def base_of(staff: bool) -> str:
    return "/api/staff" if staff else "/api"


def _end_one(staff: bool) -> Perform:
    account = make_staff(clock.now()) if staff else make_person(clock.now())
    browser, other = browser_of(account), browser_of(account)
    there = next(iter(other.cookies.values())).split(".")[2]
    return by_route(browser, "DELETE", f"{base_of(staff)}/me/sessions/{there}")


def _end_all(staff: bool) -> Perform:
    return by_route(_person(staff)[0], "DELETE", f"{base_of(staff)}/me/sessions")


def _password_link(staff: bool) -> Perform:
    return by_route(_person(staff)[0], "POST", f"{base_of(staff)}/me/password-link")


def _unprotected(staff: bool) -> Client:
    return bare_staff()[1] if staff else _person(staff=False)[0]


def _offer(staff: bool) -> Perform:
    path = f"{base_of(staff)}/me/authenticator/offer"
    return by_route(_unprotected(staff), "POST", path, CONFIRMED)


def _confirm(staff: bool) -> Perform:
    from pyotp import TOTP

    browser, path = _unprotected(staff), f"{base_of(staff)}/me/authenticator"
    offer = browser.post(f"{path}/offer", CONFIRMED).json
    shown = {"token": offer["token"], "code": TOTP(offer["secret"]).at(clock.now())}
    return by_route(browser, "POST", path, shown)


def _take_app_off(staff: bool) -> Perform:
    if staff:
        _, browser = bare_staff()
        add_app(browser, "/api/staff")
        _added(browser, staff)
    else:
        browser = with_app().browser
    return by_route(browser, "POST", f"{base_of(staff)}/me/authenticator/removal", CONFIRMED)


def _added(browser: Client, staff: bool) -> None:
    wanted = browser.post(f"{base_of(staff)}/me/passkeys/options", CONFIRMED).json
    body = {"token": wanted["token"], "name": "Key", "credential": new_device().make(wanted)}
    assert browser.post(f"{base_of(staff)}/me/passkeys", body).status == 200


def _want(staff: bool) -> Perform:
    path = f"{base_of(staff)}/me/passkeys/options"
    return by_route(_unprotected(staff), "POST", path, CONFIRMED)


def _add(staff: bool) -> Perform:
    browser, path = _unprotected(staff), f"{base_of(staff)}/me/passkeys"
    wanted = browser.post(f"{path}/options", CONFIRMED).json
    body = {"token": wanted["token"], "name": "Key", "credential": new_device().make(wanted)}
    return by_route(browser, "POST", path, body)


def _remove(staff: bool) -> Perform:
    browser = _person(staff)[0]
    _added(browser, staff)
    (row,) = browser.get(f"{base_of(staff)}/me/factors").json["passkeys"]
    path = f"{base_of(staff)}/me/passkeys/{row['id']}/removal"
    return by_route(browser, "POST", path, CONFIRMED)


def _renew(staff: bool) -> Perform:
    browser = _person(staff=True)[0] if staff else with_app().browser
    return by_route(browser, "POST", f"{base_of(staff)}/me/recovery-codes", CONFIRMED)


def on_both_sides(
    name: str,
    path: str,
    scene: Set,
    writes: int = 1,
    method: str = "POST",
    staffs_writes: int | None = None,
    **more: object,
) -> tuple[Operation, Operation]:
    customers = Operation(
        name=name,
        covers=(f"{method} /api{path}",),
        scene=lambda _cloud: scene(False),
        writes=writes,
        **{"status": 200, **more},  # type: ignore[arg-type]
    )
    return customers, replace(
        customers,
        name=f"{name} (staff)",
        covers=(f"{method} /api/staff{path}",),
        writes=writes if staffs_writes is None else staffs_writes,
        scene=lambda _cloud: scene(True),
    )


COUNTED = 3  # tries, counted before anything is decided
FACTORS = (
    *on_both_sides(
        "end a session",
        "/me/sessions/{session_id}",
        _end_one,
        method="DELETE",
        status=204,
        leaves=("session.ended",),
    ),
    *on_both_sides(
        "sign out everywhere",
        "/me/sessions",
        _end_all,
        method="DELETE",
        status=204,
        leaves=("session.all_ended",),
        again=OUT_ALREADY,
    ),
    *on_both_sides(
        "change the password by link",
        "/me/password-link",
        _password_link,
        COUNTED + 1,
        status=202,
        leaves=("password.reset_asked",),
        tells=("password_reset",),
    ),
    *on_both_sides(
        "offer an authenticator",
        "/me/authenticator/offer",
        _offer,
        COUNTED + 1,
        staffs_writes=1,
    ),
    *on_both_sides(
        "confirm an authenticator",
        "/me/authenticator",
        _confirm,
        COUNTED + 1,
        leaves=("factor.added",),
        tells=("factor_added",),
    ),
    *on_both_sides(
        "take an authenticator off",
        "/me/authenticator/removal",
        _take_app_off,
        COUNTED + 1,
        leaves=("factor.removed",),
        tells=("factor_removed",),
    ),
    *on_both_sides("want a passkey", "/me/passkeys/options", _want, COUNTED + 1, staffs_writes=1),
    *on_both_sides(
        "add a passkey",
        "/me/passkeys",
        _add,
        leaves=("factor.added",),
        tells=("factor_added",),
    ),
    *on_both_sides(
        "take a passkey off",
        "/me/passkeys/{passkey_id}/removal",
        _remove,
        COUNTED + 1,
        leaves=("factor.removed",),
        tells=("factor_removed",),
    ),
    *on_both_sides(
        "renew recovery codes",
        "/me/recovery-codes",
        _renew,
        COUNTED + 1,
        leaves=("recovery_codes.renewed",),
        tells=("recovery_codes_renewed",),
    ),
)
