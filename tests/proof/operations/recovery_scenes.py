"""The scenes in which somebody asks to own a company, objects, decides, or ends it otherwise."""

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
from tests.proof.operation import Perform, by_job, by_route
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


def register(_cloud: Cloud) -> Perform:
    stranded()
    body = registration(email=OUTSIDER, activation_code=CODE)
    return by_route(Client(), "POST", "/api/recovery-registrations", body)


def activate(_cloud: Cloud) -> Perform:
    stranded()
    body = registration(email=OUTSIDER, activation_code=CODE)
    assert Client().post("/api/recovery-registrations", body).status == 202
    token = link_in(letters_to(OUTSIDER, "recovery_begin")[0])
    chosen = {"token": token, "password": PASSWORD, "password_repeat": PASSWORD}
    return by_route(Client(), "POST", "/api/activations", chosen)


def ask_scene(_cloud: Cloud) -> Perform:
    jonas = stranded().jonas
    body = {**ASKED, "file": application(jonas), "words": "She has left."}
    return by_route(browser_of(jonas), "POST", "/api/recoveries", body)


def ask_in_vain(_cloud: Cloud) -> Perform:
    make_desk(clock.now())
    ole = outsider()
    body = {"activation_code": "2NONE-9XDM2-B8WZ4-RT6YH", "file": application(ole, scan=None)}
    return by_route(browser_of(ole), "POST", "/api/recoveries", body)


def withdraw(_cloud: Cloud) -> Perform:
    at, _ = open_one()
    return by_route(browser_of(at.jonas), "POST", "/api/recoveries/withdrawal")


def object_signed_in(_cloud: Cloud) -> Perform:
    at, _ = open_one()
    body = {"words": "She is on holiday."}
    return by_route(browser_of(at.manager), "POST", "/api/company/recovery/objection", body)


def look(_cloud: Cloud) -> Perform:
    open_one()
    body = {"token": objection_token()}
    return by_route(Client(), "POST", "/api/recovery-objections/inspect", body)


def object_by_link(_cloud: Cloud) -> Perform:
    open_one()
    body = {"token": objection_token(), "words": None}
    return by_route(Client(), "POST", "/api/recovery-objections", body)


def accept(*, outside: bool) -> Callable[[Cloud], Perform]:
    def scene(_cloud: Cloud) -> Perform:
        at = stranded()
        recovery_id = asked(outsider() if outside else at.jonas)
        tell()
        days_over()
        body = {"accept": True, "reason": "Signed by the board.", "objections": 0}
        path = f"/api/staff/recoveries/{recovery_id}/decision"
        return by_route(at_desk(), "POST", path, body)

    return scene


def hand_over(_cloud: Cloud) -> Perform:
    at, _ = open_one()
    change = {"owner_id": at.manager.pk, "version": 0, "evidence": application_of(at.owner)}
    return by_route(at_desk(), "PATCH", f"/api/staff/companies/{at.company_id}", change)


def shut(_cloud: Cloud) -> Perform:
    at, _ = open_one()
    body = {"token": company_token(at.owner), "password": PASSWORD}
    return by_route(Client(), "POST", "/api/company-deletions", body)


def leave(_cloud: Cloud) -> Perform:
    at, _ = open_one()
    body = {"token": deletion_token(at.jonas), "password": PASSWORD}
    return by_route(Client(), "POST", "/api/account-deletions", body)


def begin(cloud: Cloud) -> Perform:
    asked(stranded().jonas)
    records = StreamReader(cloud.engine, RECOVERIES_TABLE).read()
    return by_job(jobs.begin, {"Records": records})


def go_on(_cloud: Cloud) -> Perform:
    at, _ = open_one()
    assert browser_of(at.jonas).post("/api/recoveries/withdrawal").status == 200
    return by_job(jobs.go_on, SCHEDULED)
