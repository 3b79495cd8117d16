"""What a company shows of itself, and what a person takes along."""

import base64

from local.testing import Cloud
from tests.companies.pictures import picture, put
from tests.journeys.leaving import browser_of
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.leaving import leaver
from tests.proof.operations.people import owner


def _set_logo(_cloud: Cloud) -> Perform:
    body = {"content_base64": base64.b64encode(picture()).decode()}
    return by_route(owner(), "PUT", "/api/company/logo", body)


def _drop_logo(_cloud: Cloud) -> Perform:
    browser = owner()
    assert put(browser, picture()).status == 200
    return by_route(browser, "DELETE", "/api/company/logo")


def _export(_cloud: Cloud) -> Perform:
    return by_route(browser_of(leaver()[1]), "POST", "/api/me/export", {"after": None})


KEEPING = (
    Operation(
        name="set the logo",
        covers=("PUT /api/company/logo",),
        scene=_set_logo,
        status=200,
        writes=1,
        leaves=("company.logo_set",),
    ),
    Operation(
        name="drop the logo",
        covers=("DELETE /api/company/logo",),
        scene=_drop_logo,
        status=204,
        writes=1,
        leaves=("company.logo_dropped",),
    ),
    Operation(
        name="export the own data",
        covers=("POST /api/me/export",),
        scene=_export,
        status=200,
        writes=1,
        leaves=("account.exported",),
        again={200: "the data as they are now, packed: nothing of the first answer is kept"},
    ),
)
