"""Staff accounts: invited, joined, changed, sent away."""

from collections.abc import Callable

from chalicelib.accounts.model import Account
from chalicelib.aws.link_tokens import token_of
from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from chalicelib.staff.store import find_colleague
from local.testing import Cloud
from tests.builders import make_staff
from tests.client import Client
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.people import browser_of, new_password

BOSS, OTHER, GUEST = "boss@vendor.example", "other@vendor.example", "gwen@vendor.example"
WISH = {
    "email": GUEST,
    "first_name": "Gwen",
    "last_name": "Hale",
    "role": "supervisor",
    "language": "en",
}
BASE = "/api/staff/colleagues"


def boss() -> Client:
    """A supervisor."""
    return browser_of(make_staff(clock.now(), StaffRole.SUPERVISOR, email=BOSS))


def other(role: StaffRole = StaffRole.AGENT) -> Account:
    """Somebody else of staff."""
    return make_staff(clock.now(), role, email=OTHER)


def invited(browser: Client) -> str:
    """Somebody with an open invitation."""
    return str(browser.post(BASE, WISH).json["id"])


def token_for(colleague_id: str) -> str:
    """What the invitation's letter carries."""
    colleague = find_colleague(colleague_id)
    assert colleague is not None
    return token_of(colleague.link_id)


def _invite(_cloud: Cloud) -> Perform:
    return by_route(boss(), "POST", BASE, WISH)


def _to_guest(method: str) -> Callable[[Cloud], Perform]:
    def scene(_cloud: Cloud) -> Perform:
        browser = boss()
        return by_route(browser, method, f"{BASE}/{invited(browser)}/invitation")

    return scene


def _look(_cloud: Cloud) -> Perform:
    body = {"token": token_for(invited(boss()))}
    return by_route(Client(), "POST", "/api/staff/invitations/inspect", body)


def _join(_cloud: Cloud) -> Perform:
    body = new_password(token_for(invited(boss())))
    return by_route(Client(), "POST", "/api/staff/invitations/redeem", body)


def _to_other(act: str, role: StaffRole = StaffRole.AGENT) -> Callable[[Cloud], Perform]:
    return lambda _cloud: by_route(boss(), "POST", f"{BASE}/{other(role).pk}/{act}")


def _change_role(_cloud: Cloud) -> Perform:
    path = f"{BASE}/{other(StaffRole.SUPERVISOR).pk}/role"
    return by_route(boss(), "PUT", path, {"role": "agent"})


def _reactivate(_cloud: Cloud) -> Perform:
    browser, account = boss(), other(StaffRole.SUPERVISOR)
    browser.post(f"{BASE}/{account.pk}/deactivation")
    return by_route(browser, "POST", f"{BASE}/{account.pk}/reactivation")


def _act(
    name: str,
    covers: str,
    scene: Callable[[Cloud], Perform],
    leaves: str = "",
    tells: str = "",
    status: int = 200,
) -> Operation:
    return Operation(
        name=name,
        covers=(covers.replace("{}", "{colleague_id}"),),
        scene=scene,
        status=status,
        writes=1 if leaves else 0,
        leaves=(leaves,) if leaves else (),
        tells=(tells,) if tells else (),
    )


VENDORS_PEOPLE = (
    _act("invite staff", f"POST {BASE}", _invite, "staff.invited", "staff_invited", 201),
    _act(
        "invite staff again",
        f"POST {BASE}/{{}}/invitation",
        _to_guest("POST"),
        "staff.invited_again",
        "staff_invited",
    ),
    _act(
        "withdraw an invitation to staff",
        f"DELETE {BASE}/{{}}/invitation",
        _to_guest("DELETE"),
        "staff.invitation_withdrawn",
    ),
    _act("look at an invitation to staff", "POST /api/staff/invitations/inspect", _look),
    _act("join staff", "POST /api/staff/invitations/redeem", _join, "staff.joined"),
    _act("change a role", f"PUT {BASE}/{{}}/role", _change_role, "staff.role_changed"),
    _act(
        "send staff away",
        f"POST {BASE}/{{}}/deactivation",
        _to_other("deactivation", StaffRole.SUPERVISOR),
        "staff.deactivated",
    ),
    _act("let staff back in", f"POST {BASE}/{{}}/reactivation", _reactivate, "staff.reactivated"),
    _act(
        "reset a factor",
        f"POST {BASE}/{{}}/factor-reset",
        _to_other("factor-reset"),
        "factors.dropped",
        "factors_dropped",
    ),
    _act(
        "mail staff a link for a password",
        f"POST {BASE}/{{}}/password-link",
        _to_other("password-link"),
        "password.reset_asked",
        "password_reset",
        202,
    ),
)
