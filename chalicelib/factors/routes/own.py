"""A person's own second factors, on both sides of the counter (ACC-5)."""

from chalicelib.accounts.errors import LinkExpired, LinkUnknown, LinkUsed, TooManyAttempts
from chalicelib.base.errors import Invalid, NotFound
from chalicelib.entry.access import PERSON
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.entry.sides import ENROLLING, SIGNED_IN, both
from chalicelib.factors import authenticator, losing, passkeys, recovery, service
from chalicelib.factors.errors import FactorNeeded, FactorThere, PasskeyRefused, TooManyPasskeys
from chalicelib.factors.schemas import (
    AuthenticatorOffer,
    AuthenticatorShown,
    Confirmed,
    FactorsOut,
    NewPasskey,
    PasskeyWanted,
    RecoveryCodesOut,
)

routes = Routes(__name__)
LINK_ERRORS = (LinkUnknown, LinkUsed, LinkExpired)
CONFIRMING = (Invalid, TooManyAttempts)


@both(routes, "get", "/me/factors", ENROLLING, "The own second factors", gives=FactorsOut)
def own_factors(call: Call[Nothing]) -> FactorsOut:
    """ACC-5: which there are; never a secret."""
    return service.factors(call.actor)


@both(
    routes,
    "post",
    "/me/authenticator/offer",
    ENROLLING,
    "Begin with an authenticator app",
    takes=Confirmed,
    gives=AuthenticatorOffer,
    errors=(FactorThere, *CONFIRMING),
)
def offer_authenticator(call: Call[Confirmed]) -> AuthenticatorOffer:
    """ACC-5: a secret for the app, kept only once a code confirms it."""
    return authenticator.offer(call.actor, call.body.password, call.now, call.operation)


@both(
    routes,
    "post",
    "/me/authenticator",
    ENROLLING,
    "Confirm an authenticator app by a code",
    takes=AuthenticatorShown,
    gives=RecoveryCodesOut,
    errors=(NotFound, FactorThere, *CONFIRMING, *LINK_ERRORS),
)
def confirm_authenticator(call: Call[AuthenticatorShown]) -> RecoveryCodesOut:
    """ACC-5: with the first factor come recovery codes, and other browsers are signed out."""
    body = call.body
    return authenticator.confirm(call.actor, body.token, body.code, call.now, call.operation)


@both(
    routes,
    "post",
    "/me/authenticator/removal",
    SIGNED_IN,
    "Take the authenticator app off",
    takes=Confirmed,
    errors=(FactorNeeded, *CONFIRMING),
)
def remove_authenticator(call: Call[Confirmed]) -> Nothing:
    """ACC-5: the password is asked."""
    authenticator.remove(call.actor, call.body.password, call.now, call.operation)
    return Nothing()


@both(
    routes,
    "post",
    "/me/passkeys/options",
    ENROLLING,
    "Begin with a passkey",
    takes=Confirmed,
    gives=PasskeyWanted,
    errors=(TooManyPasskeys, *CONFIRMING),
)
def want_passkey(call: Call[Confirmed]) -> PasskeyWanted:
    """ACC-5: a challenge that is good once, for this account."""
    return passkeys.want(call.actor, call.body.password, call.now, call.operation)


@both(
    routes,
    "post",
    "/me/passkeys",
    ENROLLING,
    "Keep a passkey",
    takes=NewPasskey,
    gives=RecoveryCodesOut,
    errors=(NotFound, PasskeyRefused, TooManyPasskeys, *LINK_ERRORS),
)
def add_passkey(call: Call[NewPasskey]) -> RecoveryCodesOut:
    """ACC-5: the browser's answer to the challenge."""
    return passkeys.add(call.actor, call.body, call.now, call.operation)


@both(
    routes,
    "post",
    "/me/passkeys/{passkey_id}/removal",
    SIGNED_IN,
    "Take a passkey off",
    takes=Confirmed,
    errors=(NotFound, FactorNeeded, *CONFIRMING),
)
def remove_passkey(call: Call[Confirmed]) -> Nothing:
    """ACC-5: the password is asked."""
    passkeys.remove(
        call.actor, call.path["passkey_id"], call.body.password, call.now, call.operation
    )
    return Nothing()


@both(
    routes,
    "post",
    "/me/recovery-codes",
    SIGNED_IN,
    "Make new recovery codes",
    takes=Confirmed,
    gives=RecoveryCodesOut,
    errors=(NotFound, *CONFIRMING),
)
def renew_recovery_codes(call: Call[Confirmed]) -> RecoveryCodesOut:
    """ACC-5: shown this once; the former ones are void."""
    return recovery.renew(call.actor, call.body.password, call.now, call.operation)


@routes.post(
    "/api/me/factors/objection",
    PERSON,
    "Keep a second factor that somebody asked to have removed",
    errors=(NotFound, LinkUsed),
)
def object_signed_in(call: Call[Nothing]) -> Nothing:
    """ACC-5: whoever is signed in can object as well as by the mailed link."""
    losing.object_signed_in(call.actor, call.now, call.operation)
    return Nothing()
