"""Asking for the ownership of a company, objecting, deciding, and what else may end it."""

from collections.abc import Callable

from chalicelib.base import clock
from chalicelib.recoveries import jobs
from local.jobs.stream import StreamReader
from local.testing import Cloud
from tests.builders import PASSWORD
from tests.client import Client
from tests.journeys.desk import application_of
from tests.journeys.leaving import browser_of, company_token, deletion_token
from tests.mailbox import letters_to, link_in
from tests.proof.operation import Operation, Perform, by_job, by_route
from tests.proof.operations.jobs import SCHEDULED
from tests.recoveries.asking import (
    CODE,
    MANAGER,
    OUTSIDER,
    Stranded,
    application,
    asked,
    at_desk,
    days_over,
    outsider,
    stranded,
    tell,
)
from tests.tickets.builders import make_desk
from tests.world.things import registration

RECOVERIES_TABLE = "kontor-recoveries"
TOLD = ("recovery_told", "recovery_told")  # the owner, and who manages users
OVER = ("recovery_over", "recovery_over")
ASKED = {"activation_code": CODE}


def open_one() -> tuple[Stranded, str]:
    """A colleague has asked, and everybody was told."""
    at = stranded()
    recovery_id = asked(at.jonas)
    tell()
    return at, recovery_id


def objection_token(email: str = MANAGER) -> str:
    """What the letter to somebody of the company holds."""
    return link_in(letters_to(email, "recovery_told")[0])


def _register(_cloud: Cloud) -> Perform:
    stranded()
    body = registration(email=OUTSIDER, activation_code=CODE)
    return by_route(Client(), "POST", "/api/recovery-registrations", body)


def _activate(_cloud: Cloud) -> Perform:
    stranded()
    body = registration(email=OUTSIDER, activation_code=CODE)
    assert Client().post("/api/recovery-registrations", body).status == 202
    token = link_in(letters_to(OUTSIDER, "recovery_begin")[0])
    chosen = {"token": token, "password": PASSWORD, "password_repeat": PASSWORD}
    return by_route(Client(), "POST", "/api/activations", chosen)


def _ask(_cloud: Cloud) -> Perform:
    jonas = stranded().jonas
    body = {**ASKED, "file": application(jonas), "words": "She has left."}
    return by_route(browser_of(jonas), "POST", "/api/recoveries", body)


def _ask_in_vain(_cloud: Cloud) -> Perform:
    make_desk(clock.now())
    ole = outsider()
    body = {"activation_code": "2NONE-9XDM2-B8WZ4-RT6YH", "file": application(ole, scan=None)}
    return by_route(browser_of(ole), "POST", "/api/recoveries", body)


def _withdraw(_cloud: Cloud) -> Perform:
    at, _ = open_one()
    return by_route(browser_of(at.jonas), "POST", "/api/recoveries/withdrawal")


def _object(_cloud: Cloud) -> Perform:
    at, _ = open_one()
    body = {"words": "She is on holiday."}
    return by_route(browser_of(at.manager), "POST", "/api/company/recovery/objection", body)


def _look(_cloud: Cloud) -> Perform:
    open_one()
    body = {"token": objection_token()}
    return by_route(Client(), "POST", "/api/recovery-objections/inspect", body)


def _object_by_link(_cloud: Cloud) -> Perform:
    open_one()
    body = {"token": objection_token(), "words": None}
    return by_route(Client(), "POST", "/api/recovery-objections", body)


def _accept(*, outside: bool) -> Callable[[Cloud], Perform]:
    def scene(_cloud: Cloud) -> Perform:
        at = stranded()
        recovery_id = asked(outsider() if outside else at.jonas)
        tell()
        days_over()
        body = {"accept": True, "reason": "Signed by the board.", "objections": 0}
        path = f"/api/staff/recoveries/{recovery_id}/decision"
        return by_route(at_desk(), "POST", path, body)

    return scene


def _hand_over(_cloud: Cloud) -> Perform:
    at, _ = open_one()
    change = {"owner_id": at.manager.pk, "evidence": application_of(at.owner)}
    return by_route(at_desk(), "PATCH", f"/api/staff/companies/{at.company_id}", change)


def _shut(_cloud: Cloud) -> Perform:
    at, _ = open_one()
    body = {"token": company_token(at.owner), "password": PASSWORD}
    return by_route(Client(), "POST", "/api/company-deletions", body)


def _leave(_cloud: Cloud) -> Perform:
    at, _ = open_one()
    body = {"token": deletion_token(at.jonas), "password": PASSWORD}
    return by_route(Client(), "POST", "/api/account-deletions", body)


def _begin(cloud: Cloud) -> Perform:
    asked(stranded().jonas)
    records = StreamReader(cloud.engine, RECOVERIES_TABLE).read()
    return by_job(jobs.begin, {"Records": records})


def _go_on(_cloud: Cloud) -> Perform:
    at, _ = open_one()
    assert browser_of(at.jonas).post("/api/recoveries/withdrawal").status == 200
    return by_job(jobs.go_on, SCHEDULED)


RECOVERIES = (
    Operation(
        name="register to ask for a company",
        covers=("POST /api/recovery-registrations",),
        scene=_register,
        status=202,
        writes=5,
        leaves=("registration.asked",),
        tells=("recovery_begin",),
    ),
    Operation(
        name="activate an account in no company",
        covers=(),
        scene=_activate,
        status=200,
        writes=1,
        leaves=("account.activated",),
        tells=("recovery_ready",),
    ),
    Operation(
        name="ask for the own company",
        covers=("POST /api/recoveries",),
        scene=_ask,
        status=202,
        writes=5,
        leaves=("recovery.asked",),
        tells=("recovery_asked", *TOLD),
    ),
    Operation(
        name="ask for a company in vain",
        covers=(),
        scene=_ask_in_vain,
        status=202,
        writes=4,
        leaves=("recovery.not_opened",),
        tells=("recovery_not_opened",),
    ),
    Operation(
        name="withdraw the wish to own a company",
        covers=("POST /api/recoveries/withdrawal",),
        scene=_withdraw,
        status=200,
        writes=1,
        leaves=("recovery.withdrawn", "upload.aborted"),
        tells=("recovery_ended", *OVER),
    ),
    Operation(
        name="object signed in",
        covers=("POST /api/company/recovery/objection",),
        scene=_object,
        status=200,
        writes=1,
        leaves=("recovery.objected",),
        tells=("recovery_objected", "recovery_disputed"),
    ),
    Operation(
        name="look at a link that objects",
        covers=("POST /api/recovery-objections/inspect",),
        scene=_look,
        status=200,
        writes=0,
    ),
    Operation(
        name="object by the link",
        covers=("POST /api/recovery-objections",),
        scene=_object_by_link,
        status=200,
        writes=1,
        leaves=("recovery.objected",),
        tells=("recovery_objected", "recovery_disputed"),
    ),
    Operation(
        name="accept a recovery",
        covers=("POST /api/staff/recoveries/{recovery_id}/decision",),
        scene=_accept(outside=False),
        status=200,
        writes=1,
        leaves=("recovery.accepted", "company.owner_changed"),
        tells=("owner_changed", "owner_changed", "recovery_over"),
    ),
    Operation(
        name="accept a recovery from outside",
        covers=(),
        scene=_accept(outside=True),
        status=200,
        writes=1,
        leaves=("recovery.accepted", "company.owner_changed", "member.joined"),
        tells=("owner_changed", "owner_changed", "recovery_over"),
    ),
    Operation(
        name="hand over a company that is asked for",
        covers=(),
        scene=_hand_over,
        status=200,
        writes=1,
        leaves=("recovery.overtaken", "company.owner_changed", "upload.aborted"),
        tells=("recovery_ended", "owner_changed", "owner_changed", "recovery_over"),
    ),
    Operation(
        name="delete a company that is asked for",
        covers=(),
        scene=_shut,
        status=200,
        writes=4,
        leaves=(
            *("recovery.overtaken", "company.deleted", "license.released", "upload.aborted"),
            *("member.removed", "member.removed", "member.removed"),
        ),
        tells=("recovery_ended", "company_deleted", "company_deleted", "company_deleted"),
    ),
    Operation(
        name="leave after asking for a company",
        covers=(),
        scene=_leave,
        status=200,
        writes=4,
        leaves=("account.deleted", "recovery.overtaken", "upload.aborted"),
        tells=("account_deleted", "colleague_deleted", "colleague_deleted", *OVER),
    ),
    Operation(
        name="job recoveries_begin",
        covers=("job recoveries_begin",),
        scene=_begin,
        status=200,
        writes=1,
        tells=TOLD,
    ),
    Operation(
        name="job recoveries_go_on",
        covers=("job recoveries_go_on",),
        scene=_go_on,
        status=200,
        writes=6,
        leaves=("upload.aborted",),
        tells=OVER,
    ),
)
