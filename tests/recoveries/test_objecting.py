"""COM-10: the company's people say no."""

from chalicelib.recoveries.model import Objection, Recovery
from local.testing import Cloud
from tests.checks.full import let_pass
from tests.client import Client
from tests.invariants import check_all
from tests.journeys.leaving import browser_of
from tests.mailbox import letters_to, link_in
from tests.recoveries.asking import (
    EMAIL,
    MANAGER,
    OWNER,
    asked,
    at_desk,
    days_over,
    decide,
    stranded,
    tell,
)


def test_the_owners_objection_is_the_end_of_it(cloud: Cloud) -> None:
    """COM-10: by the link, once; then staff can only refuse, and say why."""
    at = stranded()
    recovery_id = asked(at.jonas)
    tell()
    token = link_in(letters_to(OWNER, "recovery_told")[0])
    client = Client()
    shown = client.post("/api/recovery-objections/inspect", {"token": token}).json
    assert (shown["owner"], shown["asked_by_email"]) == (True, EMAIL)
    said = {"token": token, "words": "I am on holiday."}
    assert client.post("/api/recovery-objections", said).status == 200
    assert client.post("/api/recovery-objections", said).code == "link_used"
    days_over(cloud)
    evidence = at_desk().get(f"/api/staff/recoveries/{recovery_id}").json
    assert evidence["objections"][0]["words"] == "I am on holiday."
    assert evidence["blocked_by"] == "owner_objected"
    assert decide(recovery_id, accept=True, objections=1).code == "owner_objected"
    assert decide(recovery_id, accept=False).status == 200
    tell()
    (refused,) = letters_to(EMAIL, "recovery_refused")
    assert refused.params["reason"] == "As the application says."
    assert [one.params["how"] for one in letters_to(OWNER, "recovery_over")] == ["refused"]
    assert letters_to(OWNER, "recovery_objected")
    assert letters_to(EMAIL, "recovery_disputed")
    check_all(cloud)


def test_others_objections_are_weighed(cloud: Cloud) -> None:
    """COM-10: staff accept only what they have seen; who has no right has no say."""
    at = stranded()
    recovery_id = asked(at.jonas)
    manager = browser_of(at.manager)
    shown = manager.get("/api/company/recovery").json["recovery"]
    assert (shown["asked_by_email"], shown["may_object"]) == (EMAIL, True)
    assert manager.get("/api/me").json["recovery"]
    assert manager.post("/api/company/recovery/objection", {}).status == 200
    assert manager.post("/api/company/recovery/objection", {}).code == "objected_already"
    own = browser_of(at.jonas)
    assert own.get("/api/company/recovery").json["recovery"]["mine"]
    assert own.post("/api/company/recovery/objection", {}).code == "not_found"
    days_over(cloud)
    assert decide(recovery_id, accept=True).code == "objection_came"
    accepted = decide(recovery_id, accept=True, objections=1)
    assert accepted.status == 200
    check_all(cloud)


def test_a_link_to_object_dies_with_the_days_and_with_the_matter(cloud: Cloud) -> None:
    """COM-10: 7 days by the clock; not for who has no right any more; not once it is over."""
    at = stranded()
    asked(at.jonas)
    tell()
    token = {"token": link_in(letters_to(MANAGER, "recovery_told")[0])}
    let_pass(days=6.9)
    assert Client().post("/api/recovery-objections/inspect", token).status == 200
    assert browser_of(at.jonas).post("/api/recoveries/withdrawal").status == 200
    assert Client().post("/api/recovery-objections/inspect", token).code == "link_used"
    let_pass(days=0.2)
    assert Client().post("/api/recovery-objections", token).code == "link_expired"
    tell()
    assert [one.params["how"] for one in letters_to(MANAGER, "recovery_over")] == ["withdrawn"]
    tell()
    store = check_all(cloud)
    assert store.of(Recovery) == []
    assert store.of(Objection) == []
    assert store.objects == {}
