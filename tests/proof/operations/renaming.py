"""A company gets another name, and its requests with it."""

from chalicelib.base import clock
from chalicelib.journeys import jobs
from local.testing import Cloud
from tests.checks.full import let_pass
from tests.journeys.desk import application_of, keeper
from tests.proof.operation import Operation, Perform, by_job
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.requests import desk
from tests.tickets.builders import open_one


def _rename(_cloud: Cloud) -> Perform:
    at = desk()
    open_one(at.author, clock.now())
    change = {"name": "Ostwerk SE", "evidence": application_of(at.account)}
    path = f"/api/staff/companies/{at.author.company_id}"
    assert keeper().patch(path, change).status == 200
    let_pass(minutes=6)
    return by_job(jobs.rename_companies, SCHEDULED)


RENAMING = (
    Operation(
        name="job journeys_rename_companies",
        covers=("job journeys_rename_companies",),
        scene=_rename,
        status=200,
        writes=4,
    ),
)
