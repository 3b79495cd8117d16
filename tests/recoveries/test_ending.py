"""COM-10: what else may happen meanwhile."""

from chalicelib.companies.store import companies
from chalicelib.licenses.store import licenses
from chalicelib.recoveries.model import Recovery
from local.testing import Cloud
from tests.invariants import check_all
from tests.journeys.desk import application_of
from tests.journeys.leaving import leave, let_jobs_run, shut
from tests.mailbox import letters_to
from tests.recoveries.asking import (
    EMAIL,
    ask,
    asked,
    at_desk,
    days_over,
    decide,
    stranded,
)


def test_another_owner_ends_it(cloud: Cloud) -> None:
    """COM-10, STF-8: handed over by the desk meanwhile, there is nothing to decide."""
    at = stranded()
    recovery_id = asked(at.jonas)
    change = {"owner_id": at.manager.pk, "version": 0, "evidence": application_of(at.owner)}
    desk = at_desk()
    assert desk.patch(f"/api/staff/companies/{at.company_id}", change).status == 200
    days_over()
    assert decide(recovery_id, accept=True).code == "recovery_over"
    assert letters_to(EMAIL, "recovery_ended")
    cloud.run_jobs()
    check_all(cloud)
    assert ask(at.jonas).status == 202


def test_a_deleted_company_ends_it(cloud: Cloud) -> None:
    """COM-10, COM-9: the owner is there after all, and takes the company along."""
    at = stranded()
    recovery_id = asked(at.jonas)
    assert shut(at.owner).status == 200
    days_over()
    assert decide(recovery_id, accept=True).code in {"recovery_over", "not_found"}
    let_jobs_run(cloud)
    check_all(cloud)
    assert letters_to(EMAIL, "recovery_ended")


def test_who_asked_and_left_asks_no_more(cloud: Cloud) -> None:
    """COM-10, ACC-13: the application goes with the person."""
    at = stranded()
    recovery_id = asked(at.jonas)
    assert leave(at.jonas).status == 200
    days_over()
    assert decide(recovery_id, accept=True).code == "asker_gone"
    let_jobs_run(cloud)
    store = check_all(cloud)
    company = companies.find_company(at.company_id)
    assert company is not None
    assert company.recovery is None
    assert store.of(Recovery) == []


def test_a_license_that_moved_proves_nothing(cloud: Cloud) -> None:
    """COM-10: blocked or taken off the list, it is not accepted on; a look at it says so."""
    at = stranded()
    recovery_id = asked(at.jonas)
    (license_id,) = licenses.ids_of_company(at.company_id, 10)
    desk = at_desk()
    blocked = desk.post(f"/api/staff/licenses/{license_id}/block", {"reason": "Stolen."})
    assert blocked.status == 200, blocked.text
    days_over()
    evidence = desk.get(f"/api/staff/recoveries/{recovery_id}").json
    assert (evidence["license"]["held"], evidence["blocked_by"]) == (False, "proof_gone")
    assert decide(recovery_id, accept=True).code == "proof_gone"
    assert decide(recovery_id, accept=False).status == 200
    check_all(cloud)
