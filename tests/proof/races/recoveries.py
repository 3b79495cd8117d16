"""Staff accept a recovery while somebody objects, another owner comes, or the company goes."""

from collections.abc import Iterator

from local.testing import Cloud
from tests.builders import PASSWORD
from tests.client import Client
from tests.journeys.desk import application_of
from tests.journeys.leaving import browser_of, company_token, deletion_token
from tests.proof.operation import Outcome, Perform, by_route
from tests.proof.operations.recovery_scenes import ASKED, open_one
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, once, one_wins, refused_clearly
from tests.recoveries.asking import application, at_desk, days_over, stranded

Two = tuple[Act, Act]


def _decision(recovery_id: str, *, accept: bool) -> Perform:
    body = {"accept": accept, "reason": "Signed by the board.", "objections": 0}
    return by_route(at_desk(), "POST", f"/api/staff/recoveries/{recovery_id}/decision", body)


def _accept_and_object(_cloud: Cloud) -> Two:
    at, recovery_id = open_one()
    days_over()
    objection = by_route(browser_of(at.manager), "POST", "/api/company/recovery/objection", {})
    return once(_decision(recovery_id, accept=True)), once(objection)


def _accept_and_hand_over(_cloud: Cloud) -> Two:
    at, recovery_id = open_one()
    change = {"owner_id": at.manager.pk, "version": 0, "evidence": application_of(at.owner)}
    days_over()
    path = f"/api/staff/companies/{at.company_id}"
    handing = by_route(at_desk(), "PATCH", path, change)
    return once(_decision(recovery_id, accept=True)), once(handing)


def _accept_and_shut(_cloud: Cloud) -> Two:
    at, recovery_id = open_one()
    days_over()
    shutting = {"token": company_token(at.owner), "password": PASSWORD}
    return once(_decision(recovery_id, accept=True)), once(
        by_route(Client(), "POST", "/api/company-deletions", shutting)
    )


def _accept_and_leave(_cloud: Cloud) -> Two:
    at, recovery_id = open_one()
    days_over()
    leaving = {"token": deletion_token(at.jonas), "password": PASSWORD}
    return once(_decision(recovery_id, accept=True)), once(
        by_route(Client(), "POST", "/api/account-deletions", leaving)
    )


def _two_ask(_cloud: Cloud) -> Two:
    at = stranded()
    first, second = (
        by_route(browser_of(one), "POST", "/api/recoveries", {**ASKED, "file": application(one)})
        for one in (at.jonas, at.manager)
    )
    return once(first), once(second)


def _one_or_both(first: Outcome, second: Outcome) -> Iterator[str]:
    """Staff may hand over what they have just given to who asked, but not the other way round."""
    if 200 not in {first.status, second.status}:
        yield f"neither won: {first}, {second}"
    for loser in (outcome for outcome in (first, second) if outcome.status != 200):
        yield from refused_clearly(loser, "recovery_over", "conflict", "company_changed")


RECOVERIES = (
    Race(
        "accept a recovery and object to it",
        _accept_and_object,
        one_wins(200, "objection_came", "recovery_over", "not_found"),
    ),
    Race(
        "accept a recovery and hand the company over",
        _accept_and_hand_over,
        _one_or_both,
    ),
    Race(
        "accept a recovery and delete the company",
        _accept_and_shut,
        one_wins(200, "recovery_over", "conflict", "link_used", "not_found"),
    ),
    Race(
        "accept a recovery and leave",
        _accept_and_leave,
        one_wins(200, "asker_gone", "owner_stays", "recovery_over", "conflict"),
    ),
    Race("two ask for one company", _two_ask, one_wins(202, "recovery_open", "conflict")),
)
