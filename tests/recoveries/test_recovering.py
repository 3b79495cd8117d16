"""COM-10: a colleague recovers the ownership of a company whose owner has left."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.accounts.model import Account
from chalicelib.accounts.store import find_by_email
from chalicelib.audit.model import Entry
from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from chalicelib.companies import store as companies
from chalicelib.licenses.store import licenses
from chalicelib.recoveries.model import Objection, Recovery, RecoveryState
from local.testing import Cloud
from tests.builders import make_license, make_person
from tests.checks.full import let_pass
from tests.checks.store import read_bucket, read_store
from tests.client import Client
from tests.invariants import check_all
from tests.journeys.desk import application_of
from tests.journeys.leaving import browser_of, leave, let_jobs_run, shut
from tests.mailbox import letters_to, link_in
from tests.recoveries.asking import (
    CODE,
    EMAIL,
    MANAGER,
    OUTSIDER,
    OWNER,
    application,
    ask,
    asked,
    at_desk,
    days_over,
    decide,
    outsider,
    stranded,
    tell,
)


@pytest.fixture(autouse=True)
def clock_back() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


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
    ole = _account(OUTSIDER)
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
    me = browser_of(_account(OUTSIDER)).get("/api/me").json
    assert (me["company"]["id"], me["owner"]) == (at.company_id, True)


def register_outsider(code: str = CODE, email: str = OUTSIDER) -> None:
    client = Client()
    config = client.get("/api/config").json
    wish = {
        "first_name": "Ole",
        "last_name": "Kern",
        "company_name": "Nordwerk GmbH",
        "email": email,
        "country": "DE",
        "activation_code": code,
        "accept_terms": config["terms"]["version"],
        "accept_privacy": config["privacy"]["version"],
        "language": "de",
    }
    answer = client.post("/api/recovery-registrations", wish)
    assert (answer.status, answer.json) == (202, {})
    for letter in letters_to(email, "recovery_begin"):
        chosen = "Zugvogel#88abend"
        body = {"token": link_in(letter), "password": chosen, "password_repeat": chosen}
        assert client.post("/api/activations", body).status == 200


def _account(email: str) -> Account:
    found = find_by_email(email)
    assert found is not None
    return found


def test_an_outsider_is_answered_the_same_whatever_they_show(cloud: Cloud) -> None:
    """COM-10: a code that is unknown, free, or of a company with an open one."""
    at = stranded()
    make_license("9FREE-9XDM2-B8WZ4-RT6YH", issued_on="2026-01-16")
    ole = outsider()
    unknown, free = "2NONE-9XDM2-B8WZ4-RT6YH", "9FREE-9XDM2-B8WZ4-RT6YH"
    key = application(ole)
    answers = [ask(ole, activation_code=code, file=key) for code in (unknown, free)]
    good = ask(ole, file=key)
    assert asked_by_nobody(at.jonas)
    taken = ask(at.jonas)
    assert taken.code == "recovery_open"
    eve = make_person(clock.now(), email="eve@nordwerk.example", company=None)
    again = ask(eve)
    for answer in (*answers, good, again):
        assert (answer.status, answer.json) == (202, {})
    assert len(letters_to(OUTSIDER, "recovery_not_opened")) == 2
    assert len(letters_to(OUTSIDER, "recovery_asked")) == 1
    assert len(letters_to("eve@nordwerk.example", "recovery_not_opened")) == 1
    assert ask(ole, activation_code="no code").reasons() == {"activation_code": {"code_malformed"}}
    check_all(cloud)


def asked_by_nobody(account: Account) -> bool:
    """Who holds no right does not see that there is one."""
    shown = browser_of(account).get("/api/company/recovery").json
    return bool(shown == {"recovery": None})


def test_registering_alone_tells_nothing_either(cloud: Cloud) -> None:
    """COM-10, ACC-2: the same answer for an address that is known and a code that is not."""
    stranded()
    register_outsider(email=EMAIL)
    register_outsider(code="2NONE-9XDM2-B8WZ4-RT6YH")
    assert [letter.template for letter in letters_to(EMAIL)] == ["recovery_account_exists"]
    assert [letter.template for letter in letters_to(OUTSIDER)] == ["recovery_not_opened"]
    check_all(cloud)


def test_a_member_hears_what_is_wrong(cloud: Cloud) -> None:
    """COM-10: each field says why."""
    at = stranded()
    make_license("9FREE-9XDM2-B8WZ4-RT6YH", issued_on="2026-01-16")
    key = application(at.jonas)
    assert ask(at.owner).code == "already_owner"
    strange = ask(at.jonas, activation_code="9FREE-9XDM2-B8WZ4-RT6YH", file=key)
    assert strange.reasons() == {"activation_code": {"license_not_yours"}}
    unknown = ask(at.jonas, activation_code="2NONE-9XDM2-B8WZ4-RT6YH", file=key)
    assert unknown.reasons() == {"activation_code": {"code_unknown"}}
    assert ask(at.jonas, file="nothing").reasons() == {"file": {"file_unknown"}}
    theirs = ask(at.jonas, file=application(at.manager))
    assert theirs.reasons() == {"file": {"file_unknown"}}
    assert ask(at.jonas, activation_code=None, file=key).reasons() == {
        "activation_code": {"code_or_key_file"}
    }
    assert ask(at.jonas, file=key).code == "too_many_attempts"
    check_all(cloud)


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
    assert read_bucket()[0] == {}


def test_another_owner_ends_it(cloud: Cloud) -> None:
    """COM-10, STF-8: handed over by the desk meanwhile, there is nothing to decide."""
    at = stranded()
    recovery_id = asked(at.jonas)
    change = {"owner_id": at.manager.pk, "evidence": application_of(at.owner)}
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


def test_a_company_is_asked_for_three_times_a_month_at_most(cloud: Cloud) -> None:
    """COM-10: every one of them writes to all who hold a right."""
    at = stranded()
    browser = browser_of(at.jonas)
    for _ in range(3):
        asked(at.jonas)
        assert browser.post("/api/recoveries/withdrawal").status == 200
    assert ask(at.jonas).code == "too_many_attempts"
    assert browser.post("/api/recoveries/withdrawal").code == "not_found"
    cloud.run_jobs()
    assert RecoveryState.ASKED not in {one.state for one in check_all(cloud).of(Recovery)}
