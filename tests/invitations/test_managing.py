"""COM-3: sending again and withdrawing."""

from datetime import timedelta

import pytest

from chalicelib.base import clock
from tests.checks.full import let_pass
from tests.companies.firm import Firm, browser, make_firm
from tests.invitations.guests import (
    GUEST,
    accept,
    inspect,
    invitation_link,
    invite,
    open_ones,
    outcomes,
)
from tests.mailbox import letters_to

pytestmark = pytest.mark.usefixtures("cloud", "the_clock")


@pytest.fixture
def the_clock() -> object:
    yield
    clock.shift_by(timedelta)


@pytest.fixture
def firm() -> Firm:
    firm = make_firm()
    invite(browser(firm.owner))
    return firm


def path_of(firm: Firm) -> str:
    (row,) = open_ones(browser(firm.owner))
    return f"/api/company/invitations/{row['id']}"


def test_a_withdrawn_link_is_dead_at_once_and_says_why(firm: Firm) -> None:
    """COM-3"""
    token = invitation_link()
    assert browser(firm.owner).post(f"{path_of(firm)}/withdrawal").status == 200
    for answer in (inspect(token), accept(token)):
        assert (answer.status, answer.code) == (410, "invitation_withdrawn")
    assert open_ones(browser(firm.owner)) == []


def test_who_was_withdrawn_can_be_invited_anew(firm: Firm) -> None:
    """COM-3: and the old link stays dead."""
    old = invitation_link()
    browser(firm.owner).post(f"{path_of(firm)}/withdrawal")
    assert outcomes(invite(browser(firm.owner))) == {GUEST: "sent"}
    assert inspect(old).code == "invitation_replaced"
    assert accept(invitation_link()).status == 200


def test_a_resent_invitation_has_a_new_link_and_all_of_its_time(firm: Firm) -> None:
    """COM-3"""
    old = invitation_link()
    let_pass(days=6)
    sent = browser(firm.owner).post(f"{path_of(firm)}/resend")
    assert sent.status == 200
    assert (inspect(old).status, inspect(old).code) == (410, "invitation_replaced")
    let_pass(days=6)
    assert accept(invitation_link()).status == 200
    assert len(letters_to(GUEST, "invitation")) == 2


def test_an_expired_one_can_be_sent_again(firm: Firm) -> None:
    """COM-3, SCH-1: expired by the clock, with no job having run."""
    old, path = invitation_link(), path_of(firm)
    let_pass(days=7)
    (row,) = open_ones(browser(firm.owner))
    assert row["state"] == "expired"
    assert accept(old).code == "link_expired"
    assert browser(firm.owner).post(f"{path}/resend").json["state"] == "pending"
    assert accept(invitation_link()).status == 200


def test_what_was_accepted_is_neither_withdrawn_nor_sent_again(firm: Firm) -> None:
    """COM-3"""
    path = path_of(firm)
    assert accept(invitation_link()).status == 200
    for act in ("resend", "withdrawal"):
        answer = browser(firm.owner).post(f"{path}/{act}")
        assert (answer.status, answer.code) == (409, "invitation_accepted")


def test_what_was_withdrawn_says_so_to_who_comes_second(firm: Firm) -> None:
    """COM-3: two administrators, one list."""
    path = path_of(firm)
    browser(firm.owner).post(f"{path}/withdrawal")
    for act in ("resend", "withdrawal"):
        answer = browser(firm.owner).post(f"{path}/{act}")
        assert (answer.status, answer.code) == (409, "already_withdrawn")


def test_sending_again_has_its_bounds(firm: Firm) -> None:
    """COM-3: nobody's mailbox is filled."""
    path, host = path_of(firm), browser(firm.owner)
    statuses = [host.post(f"{path}/resend").status for _ in range(6)]
    assert statuses == [200] * 5 + [429]
