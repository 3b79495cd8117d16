"""Signing in with a passkey or a recovery code, and the way back without either (ACC-5)."""

from typing import Any

from chalicelib.accounts.errors import (
    LinkExpired,
    LinkUnknown,
    LinkUsed,
    SignInFailed,
    TooManyAttempts,
)
from chalicelib.accounts.schemas import LinkShown, SignedIn
from chalicelib.accounts.second_step import Step
from chalicelib.accounts.service import NewSession
from chalicelib.accounts.store.accounts import CUSTOMERS, STAFF
from chalicelib.base.errors import Invalid
from chalicelib.entry.access import ANYONE
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.entry.sides import OPEN, both
from chalicelib.factors import losing, second_step
from chalicelib.factors.errors import PasskeyRefused, TooEarly
from chalicelib.factors.schemas import (
    ChallengeShown,
    PasskeyOffer,
    PasskeySignIn,
    RecoveryCodeShown,
    RemovalConfirmed,
    RemovalLink,
)

routes = Routes(__name__)
LINK_ERRORS = (LinkUnknown, LinkUsed, LinkExpired)
STEP_ERRORS = (SignInFailed, TooManyAttempts, *LINK_ERRORS)


def _side(call: Call[Any]) -> str:
    return STAFF if call.staff else CUSTOMERS


def _step(call: Call[Any]) -> Step:
    return Step(call.body.challenge, _side(call), call.device)


def _signed_in(call: Call[Any], session: NewSession) -> SignedIn:
    call.set_cookie(session.cookie, session.seconds, session.browser)
    return SignedIn(state="signed_in")


@both(
    routes,
    "post",
    "/sessions/second-factor/passkeys",
    OPEN,
    "Which passkeys the second step takes",
    takes=ChallengeShown,
    gives=PasskeyOffer,
    errors=STEP_ERRORS,
)
def offer_second_passkey(call: Call[ChallengeShown]) -> PasskeyOffer:
    """ACC-5: behind the password alone."""
    return second_step.offer_passkeys(call.actor, call.body.challenge, _side(call), call.now)


@both(
    routes,
    "post",
    "/sessions/second-factor/passkey",
    OPEN,
    "Sign in, second step by passkey",
    takes=PasskeySignIn,
    gives=SignedIn,
    errors=(PasskeyRefused, *STEP_ERRORS),
)
def second_factor_by_passkey(call: Call[PasskeySignIn]) -> SignedIn:
    """ACC-5: a passkey in place of the app's code."""
    session = second_step.answer_by_passkey(
        call.actor, _step(call), call.body.credential, call.now, call.operation
    )
    return _signed_in(call, session)


@both(
    routes,
    "post",
    "/sessions/second-factor/recovery",
    OPEN,
    "Sign in, second step by recovery code",
    takes=RecoveryCodeShown,
    gives=SignedIn,
    errors=STEP_ERRORS,
)
def second_factor_by_recovery(call: Call[RecoveryCodeShown]) -> SignedIn:
    """ACC-5: each code works once."""
    session = second_step.answer_by_recovery_code(
        call.actor, _step(call), call.body.code, call.now, call.operation
    )
    return _signed_in(call, session)


@both(
    routes,
    "post",
    "/sessions/passkey/options",
    OPEN,
    "Begin to sign in by passkey alone",
    gives=PasskeyOffer,
    errors=(TooManyAttempts,),
)
def offer_passkey_sign_in(call: Call[Nothing]) -> PasskeyOffer:
    """ACC-5: no address is asked for, so none is told."""
    return second_step.offer_sign_in(call.actor, call.now, call.operation)


@both(
    routes,
    "post",
    "/sessions/passkey",
    OPEN,
    "Sign in by passkey alone",
    takes=PasskeySignIn,
    gives=SignedIn,
    errors=(PasskeyRefused, *STEP_ERRORS),
)
def sign_in_by_passkey(call: Call[PasskeySignIn]) -> SignedIn:
    """ACC-5: the device has checked who holds it."""
    session = second_step.sign_in_by_passkey(
        call.actor, _step(call), call.body.credential, call.now, call.operation
    )
    return _signed_in(call, session)


@routes.post(
    "/api/sessions/second-factor/lost",
    ANYONE,
    "Ask for a lost second factor to be removed",
    takes=ChallengeShown,
    status=202,
    errors=STEP_ERRORS,
)
def ask_for_removal(call: Call[ChallengeShown]) -> Nothing:
    """ACC-5: mailed, and only after some days in which one can object."""
    losing.ask_for_removal(call.actor, call.body.challenge, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/factor-removals/inspect",
    ANYONE,
    "See what a link to remove a second factor stands for",
    takes=LinkShown,
    gives=RemovalLink,
    errors=LINK_ERRORS,
)
def inspect_removal(call: Call[LinkShown]) -> RemovalLink:
    """ACC-5: looking does not spend the link."""
    return losing.inspect_removal(call.body.token, call.now)


@routes.post(
    "/api/factor-removals/redeem",
    ANYONE,
    "Remove a lost second factor by link and password",
    takes=RemovalConfirmed,
    errors=(TooEarly, Invalid, TooManyAttempts, *LINK_ERRORS),
)
def remove_lost(call: Call[RemovalConfirmed]) -> Nothing:
    """ACC-5: every browser is signed out."""
    losing.remove_lost(call.actor, call.body.token, call.body.password, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/factor-removals/objection",
    ANYONE,
    "Object to the removal of a second factor",
    takes=LinkShown,
    errors=LINK_ERRORS,
)
def object_by_link(call: Call[LinkShown]) -> Nothing:
    """ACC-5: the link to remove it is void."""
    losing.object_by_link(call.actor, call.body.token, call.now, call.operation)
    return Nothing()
