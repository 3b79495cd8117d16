"""SCH-1, SCH-4: the job that marks what ran out, and tells inviters once."""

from datetime import datetime, timedelta

import pytest

from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.base.actor import Right
from chalicelib.invitations.expiring import mark_expired
from tests.companies.firm import Firm, browser, make_firm
from tests.invitations.guests import GUEST, accept, invitation_link, invite, open_ones
from tests.mailbox import letters_to
from tests.world.people import dismiss

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture
def firm() -> Firm:
    return make_firm()


def after(**span: float) -> datetime:
    return clock.now() + timedelta(days=settings().link_days, **span)


def test_each_inviter_is_told_once_of_all_that_ran_out(firm: Firm) -> None:
    """SCH-1: also when the job runs twice."""
    other = firm.add("Ute Meier", Right.INVITE_USERS)
    invite(browser(firm.owner), *(f"g{number}@nordwerk.example" for number in range(12)))
    invite(browser(other))
    assert mark_expired(clock.now()) == 0
    assert mark_expired(after(minutes=1)) == 2
    assert mark_expired(after(minutes=16)) == 0
    (letter,) = letters_to(firm.owner.email, "invitation_expired")
    assert (letter.params["count"], letter.params["more"]) == (12, 2)
    assert len(letters_to(other.email, "invitation_expired")) == 1
    assert len(open_ones(browser(firm.owner))) == 13


def test_who_accepted_or_was_withdrawn_has_not_run_out(firm: Firm) -> None:
    """SCH-1"""
    host = browser(firm.owner)
    invite(host, GUEST, "other@nordwerk.example")
    accept(invitation_link())
    (row,) = open_ones(host)
    host.post(f"/api/company/invitations/{row['id']}/withdrawal")
    assert mark_expired(after(minutes=1)) == 0


def test_an_inviter_who_left_is_not_written_to(firm: Firm) -> None:
    """SCH-1: what they sent is marked all the same."""
    inviter = firm.add("Ute Meier", Right.INVITE_USERS)
    invite(browser(inviter))
    dismiss(inviter)
    assert mark_expired(after(minutes=1)) == 1
    assert letters_to(inviter.email, "invitation_expired") == []
