"""Registering, activating, and what a person chooses for themselves."""

import base64

from chalicelib.base import clock
from local.testing import Cloud
from tests.builders import make_license, make_person
from tests.client import Client
from tests.licenses.claiming import good_key_file
from tests.mailbox import letters_to, link_in
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.people import CODE, OWNER, browser_of, new_password, owner

NEWCOMER = "neu@nordwerk.example"


def registration(code: str | None = CODE, email: str = NEWCOMER, **changed: object) -> object:
    """A filled form."""
    config = Client().get("/api/config").json
    return {
        "first_name": "Mara",
        "last_name": "Lind",
        "company_name": "Nordwerk GmbH",
        "email": email,
        "country": "DE",
        "activation_code": code,
        "accept_terms": config["terms"]["version"],
        "accept_privacy": config["privacy"]["version"],
        "language": "de",
        **changed,
    }


def activation_token(email: str = NEWCOMER, code: str = CODE) -> str:
    """The link that somebody who registered was mailed."""
    assert Client().post("/api/registrations", registration(code, email)).status == 202
    return link_in(letters_to(email, "account_activate")[-1])


def _register(_cloud: Cloud) -> Perform:
    make_license(CODE)
    return by_route(Client(), "POST", "/api/registrations", registration())


def key_file(code: str = CODE) -> dict[str, str]:
    """The genuine key file of a new license, as a browser sends it."""
    content = base64.b64encode(good_key_file(make_license(code))).decode()
    return {"name": "A.key", "content_base64": content}


def _register_by_key_file(_cloud: Cloud) -> Perform:
    form = registration(None, key_file=key_file())
    return by_route(Client(), "POST", "/api/registrations", form)


def _register_again(_cloud: Cloud) -> Perform:
    make_license(CODE)
    make_person(clock.now(), email=OWNER)
    return by_route(Client(), "POST", "/api/registrations", registration(email=OWNER))


def _register_with_a_held_code(_cloud: Cloud) -> Perform:
    make_license(CODE)
    holder = browser_of(make_person(clock.now(), email=OWNER))
    assert holder.post("/api/licenses", {"activation_code": CODE}).status == 201
    return by_route(Client(), "POST", "/api/registrations", registration())


def _look(_cloud: Cloud) -> Perform:
    make_license(CODE)
    return by_route(Client(), "POST", "/api/activations/inspect", {"token": activation_token()})


def _activate(_cloud: Cloud) -> Perform:
    make_license(CODE)
    return by_route(Client(), "POST", "/api/activations", new_password(activation_token()))


def _accept_statement(_cloud: Cloud) -> Perform:
    return by_route(owner(), "POST", "/api/me/data-statement", {"version": "1"})


JOINING = (
    Operation(
        name="register",
        covers=("POST /api/registrations",),
        scene=_register,
        status=202,
        writes=2,
        leaves=("registration.asked",),
        tells=("account_activate",),
    ),
    Operation(
        name="register by key file",
        covers=("POST /api/registrations",),
        scene=_register_by_key_file,
        status=202,
        writes=2,
        leaves=("registration.asked",),
        tells=("account_activate",),
    ),
    Operation(
        name="register with a known address",
        covers=("POST /api/registrations",),
        scene=_register_again,
        status=202,
        writes=2,
        leaves=("registration.repeated",),
        tells=("account_exists",),
    ),
    Operation(
        name="register with a held code",
        covers=("POST /api/registrations",),
        scene=_register_with_a_held_code,
        status=422,
        writes=2,
        leaves=("registration.refused",),
        tells=("registration_with_our_code",),
    ),
    Operation(
        name="look at an activation link",
        covers=("POST /api/activations/inspect",),
        scene=_look,
        status=200,
        writes=0,
    ),
    Operation(
        name="activate an account",
        covers=("POST /api/activations",),
        scene=_activate,
        status=200,
        writes=1,
        leaves=("account.activated", "company.created", "license.added"),
        tells=("account_activated",),
    ),
    Operation(
        name="accept the data statement",
        covers=("POST /api/me/data-statement",),
        scene=_accept_statement,
        status=200,
        writes=1,
        leaves=("account.data_statement_accepted",),
    ),
)
