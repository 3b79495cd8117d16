"""Samples for the routes by which a company's people are managed and invited."""

from collections.abc import Mapping
from typing import Any

from tests.builders import PASSWORD
from tests.world.people import NEW_PASSWORD, THE_BRANCH, Who
from tests.world.sample import Make, Sample, plain
from tests.world.world import World


def _author(body: Any = None) -> Make:
    return lambda world: Sample({"account_id": world.people.accounts[Who.AUTHOR].pk}, body=body)


def _invitation(world: World) -> Sample:
    return Sample({"invitation_id": world.things.invited.invitation_id})


def _redeem(world: World) -> Sample:
    return Sample(
        body={
            "token": world.things.invited.token,
            "first_name": "Gesa",
            "last_name": "Guest",
            "country": "DE",
            "accept_terms": "1",
            "accept_privacy": "1",
            "survey": False,
            "language": "de",
            "password": NEW_PASSWORD,
            "password_repeat": NEW_PASSWORD,
        }
    )


_PERSON = {"first_name": "Ada", "last_name": "Autor", "country": "AT", "branch": THE_BRANCH}
_LIST = {
    "lines": ["new.guest@nordwerk.example"], "rights": [], "scope": None, "branch": None,
    "language": "de",
}  # fmt: skip
_ONE = "/api/company/users/{account_id}"
_INVITED = "/api/company/invitations"

PEOPLE_SAMPLES: Mapping[str, Make] = {
    "GET /api/company/users": plain,
    "GET /api/company/users-export": plain,
    f"GET {_ONE}": _author(),
    f"PATCH {_ONE}": _author({**_PERSON, "version": 0}),
    f"PUT {_ONE}/rights": _author({"rights": [], "scope": None, "version": 0}),
    f"POST {_ONE}/password-reset": _author(),
    f"GET {_INVITED}": plain,
    f"POST {_INVITED}": lambda _: Sample(body=_LIST),
    f"POST {_INVITED}/{{invitation_id}}/resend": _invitation,
    f"POST {_INVITED}/{{invitation_id}}/withdrawal": _invitation,
    "POST /api/invitations/inspect": lambda w: Sample(body={"token": w.things.invited.token}),
    "POST /api/invitations/redeem": _redeem,
    "POST /api/invitations/join": lambda w: Sample(
        body={"token": w.things.invited.joining_token, "password": PASSWORD}
    ),
}
