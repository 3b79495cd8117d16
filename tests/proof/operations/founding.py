"""Somebody in no company founds one."""

from chalicelib.base import clock
from local.testing import Cloud
from tests.builders import make_license, make_person
from tests.client import Client
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.people import CODE, OWNER, browser_of

PATH = "/api/companies"
OUTSIDER = "ole@westwerk.example"
COMPANY = {"company_name": "Westwerk KG", "activation_code": CODE}


def outsider(email: str = OUTSIDER) -> Client:
    """A browser of somebody in no company."""
    return browser_of(make_person(clock.now(), email=email, company=None))


def _found(_cloud: Cloud) -> Perform:
    make_license(CODE)
    return by_route(outsider(), "POST", PATH, COMPANY)


def _found_with_a_held_code(_cloud: Cloud) -> Perform:
    make_license(CODE)
    holder = browser_of(make_person(clock.now(), email=OWNER))
    assert holder.post("/api/licenses", {"activation_code": CODE}).status == 201
    return by_route(outsider(), "POST", PATH, COMPANY)


FOUNDING = (
    Operation(
        name="found a company",
        covers=(f"POST {PATH}",),
        scene=_found,
        status=201,
        writes=2,
        leaves=("company.created", "license.added", "member.joined"),
        tells=("company_founded",),
    ),
    Operation(
        name="found a company with a held code",
        covers=(f"POST {PATH}",),
        scene=_found_with_a_held_code,
        status=422,
        writes=2,
        leaves=("registration.refused",),
        tells=("registration_with_our_code",),
    ),
)
