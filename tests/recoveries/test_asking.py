"""COM-10: who may ask, and what is answered."""

from chalicelib.accounts.model import Account
from chalicelib.base import clock
from chalicelib.recoveries.model import Recovery, RecoveryState
from local.testing import Cloud
from tests.builders import make_license, make_person
from tests.invariants import check_all
from tests.journeys.leaving import browser_of
from tests.mailbox import letters_to
from tests.recoveries.asking import (
    EMAIL,
    OUTSIDER,
    application,
    ask,
    asked,
    outsider,
    register_outsider,
    stranded,
)


def test_an_outsider_is_answered_the_same_whatever_they_show(cloud: Cloud) -> None:
    """COM-10: a code that is unknown, free, or of a company with an open one."""
    at = stranded()
    make_license("9FREE-9XDM2-B8WZ4-RT6YH", issued_on="2026-01-16")
    ole = outsider()
    unknown, free = "2NQNE-9XDM2-B8WZ4-RT6YH", "9FREE-9XDM2-B8WZ4-RT6YH"
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
    register_outsider(code="2NQNE-9XDM2-B8WZ4-RT6YH")
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
    unknown = ask(at.jonas, activation_code="2NQNE-9XDM2-B8WZ4-RT6YH", file=key)
    assert unknown.reasons() == {"activation_code": {"code_unknown"}}
    assert ask(at.jonas, file="nothing").reasons() == {"file": {"file_unknown"}}
    theirs = ask(at.jonas, file=application(at.manager))
    assert theirs.reasons() == {"file": {"file_unknown"}}
    assert ask(at.jonas, activation_code=None, file=key).reasons() == {
        "activation_code": {"code_or_key_file"}
    }
    # What the file was refused for is no try.
    assert ask(at.jonas, activation_code=None, file=key).reasons().keys() == {"activation_code"}
    assert ask(at.jonas, activation_code=None, file=key).reasons().keys() == {"activation_code"}
    assert ask(at.jonas, file=key).code == "too_many_attempts"
    check_all(cloud)


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
