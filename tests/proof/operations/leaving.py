"""Leaving for good: by the own link, by a colleague, and with the whole company."""

from chalicelib.accounts.model import Account
from chalicelib.base import clock
from chalicelib.base.actor import Right
from chalicelib.journeys import jobs
from local.jobs.stream import StreamReader
from local.testing import Cloud
from tests.builders import PASSWORD, actor_for, make_colleague
from tests.checks.full import let_pass
from tests.client import Client
from tests.journeys.desk import application_of, keeper
from tests.journeys.leaving import YES, browser_of, company_token, deletion_token, leave, shut
from tests.proof.operation import Operation, Perform, by_job, by_route
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.requests import desk
from tests.tickets.builders import Desk, accept_statement, open_one
from tests.tickets.files import send_file

COLLEAGUE = "jonas@nordwerk.example"
JOURNEYS = "kontor-journeys"
DELETED = ("account.deleted",)
REMOVED = ("member.removed", "member.removed")
TOLD = ("account_deleted", "colleague_deleted")


def leaver(*rights: Right) -> tuple[Desk, Account]:
    """Somebody of a company with a license, with a request of theirs and a loose file."""
    at = desk()
    jonas = make_colleague(at.account, clock.now(), *rights, email=COLLEAGUE)
    accept_statement(jonas, clock.now())
    actor = actor_for(jonas, clock.now())
    open_one(actor, clock.now())
    return at, jonas


def leaver_with_file() -> tuple[Desk, Account]:
    """The same with a file that no message has."""
    at, jonas = leaver()
    send_file(actor_for(jonas, clock.now()), now=clock.now())
    return at, jonas


def _ask(_cloud: Cloud) -> Perform:
    _, jonas = leaver()
    return by_route(browser_of(jonas), "POST", "/api/me/deletion", YES)


def _inspect(_cloud: Cloud) -> Perform:
    body = {"token": deletion_token(leaver()[1])}
    return by_route(Client(), "POST", "/api/account-deletions/inspect", body)


def _leave(_cloud: Cloud) -> Perform:
    body = {"token": deletion_token(leaver()[1]), "password": PASSWORD}
    return by_route(Client(), "POST", "/api/account-deletions", body)


def _dismiss(_cloud: Cloud) -> Perform:
    at, jonas = leaver()
    manager = make_colleague(
        at.account, clock.now(), Right.MANAGE_USERS, email="manager@nordwerk.example"
    )
    path = f"/api/company/users/{jonas.pk}/deletion"
    return by_route(browser_of(manager), "POST", path, YES)


def _ask_to_shut(_cloud: Cloud) -> Perform:
    return by_route(browser_of(desk().account), "POST", "/api/company/deletion", YES)


def _inspect_shutting(_cloud: Cloud) -> Perform:
    body = {"token": company_token(desk().account)}
    return by_route(Client(), "POST", "/api/company-deletions/inspect", body)


def _shut(_cloud: Cloud) -> Perform:
    at, _ = leaver()
    body = {"token": company_token(at.account), "password": PASSWORD}
    return by_route(Client(), "POST", "/api/company-deletions", body)


def _begin_forgetting(cloud: Cloud) -> Perform:
    assert leave(leaver()[1]).status == 200
    return by_job(jobs.begin, {"Records": StreamReader(cloud.engine, JOURNEYS).read()})


def _forget(_cloud: Cloud) -> Perform:
    assert leave(leaver_with_file()[1]).status == 200
    let_pass(minutes=6)
    return by_job(jobs.forget_departed, SCHEDULED)


def _close(_cloud: Cloud) -> Perform:
    at, _ = leaver_with_file()
    assert shut(at.account).status == 200
    let_pass(minutes=6)
    return by_job(jobs.close_companies, SCHEDULED)


def _change_company(_cloud: Cloud) -> Perform:
    at, jonas = leaver()
    change = {
        "name": "Ostwerk SE",
        "owner_id": jonas.pk,
        "version": 0,
        "evidence": application_of(at.account),
    }
    return by_route(keeper(), "PATCH", f"/api/staff/companies/{at.author.company_id}", change)


def _asked_history() -> tuple[Client, str, dict[str, object]]:
    at, jonas = leaver()
    again = make_colleague(at.account, clock.now(), email="ada@nordwerk.example")
    move: dict[str, object] = {"from_account_id": jonas.pk, "evidence": application_of(at.account)}
    return keeper(), f"/api/staff/people/{again.pk}/history", move


def _ask_history(_cloud: Cloud) -> Perform:
    browser, path, move = _asked_history()
    return by_route(browser, "POST", path, move)


def _move_history(_cloud: Cloud) -> Perform:
    browser, path, move = _asked_history()
    assert browser.post(path, move).status == 202
    return by_job(jobs.move_histories, SCHEDULED)


LEAVING = (
    Operation(
        name="change a company",
        covers=("PATCH /api/staff/companies/{company_id}",),
        scene=_change_company,
        status=200,
        writes=1,
        leaves=("company.changed", "company.owner_changed"),
        tells=("owner_changed", "owner_changed"),
    ),
    Operation(
        name="ask for a history to be moved",
        covers=("POST /api/staff/people/{account_id}/history",),
        scene=_ask_history,
        status=202,
        writes=1,
        leaves=("history.move_asked", "history.moved"),
        tells=("history_moved",),
    ),
    Operation(
        name="job journeys_move_histories",
        covers=("job journeys_move_histories",),
        scene=_move_history,
        status=200,
        writes=4,
        leaves=("history.moved",),
    ),
    Operation(
        name="ask to delete the own account",
        covers=("POST /api/me/deletion",),
        scene=_ask,
        status=202,
        writes=4,
        leaves=("account.deletion_asked",),
        tells=("account_deletion",),
    ),
    Operation(
        name="look at a link that deletes an account",
        covers=("POST /api/account-deletions/inspect",),
        scene=_inspect,
        status=200,
        writes=0,
    ),
    Operation(
        name="delete the own account",
        covers=("POST /api/account-deletions",),
        scene=_leave,
        status=200,
        writes=4,
        leaves=DELETED,
        tells=TOLD,
    ),
    Operation(
        name="delete a colleague",
        covers=("POST /api/company/users/{account_id}/deletion",),
        scene=_dismiss,
        status=200,
        writes=1,
        leaves=DELETED,
        tells=TOLD,
    ),
    Operation(
        name="ask to delete the company",
        covers=("POST /api/company/deletion",),
        scene=_ask_to_shut,
        status=202,
        writes=4,
        leaves=("company.deletion_asked",),
        tells=("company_deletion",),
    ),
    Operation(
        name="look at a link that deletes a company",
        covers=("POST /api/company-deletions/inspect",),
        scene=_inspect_shutting,
        status=200,
        writes=0,
    ),
    Operation(
        name="delete the company",
        covers=("POST /api/company-deletions",),
        scene=_shut,
        status=200,
        writes=4,
        leaves=("company.deleted", "license.released", "ticket.company_closed", *REMOVED),
        tells=("ticket_company_closed", "company_deleted", "company_deleted"),
    ),
    Operation(
        name="job journeys_begin",
        covers=("job journeys_begin",),
        scene=_begin_forgetting,
        status=200,
        writes=12,
    ),
    Operation(
        name="job journeys_forget_departed",
        covers=("job journeys_forget_departed",),
        scene=_forget,
        status=200,
        writes=18,
        leaves=("upload.aborted",),
    ),
    Operation(
        name="job journeys_close_companies",
        covers=("job journeys_close_companies",),
        scene=_close,
        status=200,
        writes=9,
        leaves=("license.released", "ticket.company_closed", "upload.aborted", *REMOVED),
        tells=("ticket_company_closed", "company_deleted", "company_deleted"),
    ),
)
