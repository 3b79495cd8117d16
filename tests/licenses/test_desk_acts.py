"""STF-4, STF-5, LIC-7, LIC-11 to LIC-14: what the desk and the holder do, and what comes of it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.base import clock
from chalicelib.licenses import jobs
from chalicelib.licenses.model.license import License
from chalicelib.licenses.model.lineage import FIRST
from chalicelib.licenses.store.desk import find_by_public_id
from chalicelib.licenses.store.licenses import KIND
from local.testing import Cloud
from tests.builders import make_license, make_person
from tests.checks.full import EMAIL, let_pass
from tests.client import Answer, Client
from tests.invariants import check_all
from tests.licenses.test_activating import activate, ask
from tests.mailbox import letters_to
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.license_scenes import desk, held, in_days
from tests.proof.operations.people import CODE, OTHER_CODE, browser_of, owner
from tests.proof.operations.shop import NUMBER, ORDERS, shop, sold_and_added

pytestmark = pytest.mark.usefixtures("cloud")
REASON = "The code stands in a forum."


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


class Desk:
    """Somebody at the license desk, and one license."""

    def __init__(self, license_: License) -> None:
        self.browser = desk()
        self.license_id = license_.pk

    def act(self, what: str, **body: object) -> Answer:
        return self.browser.post(f"/api/staff/licenses/{self.license_id}/{what}", body or None)

    def decide(self, *, accept: bool, reason: str | None = None) -> Answer:
        claimed_at = self.license.claimed_at.isoformat()
        body = {"accept": accept, "claimed_at": claimed_at, "reason": reason}
        return self.browser.post(f"/api/staff/license-checks/{self.license_id}/decision", body)

    @property
    def license(self) -> License:
        return License.get(self.license_id, KIND)


def add(browser: Client, code: str = CODE) -> Answer:
    return browser.post("/api/licenses", {"activation_code": code})


def test_a_block_holds_from_its_moment_on_and_can_be_lifted(cloud: Cloud) -> None:
    """LIC-11, STF-5."""
    at_desk = Desk(held())
    assert at_desk.act("block", reason=REASON).json["status"] == "blocked"
    assert activate().code == "on_deny_list"
    assert at_desk.act("block", reason=REASON).code == "already_blocked"
    (letter,) = letters_to(EMAIL, "license_blocked")
    assert letter.params["reason"] == REASON
    assert at_desk.act("unblock", reason="All is well.").json["blocked_at"] is None
    assert activate().status == 200
    assert at_desk.act("unblock").code == "not_blocked"
    check_all(cloud)


def test_a_planned_block_takes_effect_by_the_clock_and_is_told_by_the_job(cloud: Cloud) -> None:
    """LIC-13, SCH-3: the job may be late; the block is not."""
    at_desk = Desk(held())
    at = (clock.now() + timedelta(hours=5)).isoformat()
    planned = at_desk.act("block", at=at, reason=REASON).json
    assert planned["status"] == "active"
    assert activate(1).status == 200
    let_pass(hours=5.1)
    assert activate(2).code == "on_deny_list"
    assert letters_to(EMAIL, "license_blocked") == []
    for _ in range(2):
        jobs.tell_due(SCHEDULED, None)
    assert len(letters_to(EMAIL, "license_blocked")) == 1
    check_all(cloud)


def test_a_planned_block_can_be_moved_and_called_off() -> None:
    at_desk = Desk(held())
    soon, later = (clock.now() + timedelta(hours=hours) for hours in (2, 9))
    at_desk.act("block", at=soon.isoformat(), reason=REASON)
    at_desk.act("block", at=later.isoformat(), reason=REASON)
    let_pass(hours=3)
    assert activate(1).status == 200
    assert at_desk.act("unblock").status == 200
    let_pass(hours=9)
    assert activate(2).status == 200


def test_a_block_in_the_past_is_refused_with_its_field() -> None:
    yesterday = (clock.now() - timedelta(days=1)).isoformat()
    refused = Desk(held()).act("block", at=yesterday, reason=REASON)
    assert refused.reasons() == {"at": {"in_the_past"}}


@pytest.mark.parametrize("how", ["cancellations", "refunds"])
def test_a_sale_that_was_taken_back_stays_blocked(how: str) -> None:
    """LIC-18: neither lifting the block nor another code gives it back."""
    system = shop()
    license_ = find_by_public_id(sold_and_added(system)["license"])
    assert license_ is not None
    assert system.post(f"{ORDERS}/{how}", {"order_number": NUMBER}).status == 200
    (letter,) = letters_to(EMAIL, "license_withdrawn")
    assert letter.params["public_id"] == license_.public_id
    at_desk = Desk(license_)
    assert at_desk.act("unblock", reason="Sorry.").code == "sale_taken_back"
    again = at_desk.act("code", code_id=FIRST, reason="Sorry.", unblock=True)
    assert again.code == "sale_taken_back"
    assert at_desk.license.blocked_at is not None


def test_another_code_takes_the_place_of_the_old_one(cloud: Cloud) -> None:
    """LIC-12, LIC-13: who has the page from before hears that it is done."""
    at_desk = Desk(held())
    activate(1)
    answer = at_desk.act("code", code_id=FIRST, reason=REASON)
    assert answer.status == 200
    assert at_desk.act("code", code_id=FIRST, reason=REASON).code == "code_was_replaced"
    assert ask("heartbeat", 1).json["code_replaced"] is True
    assert activate(2).code == "code_replaced"
    eve = browser_of(make_person(clock.now(), email="eve@suedwerk.example", company="Südwerk"))
    assert add(eve).reasons() == {"activation_code": {"code_replaced"}}
    (letter,) = letters_to(EMAIL, "license_code_replaced")
    assert CODE not in str(letter.params)
    check_all(cloud)


def test_more_seats_come_with_an_updated_code(cloud: Cloud) -> None:
    """LIC-12."""
    at_desk = Desk(held(nodes="1"))
    activate(1)
    assert activate(2).code == "no_seat_left"
    assert at_desk.act("seats", seats=4).json["nodes"] == 5
    assert activate(1).json["code_replaced"] is True
    refused = at_desk.act("seats", seats=1_000_000)
    assert refused.reasons() == {"seats": {"too_large"}}
    check_all(cloud)


def test_a_merger_names_what_does_not_fit_by_its_place() -> None:
    """LIC-14."""
    browser = owner()
    at_desk = Desk(held(browser=browser, expires_on=in_days(20)))
    more = {"serial_number": "HG-26-4712", "issued_on": "2026-01-16"}
    second = held(OTHER_CODE, browser, expires_on=in_days(40), **more)
    body = {"expires_on": in_days(400), "others": [second.public_id, "LIC-0000-0000"]}
    assert at_desk.act("merger", **body).reasons() == {"others.1": {"license_unknown"}}
    body["others"] = [second.public_id, second.public_id.lower()]
    assert at_desk.act("merger", **body).reasons() == {"others.1": {"listed_twice"}}
    early = {"others": [second.public_id], "expires_on": in_days(30)}
    assert at_desk.act("merger", **early).reasons() == {"expires_on": {"too_early"}}


def test_a_merger_waits_for_the_renewal() -> None:
    """LIC-14: of each of them."""
    browser = owner()
    at_desk = Desk(held(browser=browser, expires_on=in_days(20)))
    more = {"serial_number": "HG-26-4712", "issued_on": "2026-01-16"}
    second = held(OTHER_CODE, browser, expires_on=in_days(200), **more)
    body = {"others": [second.public_id], "expires_on": in_days(400)}
    refused = at_desk.act("merger", **body)
    assert (refused.code, refused.json["params"]) == ("not_at_renewal", {"days": 90})


def test_what_was_merged_away_is_done_with() -> None:
    """LIC-14: it can neither be changed nor added, and its page says where it went."""
    browser = owner()
    at_desk = Desk(held(browser=browser, expires_on=in_days(20)))
    more = {"serial_number": "HG-26-4712", "issued_on": "2026-01-16"}
    second = held(OTHER_CODE, browser, expires_on=in_days(40), **more)
    body = {"others": [second.public_id], "expires_on": in_days(400)}
    assert at_desk.act("merger", **body).json["nodes"] == 50
    gone = f"/api/staff/licenses/{second.pk}"
    assert at_desk.browser.post(f"{gone}/seats", {"seats": 1}).code == "license_merged"
    assert at_desk.browser.get(gone).json["merged_into"] == at_desk.license_id
    assert browser.get(f"/api/licenses/{second.pk}").json["id"] == at_desk.license_id
    assert add(browser, OTHER_CODE).status == 422


def test_a_refusal_needs_its_reason_and_reaches_who_claimed() -> None:
    """STF-4."""
    at_desk = Desk(held(needs_check="yes"))
    assert at_desk.decide(accept=False).reasons() == {"reason": {"missing"}}
    assert at_desk.decide(accept=False, reason="Another company bought it.").status == 200
    (letter,) = letters_to(EMAIL, "license_refused")
    assert letter.params["reason"] == "Another company bought it."
    assert at_desk.decide(accept=True).code == "check_decided"


def test_a_claim_that_was_accepted_once_is_not_checked_again(cloud: Cloud) -> None:
    """LIC-3: taking it off the list and adding it again is the company's own affair."""
    browser = owner()
    at_desk = Desk(held(browser=browser, needs_check="yes"))
    assert at_desk.decide(accept=True).status == 200
    assert len(letters_to(EMAIL, "license_approved")) == 1
    removal = f"/api/licenses/{at_desk.license_id}/removal"
    assert browser.post(removal, {"support_ends": True}).status == 200
    assert add(browser).json["claim"] == "active"
    check_all(cloud)


def test_evidence_compares_what_the_license_says_with_who_claims_it() -> None:
    """STF-4."""
    at_desk = Desk(held(needs_check="yes", end_user="NORDWERK G.m.b.H."))
    shown = at_desk.browser.get(f"/api/staff/license-checks/{at_desk.license_id}").json
    assert shown["check"]["likeness"] == "same"
    (person,) = shown["people"]
    assert (person["domain"], person["claimed"], person["owner"]) == ("fits", True, True)
    assert shown["decided"] is False


def test_only_what_has_ended_is_removed_without_a_warning() -> None:
    """LIC-7."""
    browser = owner()
    running = held(browser=browser)
    refused = browser.post(f"/api/licenses/{running.pk}/removal", {})
    assert (refused.status, refused.code) == (409, "support_would_end")
    make_license(OTHER_CODE, expires_on=in_days(1), issued_on="2026-01-16")
    over = add(browser, OTHER_CODE).json["id"]
    let_pass(days=3)
    assert browser.post(f"/api/licenses/{over}/removal", {}).status == 200


def test_a_companys_ends_come_in_one_letter_30_and_7_days_before(cloud: Cloud) -> None:
    """SCH-3: once each, however often the job runs."""
    browser = owner()
    held(browser=browser, expires_on=in_days(35))
    more = {"serial_number": "HG-26-4712", "issued_on": "2026-01-16"}
    held(OTHER_CODE, browser, expires_on=in_days(36), **more)
    for days, letters in ((4, 0), (3, 1), (10, 1), (13, 2)):
        let_pass(days=days)
        jobs.tell_due(SCHEDULED, None)
        jobs.tell_due(SCHEDULED, None)
        assert len(letters_to(EMAIL, "licenses_expiring")) == letters
    check_all(cloud)
