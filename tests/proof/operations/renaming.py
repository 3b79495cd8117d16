"""A company or a person gets another name, and what holds a copy of it follows."""

from chalicelib.base import clock
from chalicelib.base.actor import Right
from chalicelib.journeys import jobs
from local.testing import Cloud
from tests.checks.full import let_pass
from tests.journeys.desk import application_of, keeper
from tests.journeys.leaving import browser_of
from tests.proof.operation import Operation, Perform, by_job
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.leaving import leaver
from tests.proof.operations.requests import desk
from tests.tickets.builders import open_one


def rename_company(_cloud: Cloud) -> Perform:
    """A company with another name, which the job carries on."""
    at = desk()
    open_one(at.author, clock.now())
    change = {"name": "Ostwerk SE", "version": 0, "evidence": application_of(at.account)}
    path = f"/api/staff/companies/{at.author.company_id}"
    assert keeper().patch(path, change).status == 200
    let_pass(minutes=6)
    return by_job(jobs.rename_companies, SCHEDULED)


def _rename_person(_cloud: Cloud) -> Perform:
    at, jonas = leaver(Right.INVITE_USERS)
    browser = browser_of(jonas)
    invited = {"lines": ["ada@nordwerk.example"], "language": "en"}
    assert browser.post("/api/company/invitations", invited).status in {200, 201}
    open_one(at.author, clock.now())
    data = {"first_name": "Jona", "last_name": "Öztürk", "country": "DE", "branch": None}
    assert browser.put("/api/me/data", data).status == 200
    let_pass(minutes=6)
    return by_job(jobs.rename_people, SCHEDULED)


RENAMING = (
    Operation(
        name="job journeys_rename_companies",
        covers=("job journeys_rename_companies",),
        scene=rename_company,
        status=200,
        writes=4,
    ),
    Operation(
        name="job journeys_rename_people",
        covers=("job journeys_rename_people",),
        scene=_rename_person,
        status=200,
        writes=4,
    ),
)
