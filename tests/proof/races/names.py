"""Two change one company; somebody writes, or leaves, while their new name is carried on."""

from chalicelib.base import clock
from chalicelib.journeys import jobs
from local.testing import Cloud
from tests.builders import PASSWORD, actor_for
from tests.checks.full import let_pass
from tests.client import Client
from tests.journeys.desk import application_of, keeper
from tests.journeys.leaving import browser_of, deletion_token
from tests.proof.operation import Perform, by_job, by_route
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.leaving import leaver
from tests.proof.operations.renaming import rename_company
from tests.proof.operations.requests import desk
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, both, once, one_wins
from tests.tickets.builders import open_one

Two = tuple[Act, Act]
DATA = {"first_name": "Jona", "last_name": "Öztürk", "country": "DE", "branch": None}


def _two_change_a_company(_cloud: Cloud) -> Two:
    at = desk()
    application, staff = application_of(at.account), keeper()
    path = f"/api/staff/companies/{at.author.company_id}"

    def regroup(branch: str) -> Act:
        body = {"branches": [branch], "version": 0, "evidence": application}
        return once(by_route(staff, "PATCH", path, body))

    return regroup("Kiel"), regroup("Ulm")


def _reply_and_rename(_cloud: Cloud) -> Two:
    _, jonas = leaver()
    path = f"/api/tickets/{open_one(actor_for(jonas, clock.now()), clock.now()).id}/messages"
    reply = by_route(browser_of(jonas), "POST", path, {"text": "One more.", "files": []})
    return once(reply), once(by_route(browser_of(jonas), "PUT", "/api/me/data", DATA))


def _renamed() -> tuple[Client, Perform]:
    """Somebody with another name, and the run of the job that carries it on."""
    _, jonas = leaver()
    browser = browser_of(jonas)
    assert browser.put("/api/me/data", DATA).status == 200
    let_pass(minutes=6)
    return browser, by_job(jobs.rename_people, SCHEDULED)


def _reply_and_carry_on(_cloud: Cloud) -> Two:
    browser, job = _renamed()
    (ticket,) = browser.get("/api/tickets").json["items"]
    path = f"/api/tickets/{ticket['id']}/messages"
    reply = by_route(browser, "POST", path, {"text": "One more.", "files": []})
    return once(reply), once(job)


def _leave_and_carry_on(_cloud: Cloud) -> Two:
    _, jonas = leaver()
    assert browser_of(jonas).put("/api/me/data", DATA).status == 200
    let_pass(minutes=6)
    body = {"token": deletion_token(jonas), "password": PASSWORD}
    leaving = by_route(Client(), "POST", "/api/account-deletions", body)
    return once(leaving), once(by_job(jobs.rename_people, SCHEDULED))


def _carry_on_twice(_cloud: Cloud) -> Two:
    _, job = _renamed()
    return once(job), once(job)


def _carry_a_companys_on_twice(cloud: Cloud) -> Two:
    job = rename_company(cloud)
    return once(job), once(job)


NAMES = (
    Race("two change one company", _two_change_a_company, one_wins(200, "company_changed")),
    Race("reply and get another name", _reply_and_rename, both(201, 200)),
    Race("reply while a new name is carried on", _reply_and_carry_on, both(201, 200)),
    Race("leave while a new name is carried on", _leave_and_carry_on, both(200, 200)),
    Race("two runs carry a person's name on", _carry_on_twice, both(200, 200)),
    Race("two runs carry a company's name on", _carry_a_companys_on_twice, both(200, 200)),
)
