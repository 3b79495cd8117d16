"""Signing in and out, for both sides of the counter, and passwords by mail."""

from chalicelib.accounts import passwords, second_step, service, sessions
from chalicelib.accounts.errors import (
    LinkExpired,
    LinkUnknown,
    LinkUsed,
    SignInFailed,
    TooManyAttempts,
)
from chalicelib.accounts.schemas import (
    LinkHolder,
    LinkShown,
    NewPassword,
    PasswordSet,
    ResetAsked,
    SecondFactor,
    SessionsOut,
    SignedIn,
    SignIn,
)
from chalicelib.accounts.store.accounts import CUSTOMERS, STAFF
from chalicelib.base.errors import Invalid, NotFound
from chalicelib.entry.access import ANYONE, PERSON, STAFF_ENROLLING
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.entry.sides import SIGNED_IN, both

routes = Routes(__name__)
LINK_ERRORS = (LinkUnknown, LinkUsed, LinkExpired)


def _sign_in(call: Call[SignIn], side: str) -> SignedIn:
    body = call.body
    account = service.check_password(call.actor, body.email, body.password, side, call.now)
    if account.secured:
        challenge = second_step.ask_second_factor(account, call.now, call.operation)
        return SignedIn(
            state="second_factor",
            challenge=challenge,
            authenticator=bool(account.totp_secret),
            passkeys=bool(account.passkeys),
        )
    session = service.open_session(call.actor, account, call.device, call.now, call.operation)
    call.set_cookie(session.cookie, session.seconds, session.browser)
    return SignedIn(state="signed_in")


def _second_factor(call: Call[SecondFactor], side: str) -> SignedIn:
    step = second_step.Step(call.body.challenge, side, call.device)
    session = second_step.answer_by_app(call.actor, step, call.body.code, call.now, call.operation)
    call.set_cookie(session.cookie, session.seconds, session.browser)
    return SignedIn(state="signed_in")


def _sign_out(call: Call[Nothing]) -> None:
    service.sign_out(call.actor, call.now, call.operation)
    call.drop_cookie()


@routes.post(
    "/api/sessions",
    ANYONE,
    "Sign in",
    takes=SignIn,
    gives=SignedIn,
    errors=(SignInFailed, TooManyAttempts),
)
def sign_in(call: Call[SignIn]) -> SignedIn:
    """ACC-5: the session, or a challenge for the second factor."""
    return _sign_in(call, CUSTOMERS)


@routes.post(
    "/api/sessions/second-factor",
    ANYONE,
    "Sign in, second step",
    takes=SecondFactor,
    gives=SignedIn,
    errors=(SignInFailed, TooManyAttempts, *LINK_ERRORS),
)
def second_factor(call: Call[SecondFactor]) -> SignedIn:
    """ACC-5: a code of the authenticator app."""
    return _second_factor(call, CUSTOMERS)


@routes.delete("/api/sessions/current", PERSON, "Sign out", status=204, gives=None)
def sign_out(call: Call[Nothing]) -> None:
    """ACC-5: this browser only."""
    _sign_out(call)


@routes.post(
    "/api/staff/sessions",
    ANYONE,
    "Sign in as staff",
    takes=SignIn,
    gives=SignedIn,
    errors=(SignInFailed, TooManyAttempts),
)
def staff_sign_in(call: Call[SignIn]) -> SignedIn:
    """STF-1: who has no second factor yet can do nothing but set one up."""
    return _sign_in(call, STAFF)


@routes.post(
    "/api/staff/sessions/second-factor",
    ANYONE,
    "Sign in as staff, second step",
    takes=SecondFactor,
    gives=SignedIn,
    errors=(SignInFailed, TooManyAttempts, *LINK_ERRORS),
)
def staff_second_factor(call: Call[SecondFactor]) -> SignedIn:
    """STF-1: a code of the authenticator app."""
    return _second_factor(call, STAFF)


@routes.delete(
    "/api/staff/sessions/current", STAFF_ENROLLING, "Sign out as staff", status=204, gives=None
)
def staff_sign_out(call: Call[Nothing]) -> None:
    """STF-1: this browser only."""
    _sign_out(call)


@both(routes, "get", "/me/sessions", SIGNED_IN, "Where one is signed in", gives=SessionsOut)
def own_sessions(call: Call[Nothing]) -> SessionsOut:
    """ACC-5: this browser is marked."""
    return sessions.sessions(call.actor, call.now)


@both(routes, "delete", "/me/sessions", SIGNED_IN, "Sign out everywhere", status=204, gives=None)
def sign_out_everywhere(call: Call[Nothing]) -> None:
    """ACC-5: every browser, this one too."""
    sessions.end_all_sessions(call.actor, call.now, call.operation)
    call.drop_cookie()


@both(
    routes,
    "delete",
    "/me/sessions/{session_id}",
    SIGNED_IN,
    "Sign another browser out",
    status=204,
    gives=None,
    errors=(NotFound,),
)
def end_session(call: Call[Nothing]) -> None:
    """ACC-5: one of the own."""
    sessions.end_session(call.actor, call.path["session_id"], call.now, call.operation)


@both(
    routes,
    "post",
    "/me/password-link",
    SIGNED_IN,
    "Have a link for a new password mailed to oneself",
    status=202,
    errors=(TooManyAttempts,),
)
def ask_own_password_link(call: Call[Nothing]) -> Nothing:
    """ACC-7: the same link as for a forgotten one."""
    passwords.ask_own_link(call.actor, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/password-resets",
    ANYONE,
    "Ask for a new password by mail",
    takes=ResetAsked,
    status=202,
    errors=(TooManyAttempts,),
)
def ask_password_reset(call: Call[ResetAsked]) -> Nothing:
    """ACC-6: the same answer whether the address has an account or not."""
    passwords.ask_password_reset(call.actor, call.body.email, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/password-resets/inspect",
    ANYONE,
    "See whom a reset link is for",
    takes=LinkShown,
    gives=LinkHolder,
    errors=LINK_ERRORS,
)
def inspect_reset(call: Call[LinkShown]) -> LinkHolder:
    """ACC-6: looking does not spend the link."""
    return passwords.inspect_reset(call.body.token, call.now)


@routes.post(
    "/api/password-resets/redeem",
    ANYONE,
    "Set a new password by link",
    takes=NewPassword,
    gives=PasswordSet,
    errors=(*LINK_ERRORS, Invalid),
)
def redeem_reset(call: Call[NewPassword]) -> PasswordSet:
    """ACC-6: every browser is signed out."""
    return passwords.reset_password(call.actor, call.body, call.now, call.operation)
