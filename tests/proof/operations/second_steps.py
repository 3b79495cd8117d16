"""Signing in with a passkey or a recovery code, and the way back without either."""

from chalicelib.aws.link_tokens import token_of
from local.testing import Cloud
from tests.checks.full import let_pass
from tests.client import Client
from tests.factors.people import Secured, bare_staff, new_device, with_app, with_passkey
from tests.mailbox import letters_to
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.factors import CONFIRMED, COUNTED, base_of, on_both_sides


def _secured(staff: bool) -> Secured:
    if not staff:
        return with_passkey()
    account, browser = bare_staff()
    device = new_device()
    wanted = browser.post("/api/staff/me/passkeys/options", {}).json
    body = {"token": wanted["token"], "name": "Key", "credential": device.make(wanted)}
    codes = browser.post("/api/staff/me/passkeys", body).json["recovery_codes"]
    return Secured(account, browser, codes, device=device)


def _offered(staff: bool) -> Perform:
    browser, challenge = _secured(staff).begin()
    path = f"{base_of(staff)}/sessions/second-factor/passkeys"
    return by_route(browser, "POST", path, {"challenge": challenge})


def _by_passkey(staff: bool) -> Perform:
    person = _secured(staff)
    assert person.device is not None
    browser, challenge = person.begin()
    body = {"challenge": challenge, "credential": person.device.show(challenge)}
    return by_route(browser, "POST", f"{base_of(staff)}/sessions/second-factor/passkey", body)


def _by_code(staff: bool) -> Perform:
    person = _secured(staff)
    browser, challenge = person.begin()
    body = {"challenge": challenge, "code": person.codes[0]}
    return by_route(browser, "POST", f"{base_of(staff)}/sessions/second-factor/recovery", body)


def _alone(staff: bool) -> Perform:
    return by_route(Client(), "POST", f"{base_of(staff)}/sessions/passkey/options")


def _signed_in_alone(staff: bool) -> Perform:
    person, browser = _secured(staff), Client()
    assert person.device is not None
    token = browser.post(f"{base_of(staff)}/sessions/passkey/options").json["token"]
    body = {"challenge": token, "credential": person.device.show(token)}
    return by_route(browser, "POST", f"{base_of(staff)}/sessions/passkey", body)


def _ask_removal(_cloud: Cloud) -> Perform:
    browser, challenge = with_app().begin()
    path = "/api/sessions/second-factor/lost"
    return by_route(browser, "POST", path, {"challenge": challenge})


def asked_for_removal(person: Secured) -> dict[str, str]:
    """Ask for it; the tokens of the letter's two links."""
    browser, challenge = person.begin()
    browser.post("/api/sessions/second-factor/lost", {"challenge": challenge})
    (letter,) = letters_to(person.account.email, "factor_removal_asked")
    return {name: token_of(letter.params[name]["link"]) for name in ("url", "objection")}


def _look(_cloud: Cloud) -> Perform:
    body = {"token": asked_for_removal(with_app())["url"]}
    return by_route(Client(), "POST", "/api/factor-removals/inspect", body)


def _redeem(_cloud: Cloud) -> Perform:
    token = asked_for_removal(with_passkey())["url"]
    let_pass(hours=73)
    body = {"token": token, **CONFIRMED}
    return by_route(Client(), "POST", "/api/factor-removals/redeem", body)


def _object(_cloud: Cloud) -> Perform:
    body = {"token": asked_for_removal(with_app())["objection"]}
    return by_route(Client(), "POST", "/api/factor-removals/objection", body)


def _object_signed_in(_cloud: Cloud) -> Perform:
    person = with_app()
    asked_for_removal(person)
    return by_route(person.browser, "POST", "/api/me/factors/objection")


SECOND_STEPS = (
    *on_both_sides("see which passkeys fit", "/sessions/second-factor/passkeys", _offered, COUNTED),
    *on_both_sides(
        "second step by passkey",
        "/sessions/second-factor/passkey",
        _by_passkey,
        COUNTED + 1,
        leaves=("session.opened",),
        tells=("new_sign_in",),
    ),
    *on_both_sides(
        "second step by recovery code",
        "/sessions/second-factor/recovery",
        _by_code,
        COUNTED + 1,
        leaves=("recovery_code.used", "session.opened"),
        tells=("new_sign_in", "recovery_code_used"),
    ),
    *on_both_sides("begin with a passkey alone", "/sessions/passkey/options", _alone, 2),
    *on_both_sides(
        "sign in with a passkey alone",
        "/sessions/passkey",
        _signed_in_alone,
        COUNTED + 1,
        leaves=("session.opened",),
        tells=("new_sign_in",),
    ),
    Operation(
        name="ask for a lost factor's removal",
        covers=("POST /api/sessions/second-factor/lost",),
        scene=_ask_removal,
        status=202,
        writes=2 * COUNTED + 1,
        leaves=("factor.removal_asked",),
        tells=("factor_removal_asked",),
    ),
    Operation(
        name="look at a removal link",
        covers=("POST /api/factor-removals/inspect",),
        scene=_look,
        status=200,
        writes=0,
    ),
    Operation(
        name="remove a lost factor",
        covers=("POST /api/factor-removals/redeem",),
        scene=_redeem,
        status=200,
        writes=COUNTED + 1,
        leaves=("factors.dropped",),
        tells=("factors_dropped",),
    ),
    Operation(
        name="object to a removal by link",
        covers=("POST /api/factor-removals/objection",),
        scene=_object,
        status=200,
        writes=1,
        leaves=("factor.removal_objected",),
    ),
    Operation(
        name="object to a removal",
        covers=("POST /api/me/factors/objection",),
        scene=_object_signed_in,
        status=200,
        writes=1,
        leaves=("factor.removal_objected",),
    ),
)
