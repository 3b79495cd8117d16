"""Choosing notices by the API (NOT-4)."""

import pytest

from chalicelib.accounts.store.accounts import find_account
from chalicelib.base import clock
from chalicelib.companies.store.members import members_of
from tests.builders import make_license, make_person
from tests.mailbox import letters_to
from tests.proof.operations.people import agent, browser_of

pytestmark = pytest.mark.usefixtures("cloud")


def test_everything_is_wanted_until_somebody_says_otherwise() -> None:
    """NOT-4: those that always come are marked."""
    browser = browser_of(make_person(clock.now()))
    topics = browser.get("/api/me/notices").json["topics"]
    assert all(topic["wanted"] for topic in topics)
    assert [topic["topic"] for topic in topics if topic["always"]] == ["security", "asked"]
    assert "assigned" not in {topic["topic"] for topic in topics}


def test_a_choice_holds_for_account_member_and_letters() -> None:
    """NOT-4: the next letter of that topic is not written."""
    account = make_person(clock.now())
    browser = browser_of(account)
    chosen = browser.put("/api/me/notices", {"unwanted": ["licenses"]})
    off = [topic["topic"] for topic in chosen.json["topics"] if not topic["wanted"]]
    assert off == ["licenses"]
    assert browser.get("/api/me/notices").json == chosen.json
    kept = find_account(account.pk)
    assert kept is not None
    assert kept.unwanted == members_of(account.company_id)[0].unwanted == {"licenses"}
    make_license("7F3KQ-9XDM2-B8WZ4-RT6YH")
    added = browser.post("/api/licenses", {"activation_code": "7F3KQ-9XDM2-B8WZ4-RT6YH"})
    assert added.status == 201
    assert letters_to(account.email) == []


def test_it_can_be_taken_back() -> None:
    """NOT-4"""
    browser = browser_of(make_person(clock.now()))
    browser.put("/api/me/notices", {"unwanted": ["surveys"]})
    taken_back = browser.put("/api/me/notices", {"unwanted": []})
    assert all(topic["wanted"] for topic in taken_back.json["topics"])


@pytest.mark.parametrize("topic", ["security", "asked", "assigned"])
def test_what_always_comes_or_is_not_theirs_is_refused(topic: str) -> None:
    """NOT-4: the refusal names the field."""
    browser = browser_of(make_person(clock.now()))
    refused = browser.put("/api/me/notices", {"unwanted": [topic]})
    assert refused.status == 422
    assert refused.reasons() == {"unwanted": {"always_sent"}}


def test_staff_choose_among_staffs_topics() -> None:
    """NOT-4"""
    browser = agent()
    assert browser.put("/api/staff/me/notices", {"unwanted": ["assigned"]}).status == 200
    assert browser.put("/api/staff/me/notices", {"unwanted": ["surveys"]}).status == 422
