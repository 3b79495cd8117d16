"""COM-3, COM-4, ACC-12: behind the link."""

import pytest

from chalicelib.accounts.store.accounts import find_account, find_by_email
from chalicelib.base import clock
from chalicelib.base.actor import Right
from chalicelib.companies.model import Company
from tests.builders import PASSWORD, actor_for, make_person
from tests.client import Client
from tests.companies.firm import Firm, browser, make_firm
from tests.invitations.guests import GUEST, accept, inspect, invitation_link, invite
from tests.mailbox import letters_to
from tests.world.people import dismiss

pytestmark = pytest.mark.usefixtures("cloud")
USERS, INVITES, TICKETS = Right.MANAGE_USERS, Right.INVITE_USERS, Right.MANAGE_TICKETS


@pytest.fixture
def firm() -> Firm:
    return make_firm()


def test_the_invited_person_comes_into_the_company_with_what_was_promised(firm: Firm) -> None:
    """COM-3"""
    invite(browser(firm.owner), rights=["manage_tickets"], scope="Kiel", branch="Bonn")
    token = invitation_link()
    shown = inspect(token).json
    assert (shown["company_name"], shown["email"]) == ("Nordwerk GmbH", GUEST)
    assert (shown["invited_by"], shown["has_account"]) == ("Mara Lind", False)
    assert accept(token).json == {"email": GUEST}
    account = find_by_email(GUEST)
    assert account is not None
    actor = actor_for(account, clock.now())
    assert (actor.company_id, actor.branch, actor.scope) == (firm.id, "Bonn", "Kiel")
    assert actor.rights == {TICKETS}
    assert account.terms_at is not None
    signed_in = Client().post("/api/sessions", {"email": GUEST, "password": PASSWORD})
    assert signed_in.json["state"] == "signed_in"


def test_the_link_works_once(firm: Firm) -> None:
    """COM-3"""
    invite(browser(firm.owner))
    token = invitation_link()
    assert accept(token).status == 200
    for answer in (inspect(token), accept(token)):
        assert (answer.status, answer.code) == (410, "link_used")


def test_inviter_and_owner_are_told_and_those_who_manage_users(firm: Firm) -> None:
    """COM-4: each once, in their own branch, and nobody else."""
    inviter = firm.add("Ute Meier", INVITES, USERS)
    kiel = firm.add("Karl Sonne", USERS, scope="Kiel")
    bonn = firm.add("Berta Voss", USERS, scope="Bonn")
    everywhere = firm.add("Vera Mai", USERS)
    member = firm.add("Jonas Brandt", TICKETS)
    invite(browser(inviter), branch="Kiel")
    accept(invitation_link())
    told = {
        account.email: [letter.template for letter in letters_to(account.email)]
        for account in (firm.owner, inviter, kiel, bonn, everywhere, member)
    }
    assert told == {
        firm.owner.email: ["member_joined"],
        inviter.email: ["member_joined"],
        kiel.email: ["account_created"],
        bonn.email: [],
        everywhere.email: ["account_created"],
        member.email: [],
    }
    assert [letter.template for letter in letters_to(GUEST)] == ["invitation", "account_activated"]


def test_who_has_an_account_in_no_company_joins_with_its_password(firm: Firm) -> None:
    """COM-3, ACC-12"""
    account = make_person(clock.now(), email=GUEST, company=None)
    invite(browser(firm.owner), rights=["manage_tickets"])
    token = invitation_link()
    assert inspect(token).json["has_account"] is True
    assert accept(token).code == "account_exists"
    wrong = Client().post("/api/invitations/join", {"token": token, "password": "Wrong#1horse"})
    assert wrong.reasons() == {"password": {"password_wrong"}}
    joined = Client().post("/api/invitations/join", {"token": token, "password": PASSWORD})
    assert joined.status == 200, joined.text
    actor = actor_for(account, clock.now())
    kept = find_account(account.pk)
    assert kept is not None
    assert (kept.company_id, actor.company_id, actor.rights) == (
        firm.id,
        firm.id,
        frozenset({TICKETS}),
    )


def test_joining_without_an_account_says_what_to_do(firm: Firm) -> None:
    """COM-3: it was deleted while the page was open."""
    invite(browser(firm.owner))
    body = {"token": invitation_link(), "password": PASSWORD}
    assert Client().post("/api/invitations/join", body).code == "account_gone"


def test_who_came_into_another_company_meanwhile_is_told_so(firm: Firm) -> None:
    """COM-3: nobody is in two companies; the invitation stays open."""
    invite(browser(firm.owner))
    make_person(clock.now(), email=GUEST, company="Südwerk AG")
    token = invitation_link()
    for answer in (inspect(token), accept(token)):
        assert (answer.status, answer.code) == (409, "already_in_company")


def test_the_form_names_every_field_that_is_wrong(firm: Firm) -> None:
    """ACC-1, ACC-4"""
    invite(browser(firm.owner))
    token = invitation_link()
    assert accept(token, accept_terms="0").reasons() == {"accept_terms": {"consent_outdated"}}
    assert accept(token, country="XX").reasons() == {"country": {"not_a_choice"}}
    weak = accept(token, password="Nordwerk1!", password_repeat="x")
    assert weak.reasons() == {"password": {"contains_name"}, "password_repeat": {"mismatch"}}
    assert accept(token).status == 200


def test_an_inviter_whose_rights_were_taken_has_nothing_left_to_promise(firm: Firm) -> None:
    """COM-2: an invitation is no way around it."""
    inviter = firm.add("Ute Meier", INVITES, TICKETS)
    invite(browser(inviter), rights=["manage_tickets", "invite_users"])
    member = firm.member(inviter)
    path = f"/api/company/users/{inviter.pk}/rights"
    fewer = {"rights": ["invite_users"], "scope": None, "version": int(member.version)}
    assert browser(firm.owner).put(path, fewer).status == 200
    accept(invitation_link())
    account = find_by_email(GUEST)
    assert account is not None
    assert actor_for(account, clock.now()).rights == {INVITES}


def test_an_inviter_who_left_gives_no_rights_and_gets_no_letter(firm: Firm) -> None:
    """COM-2, COM-4"""
    inviter = firm.add("Ute Meier", INVITES, TICKETS)
    invite(browser(inviter), rights=["manage_tickets"])
    dismiss(inviter)
    assert accept(invitation_link()).status == 200
    account = find_by_email(GUEST)
    assert account is not None
    assert actor_for(account, clock.now()).rights == frozenset()
    assert letters_to(inviter.email) == []


def test_a_company_that_is_gone_takes_nobody_in(firm: Firm) -> None:
    """COM-9"""
    invite(browser(firm.owner))
    Company(pk=firm.id, sk="company").delete()
    assert accept(invitation_link()).code == "company_gone"
