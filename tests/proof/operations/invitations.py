"""Inviting, accepting, sending again, withdrawing."""

from collections.abc import Callable

from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.invitations import jobs
from local.testing import Cloud
from tests.builders import PASSWORD, make_person
from tests.checks.full import let_pass
from tests.client import Client
from tests.invitations.guests import GUEST, acceptance, invitation_link, invite, open_ones
from tests.proof.operation import Operation, Perform, by_job, by_route
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.people import owner

PATH = "/api/company/invitations"
MANY = 26  # two more than one transaction takes


def invited() -> Client:
    """An owner who has invited somebody."""
    host = owner()
    assert invite(host).json["sent"] == 1
    return host


def path_of(host: Client, act: str) -> str:
    """What happens to the one open invitation."""
    return f"{PATH}/{open_ones(host)[0]['id']}/{act}"


def _invite(_cloud: Cloud) -> Perform:
    return by_route(owner(), "POST", PATH, {"lines": [GUEST, "nobody"], "language": "de"})


def _invite_many(_cloud: Cloud) -> Perform:
    lines = [f"guest{number}@nordwerk.example" for number in range(MANY)]
    return by_route(owner(), "POST", PATH, {"lines": lines, "language": "de"})


def _act(act: str) -> Callable[[Cloud], Perform]:
    def scene(_cloud: Cloud) -> Perform:
        host = invited()
        return by_route(host, "POST", path_of(host, act))

    return scene


def _look(_cloud: Cloud) -> Perform:
    invited()
    return by_route(Client(), "POST", "/api/invitations/inspect", {"token": invitation_link()})


def _accept(_cloud: Cloud) -> Perform:
    invited()
    return by_route(Client(), "POST", "/api/invitations/redeem", acceptance(invitation_link()))


def _join(_cloud: Cloud) -> Perform:
    make_person(clock.now(), email=GUEST, company=None)
    invited()
    body = {"token": invitation_link(), "password": PASSWORD}
    return by_route(Client(), "POST", "/api/invitations/join", body)


def _run_out(_cloud: Cloud) -> Perform:
    invited()
    let_pass(days=settings().link_days, minutes=1)
    return by_job(jobs.mark_expired, SCHEDULED)


INVITATIONS = (
    Operation(
        name="invite",
        covers=(f"POST {PATH}",),
        scene=_invite,
        status=200,
        writes=2,
        leaves=("invitation.sent",),
        tells=("invitation",),
    ),
    Operation(
        name="invite more than one transaction takes",
        covers=(f"POST {PATH}",),
        scene=_invite_many,
        status=200,
        writes=3,
        leaves=("invitation.sent",) * MANY,
        tells=("invitation",) * MANY,
    ),
    Operation(
        name="send an invitation again",
        covers=(f"POST {PATH}/{{invitation_id}}/resend",),
        scene=_act("resend"),
        status=200,
        writes=2,
        leaves=("invitation.resent",),
        tells=("invitation",),
    ),
    Operation(
        name="withdraw an invitation",
        covers=(f"POST {PATH}/{{invitation_id}}/withdrawal",),
        scene=_act("withdrawal"),
        status=200,
        writes=1,
        leaves=("invitation.withdrawn",),
    ),
    Operation(
        name="look at an invitation",
        covers=("POST /api/invitations/inspect",),
        scene=_look,
        status=200,
        writes=0,
    ),
    Operation(
        name="accept an invitation",
        covers=("POST /api/invitations/redeem",),
        scene=_accept,
        status=200,
        writes=1,
        leaves=("invitation.accepted", "member.joined"),
        tells=("account_activated", "member_joined"),
    ),
    Operation(
        name="accept an invitation with an account",
        covers=("POST /api/invitations/join",),
        scene=_join,
        status=200,
        writes=4,
        leaves=("invitation.accepted", "member.joined"),
        tells=("account_activated", "member_joined"),
    ),
    Operation(
        name="job invitations_mark_expired",
        covers=("job invitations_mark_expired",),
        scene=_run_out,
        status=200,
        writes=1,
        leaves=("invitation.expired",),
        tells=("invitation_expired",),
    ),
)
