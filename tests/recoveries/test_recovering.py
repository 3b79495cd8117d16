"""COM-10: a colleague recovers the ownership of a company whose owner has left."""

from chalicelib.audit.model import Entry
from chalicelib.base.actor import StaffRole
from local.testing import Cloud
from tests.checks.full import let_pass
from tests.checks.store import read_store
from tests.invariants import check_all
from tests.journeys.leaving import browser_of
from tests.mailbox import letters_to
from tests.recoveries.asking import (
    EMAIL,
    MANAGER,
    OUTSIDER,
    OWNER,
    account_at,
    asked,
    at_desk,
    days_over,
    decide,
    register_outsider,
    stranded,
    tell,
)


def test_a_colleague_becomes_the_owner_after_the_days_for_objections(cloud: Cloud) -> None:
    """COM-10, STF-8: asked, all with rights told, and accepted once nobody objected."""
    at = stranded()
    before = check_all(cloud)
    recovery_id = asked(at.jonas)
    tell()
    assert [letter.params["owner"] for letter in letters_to(OWNER, "recovery_told")] == ["1"]
    assert [letter.params["who"] for letter in letters_to(MANAGER, "recovery_told")] == [
        "Jonas Beck"
    ]
    assert letters_to(EMAIL, "recovery_asked")
    assert not letters_to(EMAIL, "recovery_told")
    early = decide(recovery_id, accept=True)
    assert early.code == "objection_pending"
    days_over(cloud)
    middle = check_all(cloud, before)
    (row,) = at_desk(StaffRole.SUPERVISOR).get("/api/staff/recoveries").json["items"]
    assert (row["asked_by"], row["ready"], row["objections"]) == ("Jonas Beck", True, 0)
    answer = decide(recovery_id, accept=True)
    assert answer.status == 200, answer.text
    tell()
    check_all(cloud, middle)
    assert browser_of(at.jonas).get("/api/me").json["owner"]
    assert not browser_of(at.owner).get("/api/me").json["owner"]
    for email in (OWNER, EMAIL):
        assert len(letters_to(email, "owner_changed")) == 1
        assert not letters_to(email, "recovery_over")
    assert [letter.params["how"] for letter in letters_to(MANAGER, "recovery_over")] == ["accepted"]
    (entry,) = [e for e in read_store(cloud).of(Entry) if e.action == "company.owner_changed"]
    assert entry.details["recovery"] == recovery_id
    assert at_desk(StaffRole.SUPERVISOR).get("/api/staff/recoveries").json["items"] == []
    assert decide(recovery_id, accept=False).code == "recovery_over"


def test_an_outsider_joins_the_company_as_its_owner(cloud: Cloud) -> None:
    """COM-10: who has no account gets one in no company first; the rest is the same."""
    at = stranded()
    register_outsider()
    ole = account_at(OUTSIDER)
    assert browser_of(ole).get("/api/me").json["company"] is None
    recovery_id = asked(ole)
    days_over(cloud)
    before = check_all(cloud)
    shown = at_desk().get(f"/api/staff/recoveries/{recovery_id}").json
    assert "outside" in shown["warnings"]
    assert shown["blocked_by"] is None
    assert decide(recovery_id, accept=True).status == 200
    cloud.run_jobs()
    check_all(cloud, before)
    me = browser_of(account_at(OUTSIDER)).get("/api/me").json
    assert (me["company"]["id"], me["owner"]) == (at.company_id, True)


def test_staff_see_when_the_owner_was_last_there(cloud: Cloud) -> None:
    """STF-8: a sign-in since it was asked for is pointed out; the application is downloaded."""
    at = stranded()
    recovery_id = asked(at.jonas)
    desk = at_desk()
    path = f"/api/staff/recoveries/{recovery_id}"
    assert "owner_signed_in" not in desk.get(path).json["warnings"]
    let_pass(minutes=5)
    browser_of(at.owner)
    evidence = desk.get(path).json
    assert "owner_signed_in" in evidence["warnings"]
    assert evidence["owner"]["signed_in_at"] > evidence["asked_at"]
    assert evidence["license"]["held"]
    assert desk.get(f"{path}/application").json["url"]
    assert at_desk(StaffRole.AGENT).get(path).code == "forbidden"
