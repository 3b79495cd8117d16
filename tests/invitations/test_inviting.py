"""COM-2, COM-3: inviting one or many."""

import pytest

from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.base.actor import Right
from tests.builders import make_person, make_staff
from tests.capacity import counted
from tests.companies.firm import Firm, browser, make_firm
from tests.invitations.guests import GUEST, invitation_link, invite, open_ones, outcomes
from tests.mailbox import letters_to

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture
def firm() -> Firm:
    return make_firm()


def test_each_line_has_its_own_fate_and_good_ones_go_out(firm: Firm) -> None:
    """COM-3"""
    now, host = clock.now(), browser(firm.owner)
    firm.add("Jonas Brandt")
    make_person(now, email="eve@suedwerk.example", company="Südwerk AG")
    make_person(now, email="free@nordwerk.example", company=None)
    make_staff(now)
    assert invite(host, "before@nordwerk.example").json["sent"] == 1
    answer = invite(
        host, GUEST, "free@nordwerk.example", firm.owner.email.upper(), "jonas@nordwerk.example",
        "eve@suedwerk.example", "before@nordwerk.example", "agent@vendor.example", GUEST, "anna",
    )  # fmt: skip
    assert [(line["number"], line["outcome"]) for line in answer.json["lines"]] == [
        (1, "sent"), (2, "sent"), (3, "yourself"), (4, "already_here"), (5, "already_elsewhere"),
        (6, "already_invited"), (7, "staff_address"), (8, "twice"), (9, "email_invalid"),
    ]  # fmt: skip
    assert answer.json["sent"] == 2
    assert all(line["detail"] and "." in line["detail"] for line in answer.json["lines"])
    assert [len(letters_to(to, "invitation")) for to in (GUEST, "eve@suedwerk.example")] == [1, 0]


def test_500_at_once_go_out_with_20_broken_ones_told(firm: Firm) -> None:
    """COM-3: in parts; what it costs grows with the list and with nothing else."""
    good = [f"guest{number}@nordwerk.example" for number in range(480)]
    broken = [f"broken{number}@" for number in range(20)]
    with counted() as costs:
        answer = invite(browser(firm.owner), *good, *broken)
    fates = outcomes(answer)
    assert (answer.json["sent"], len(fates)) == (480, 500)
    assert {fates[line] for line in broken} == {"email_invalid"}
    assert costs.calls.count("TransactWriteItems") == 21  # 20 parts, and the session of the test
    assert len(open_ones(browser(firm.owner))) == 25


def test_more_lines_than_allowed_are_refused_whole(firm: Firm) -> None:
    """COM-3: and the message says how many are possible."""
    lines = [f"g{number}@nordwerk.example" for number in range(settings().invitation_lines + 1)]
    answer = invite(browser(firm.owner), *lines)
    assert answer.reasons() == {"lines": {"too_many"}}
    assert "500" in answer.text


def test_rights_and_branch_can_be_given_along(firm: Firm) -> None:
    """COM-2, COM-3"""
    host = browser(firm.owner)
    invite(host, rights=["manage_tickets"], scope="Kiel", branch="Bonn")
    (row,) = open_ones(host)
    assert (row["rights"], row["scope"], row["branch"]) == (["manage_tickets"], "Kiel", "Bonn")
    assert (row["state"], row["invited_by"], row["email"]) == ("pending", "Mara Lind", GUEST)


def test_nobody_gives_along_what_they_do_not_hold(firm: Firm) -> None:
    """COM-2"""
    host = browser(firm.add("Ute Meier", Right.INVITE_USERS))
    assert invite(host, rights=["manage_licenses"]).code == "not_yours_to_grant"
    assert invite(host, branch="Ulm").reasons() == {"branch": {"not_a_branch"}}
    assert invite(browser(firm.owner), rights=["invite_users"], scope="Ulm").reasons() == {
        "scope": {"not_a_branch"}
    }
    assert letters_to(GUEST) == []


def test_who_is_limited_to_a_branch_invites_into_it(firm: Firm) -> None:
    """COM-2: and sees the invitations of that branch alone."""
    host = browser(firm.add("Ute Meier", Right.INVITE_USERS, scope="Kiel"))
    invite(browser(firm.owner), "bonn@nordwerk.example", branch="Bonn")
    assert invite(host, branch="Bonn").code == "outside_scope"
    assert invite(host).json["sent"] == 1
    assert [(row["email"], row["branch"]) for row in open_ones(host)] == [(GUEST, "Kiel")]
    foreign = next(row for row in open_ones(browser(firm.owner)) if row["branch"] == "Bonn")
    for act in ("resend", "withdrawal"):
        answer = host.post(f"/api/company/invitations/{foreign['id']}/{act}")
        assert answer.code == "not_found"


def test_a_double_click_invites_once(firm: Firm) -> None:
    """COM-3: the same answer, and one letter."""
    host = browser(firm.owner)
    body = {"lines": [GUEST, "nobody"], "language": "de"}
    first, second = (host.post("/api/company/invitations", body, key="click") for _ in range(2))
    assert (first.status, first.json) == (200, second.json)
    assert len(letters_to(GUEST, "invitation")) == 1


def test_asking_whose_addresses_are_is_soon_over(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COM-3: that somebody is elsewhere is told to inviters, and not to who tries addresses."""
    monkeypatch.setenv("KONTOR_KNOWN_ADDRESSES_PER_HOUR", "2")
    settings.cache_clear()
    known = [f"eve{number}@suedwerk.example" for number in range(3)]
    for email in known:
        make_person(clock.now(), email=email, company=f"Werk of {email}")
    host = browser(firm.owner)
    assert set(outcomes(invite(host, *known[:2])).values()) == {"already_elsewhere"}
    refused = invite(host, GUEST, known[2])
    settings.cache_clear()
    assert (refused.status, refused.code) == (429, "too_many_attempts")
    assert letters_to(GUEST) == []


def test_an_invitation_is_in_the_language_that_was_chosen_for_it(firm: Firm) -> None:
    """ACC-8"""
    invite(browser(firm.owner), language="de")
    (letter,) = letters_to(GUEST, "invitation")
    assert letter.language == "de"
    assert invitation_link()
