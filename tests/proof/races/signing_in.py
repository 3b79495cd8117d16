"""Codes used twice, and passwords that change while somebody signs in."""

from collections.abc import Iterator

from chalicelib.accounts.store.accounts import find_by_email
from chalicelib.base import clock
from local.testing import Cloud
from tests.builders import make_person, make_staff
from tests.client import Client
from tests.proof.operation import Outcome, by_route
from tests.proof.operations.people import AGENT, OWNER, code_at, credentials, new_password, protect
from tests.proof.races.interleaving import Act
from tests.proof.races.joining import reset_token
from tests.proof.races.race import Judge, Race, Scene, both, once, one_wins, refused_clearly

Two = tuple[Act, Act]
SECOND = "/api/staff/sessions/second-factor"
BROWSERS: list[Client] = []
"""The browsers of the scene that is being played, for the judge to look out of."""


def _challenge() -> str:
    return str(Client().post("/api/staff/sessions", credentials(AGENT)).json["challenge"])


def _answering(challenge: str, key: str = "") -> Act:
    body = {"challenge": challenge, "code": code_at(clock.now())}
    return once(by_route(Client(), "POST", SECOND, body), key)


def _one_code(_cloud: Cloud) -> Two:
    make_staff(clock.now(), email=AGENT)
    return _answering(_challenge()), _answering(_challenge())


def _one_challenge(_cloud: Cloud) -> Two:
    make_staff(clock.now(), email=AGENT)
    challenge = _challenge()
    return _answering(challenge), _answering(challenge)


def _one_click(_cloud: Cloud) -> Two:
    make_staff(clock.now(), email=AGENT)
    challenge = _challenge()
    return _answering(challenge, "click"), _answering(challenge, "click")


def _out_of(browser: Client, path: str, body: object) -> Act:
    """As `by_route`, in a browser that keeps its cookie for the judge."""

    def act() -> Outcome:
        return Outcome.of(browser.post(path, body), f"POST {path}")

    return act


def _resetting() -> Act:
    body = new_password(reset_token())
    return once(by_route(Client(), "POST", "/api/password-resets/redeem", body))


def _reset_and_sign_in(reset_first: bool) -> Scene:
    def scene(_cloud: Cloud) -> Two:
        reset, browser = _resetting(), Client()
        BROWSERS[:] = [browser]
        sign_in = _out_of(browser, "/api/sessions", credentials(OWNER))
        return (reset, sign_in) if reset_first else (sign_in, reset)

    return scene


def _reset_and_second_step(_cloud: Cloud) -> Two:
    reset, browser = _resetting(), Client()
    account = find_by_email(OWNER)
    assert account is not None
    protect(account)
    BROWSERS[:] = [browser]
    asked = Client().post("/api/sessions", credentials(OWNER)).json
    body = {"challenge": asked["challenge"], "code": code_at(clock.now())}
    return reset, _out_of(browser, "/api/sessions/second-factor", body)


def _old_password_is_out(reset: Outcome, sign_in: Outcome) -> Iterator[str]:
    """The reset succeeds, and whoever came in on the old password is not in after it."""
    if reset.status != 200:
        yield f"the reset is answered {reset}"
    if sign_in.status != 200:
        yield from refused_clearly(sign_in, "sign_in_failed")
    if BROWSERS[0].get("/api/me").status != 401:
        yield "who signed in with the old password is still in"


def _the_other_way_round(judge: Judge) -> Judge:
    return lambda first, second: judge(second, first)


def _double_sign_in(_cloud: Cloud) -> Two:
    make_person(clock.now(), email=OWNER)
    path, body = "/api/sessions", credentials(OWNER)
    return once(by_route(Client(), "POST", path, body)), once(
        by_route(Client(), "POST", path, body)
    )


SIGNING_IN = (
    Race("one code at two challenges", _one_code, one_wins(200, "sign_in_failed")),
    Race("one challenge twice", _one_challenge, one_wins(200, "link_used", "sign_in_failed")),
    Race("one second step clicked twice", _one_click, both(200, 200)),
    Race("reset while signing in", _reset_and_sign_in(True), _old_password_is_out),
    Race(
        "sign in while resetting",
        _reset_and_sign_in(False),
        _the_other_way_round(_old_password_is_out),
    ),
    Race("reset before the second step", _reset_and_second_step, _old_password_is_out),
    Race("two browsers sign in", _double_sign_in, both(200, 200)),
)
