"""Somebody leaves, or a company is deleted, while something else goes on there."""

from chalicelib.base import clock
from local.testing import Cloud
from tests.builders import PASSWORD, actor_for, make_license
from tests.client import Client
from tests.invitations.guests import GUEST, acceptance, invitation_link
from tests.journeys.desk import application_of, keeper
from tests.journeys.leaving import browser_of, company_token, deletion_token
from tests.mailbox import letters_to, link_in
from tests.proof.operation import by_route
from tests.proof.operations.leaving import leaver
from tests.proof.operations.people import OTHER_CODE
from tests.proof.operations.requests import desk
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, first_may_come_late, once, one_wins
from tests.tickets.browsers import form
from tests.tickets.builders import end, open_one

Two = tuple[Act, Act]


def _deletion(token: str) -> Act:
    body = {"token": token, "password": PASSWORD}
    return once(by_route(Client(), "POST", "/api/account-deletions", body))


def _shutting(token: str) -> Act:
    body = {"token": token, "password": PASSWORD}
    return once(by_route(Client(), "POST", "/api/company-deletions", body))


def _leave_twice(_cloud: Cloud) -> Two:
    token = deletion_token(leaver()[1])
    return _deletion(token), _deletion(token)


def _reply_and_leave(_cloud: Cloud) -> Two:
    _, jonas = leaver()
    ticket_id = open_one(actor_for(jonas, clock.now()), clock.now()).id
    path = f"/api/tickets/{ticket_id}/messages"
    reply = by_route(browser_of(jonas), "POST", path, {"text": "One more.", "files": []})
    return once(reply), _deletion(deletion_token(jonas))


def _rate_and_leave(_cloud: Cloud) -> Two:
    at, jonas = leaver()
    ticket_id = open_one(actor_for(jonas, clock.now()), clock.now()).id
    end(at.agent, ticket_id, "close", clock.now())
    token = link_in(letters_to(jonas.email, "survey")[0])
    answer = {"token": token, "rating": 5, "words": "Thank you."}
    rating = by_route(Client(), "PUT", "/api/surveys", answer)
    return once(rating), _deletion(deletion_token(jonas))


def _become_owner_or_leave(_cloud: Cloud) -> Two:
    at, jonas = leaver()
    change = {"owner_id": jonas.pk, "version": 0, "evidence": application_of(at.account)}
    path = f"/api/staff/companies/{at.author.company_id}"
    return once(by_route(keeper(), "PATCH", path, change)), _deletion(deletion_token(jonas))


def _hand_over_or_shut(_cloud: Cloud) -> Two:
    at, jonas = leaver()
    change = {"owner_id": jonas.pk, "version": 0, "evidence": application_of(at.account)}
    path = f"/api/staff/companies/{at.author.company_id}"
    token = company_token(at.account)
    return once(by_route(keeper(), "PATCH", path, change)), _shutting(token)


def _open_and_shut(_cloud: Cloud) -> Two:
    at = desk()
    opening = by_route(browser_of(at.account), "POST", "/api/tickets", form())
    return once(opening), _shutting(company_token(at.account))


def _add_and_shut(_cloud: Cloud) -> Two:
    at = desk()
    make_license(OTHER_CODE, serial_number="HG-26-2")
    adding = by_route(
        browser_of(at.account), "POST", "/api/licenses", {"activation_code": OTHER_CODE}
    )
    return once(adding), _shutting(company_token(at.account))


def _join_and_shut(_cloud: Cloud) -> Two:
    at = desk()
    line = {"lines": [GUEST], "language": "en"}
    assert browser_of(at.account).post("/api/company/invitations", line).status < 300
    joining = by_route(Client(), "POST", "/api/invitations/redeem", acceptance(invitation_link()))
    return once(joining), _shutting(company_token(at.account))


LEAVING = (
    Race("one deletion link twice", _leave_twice, one_wins(200, "link_used", "link_unknown")),
    Race(
        "reply and leave",
        _reply_and_leave,
        first_may_come_late(201, 200, "not_signed_in"),
    ),
    Race("rate and leave", _rate_and_leave, first_may_come_late(200, 200, "link_unknown")),
    Race(
        "become the owner or leave",
        _become_owner_or_leave,
        one_wins(200, "owner_stays", "conflict", "not_a_choice"),
    ),
    Race(
        "hand a company over or delete it",
        _hand_over_or_shut,
        one_wins(200, "link_used", "conflict", "not_found"),
    ),
    Race(
        "open a request and delete the company",
        _open_and_shut,
        first_may_come_late(201, 200, "not_signed_in", "license_not_active"),
    ),
    Race(
        "join and delete the company",
        _join_and_shut,
        first_may_come_late(200, 200, "company_gone", "link_unknown", "link_used", "conflict"),
    ),
    Race(
        "add a license and delete the company",
        _add_and_shut,
        first_may_come_late(201, 200, "not_signed_in", "conflict"),
    ),
)
