"""What staff see and do about mail that did not arrive (NOT-2, NOT-3)."""

import pytest

from chalicelib.base import clock
from chalicelib.mail.model import LetterState
from chalicelib.mail.store.letters import find_letter
from local.jobs.feedback import Wish
from local.testing import Cloud
from tests.mail.feedback import promised, tell
from tests.proof.operations.people import OWNER, agent, owner
from tests.proof.operations.reaching import parked, sent, stopped

pytestmark = pytest.mark.usefixtures("cloud")


def test_stopped_addresses_are_listed_with_whose_they_are(cloud: Cloud) -> None:
    """NOT-3: the latest first, with why, since when, and what did not go out."""
    company = owner().get("/api/me").json["company"]["id"]
    stopped(cloud)
    tell(sent(cloud, OWNER), Wish.COMPLAINT)
    promised("survey", clock.now(), OWNER)
    cloud.run_jobs()
    browser = agent()
    shown = browser.get("/api/staff/addresses/stopped").json
    mine, gone = shown["items"]
    assert (mine["email"], mine["reason"], mine["company_id"]) == (OWNER, "complaint", company)
    assert (mine["template"], mine["held"], mine["answer"]) == ("survey", 1, None)
    assert mine["name"]
    assert (gone["reason"], gone["name"], gone["answer"]) == (
        "bounce", None, "550 5.1.1 user unknown",
    )  # fmt: skip
    people = browser.get(f"/api/staff/companies/{company}/people").json["items"]
    assert [person["stopped_for"] for person in people if person["email"] == OWNER] == ["complaint"]


def test_an_address_that_staff_open_gets_mail_again(cloud: Cloud) -> None:
    """NOT-3: opened once; what was held back is not sent."""
    address = stopped(cloud, OWNER)
    held = promised("survey", clock.now(), OWNER)
    cloud.run_jobs()
    browser = agent()
    assert browser.post(f"/api/staff/addresses/{address}/reopening").status == 200
    assert browser.post(f"/api/staff/addresses/{address}/reopening").code == "not_found"
    assert browser.get("/api/staff/addresses/stopped").json["items"] == []
    later = promised("survey", clock.now(), OWNER)
    cloud.run_jobs()
    states = [found.state for one in (held, later) if (found := find_letter(one.pk))]
    assert states == [LetterState.HELD, LetterState.SENT]


def test_parked_letters_are_listed_tried_again_and_given_up(cloud: Cloud) -> None:
    """NOT-2: each once."""
    first, second = parked(), parked()
    browser = agent()
    rows = browser.get("/api/staff/letters/parked").json["items"]
    assert {row["id"] for row in rows} == {first.pk, second.pk}
    assert {(row["error"], row["attempts"]) for row in rows} == {("MessageRejected", 8)}
    assert browser.post(f"/api/staff/letters/{first.pk}/retry").status == 200
    assert browser.post(f"/api/staff/letters/{first.pk}/retry").code == "not_found"
    assert browser.delete(f"/api/staff/letters/{second.pk}").status == 200
    assert browser.get("/api/staff/letters/parked").json["items"] == []
    cloud.run_jobs()
    found = [find_letter(one.pk) for one in (first, second)]
    assert [(one.state, one.params) for one in found if one] == [
        (LetterState.SENT, {}), (LetterState.DROPPED, {}),
    ]  # fmt: skip
