"""What a person sets for themselves."""

from local.testing import Cloud
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.people import agent, owner


def _choose_notices(_cloud: Cloud) -> Perform:
    return by_route(owner(), "PUT", "/api/me/notices", {"unwanted": ["surveys", "licenses"]})


def _choose_staff_notices(_cloud: Cloud) -> Perform:
    return by_route(agent(), "PUT", "/api/staff/me/notices", {"unwanted": ["assigned"]})


def _change_own_data(_cloud: Cloud) -> Perform:
    data = {"first_name": "Mara", "last_name": "Lindt", "country": "AT", "branch": None}
    return by_route(owner(), "PUT", "/api/me/data", data)


CHOSEN = {"language": "de", "zone": "Europe/Vienna"}


def _choose_language(_cloud: Cloud) -> Perform:
    return by_route(owner(), "PATCH", "/api/me", CHOSEN)


def _choose_staffs_language(_cloud: Cloud) -> Perform:
    return by_route(agent(), "PATCH", "/api/staff/me", CHOSEN)


ONESELF = (
    Operation(
        name="choose language and zone",
        covers=("PATCH /api/me",),
        scene=_choose_language,
        status=200,
        writes=1,
        leaves=("account.preferences_chosen",),
    ),
    Operation(
        name="choose language and zone as staff",
        covers=("PATCH /api/staff/me",),
        scene=_choose_staffs_language,
        status=200,
        writes=1,
        leaves=("account.preferences_chosen",),
    ),
    Operation(
        name="change the own data",
        covers=("PUT /api/me/data",),
        scene=_change_own_data,
        status=200,
        writes=1,
        leaves=("member.changed",),
    ),
    Operation(
        name="choose notices",
        covers=("PUT /api/me/notices",),
        scene=_choose_notices,
        status=200,
        writes=1,
        leaves=("account.notices_chosen",),
    ),
    Operation(
        name="choose notices as staff",
        covers=("PUT /api/staff/me/notices",),
        scene=_choose_staff_notices,
        status=200,
        writes=1,
        leaves=("account.notices_chosen",),
    ),
)
