"""What those who manage users do."""

from collections.abc import Callable

from chalicelib.base import clock
from local.testing import Cloud
from tests.builders import make_colleague, make_person
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.people import browser_of

ONE = "/api/company/users/{account_id}"
EDITED = {"first_name": "Jo", "last_name": "Öz", "country": "AT", "branch": None, "version": 0}
RIGHTS = {"rights": ["manage_tickets", "manage_users"], "scope": None, "version": 0}


def _on_a_colleague(method: str, path: str, body: object = None) -> Callable[[Cloud], Perform]:
    def scene(_cloud: Cloud) -> Perform:
        owner = make_person(clock.now())
        colleague = make_colleague(owner, clock.now())
        return by_route(browser_of(owner), method, path.format(account_id=colleague.pk), body)

    return scene


MEMBERS = (
    Operation(
        name="edit a colleague",
        covers=(f"PATCH {ONE}",),
        scene=_on_a_colleague("PATCH", ONE, EDITED),
        status=200,
        writes=1,
        leaves=("member.changed",),
    ),
    Operation(
        name="set a colleague's rights",
        covers=(f"PUT {ONE}/rights",),
        scene=_on_a_colleague("PUT", f"{ONE}/rights", RIGHTS),
        status=200,
        writes=1,
        leaves=("member.rights_changed",),
    ),
    Operation(
        name="send a colleague a password reset",
        covers=(f"POST {ONE}/password-reset",),
        scene=_on_a_colleague("POST", f"{ONE}/password-reset"),
        status=202,
        writes=4,
        leaves=("password.reset_asked",),
        tells=("password_reset",),
    ),
)
