"""Registering and activating."""

from chalicelib.accounts.errors import (
    AddressTaken,
    LinkExpired,
    LinkUnknown,
    LinkUsed,
    TooManyAttempts,
)
from chalicelib.accounts.schemas import LinkHolder, LinkShown, NewPassword, PasswordSet
from chalicelib.base.errors import Conflict, Invalid
from chalicelib.companies.schemas import CompanyOut
from chalicelib.entry.access import ANYONE, PERSON
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.invitations.errors import AlreadyInCompany
from chalicelib.journeys import founding, registering_alone, registration
from chalicelib.journeys.schemas.founding import FoundCompany
from chalicelib.journeys.schemas.registration import Registration
from chalicelib.licenses.errors import LicenseElsewhere, LicenseNotActive

routes = Routes(__name__)
LINK_ERRORS = (LinkUnknown, LinkUsed, LinkExpired)


@routes.post(
    "/api/registrations",
    ANYONE,
    "Register with an activation code or a key file",
    takes=Registration,
    status=202,
    errors=(Invalid, TooManyAttempts),
)
def register(call: Call[Registration]) -> Nothing:
    """ACC-1, ACC-2: the answer does not tell whether the address has an account."""
    registration.register(call.actor, call.body, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/recovery-registrations",
    ANYONE,
    "Register to ask for the ownership of a company",
    takes=Registration,
    status=202,
    errors=(Invalid, TooManyAttempts),
)
def register_alone(call: Call[Registration]) -> Nothing:
    """COM-10: the answer tells nothing of the license, its company, or the address."""
    registering_alone.register_alone(call.actor, call.body, call.now, call.operation)
    return Nothing()


@routes.post(
    "/api/companies",
    PERSON,
    "Found a company with an activation code or a key file",
    takes=FoundCompany,
    gives=CompanyOut,
    status=201,
    errors=(
        Invalid, TooManyAttempts, AlreadyInCompany, LicenseElsewhere, LicenseNotActive, Conflict,
    ),
)  # fmt: skip
def found_company(call: Call[FoundCompany]) -> CompanyOut:
    """ACC-2, ACC-12: for who has an account and is in no company; they are its owner."""
    return founding.found_company(call.actor, call.body, call.now, call.operation)


@routes.post(
    "/api/activations/inspect",
    ANYONE,
    "See whom an activation link is for",
    takes=LinkShown,
    gives=LinkHolder,
    errors=LINK_ERRORS,
)
def inspect_activation(call: Call[LinkShown]) -> LinkHolder:
    """ACC-3: looking does not spend the link."""
    return registration.inspect(call.body.token, call.now)


@routes.post(
    "/api/activations",
    ANYONE,
    "Set the password and activate the account",
    takes=NewPassword,
    gives=PasswordSet,
    errors=(Invalid, AddressTaken, LicenseElsewhere, LicenseNotActive, Conflict, *LINK_ERRORS),
)
def activate(call: Call[NewPassword]) -> PasswordSet:
    """ACC-2, ACC-3: one use; the claim on the license is made here."""
    return registration.activate(call.actor, call.body, call.now, call.operation)
