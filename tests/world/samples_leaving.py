"""Samples for the routes by which people and companies go."""

import base64
from collections.abc import Mapping

from chalicelib.accounts.model import Purpose
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.operation import Operation
from chalicelib.companies.store import companies, logos
from chalicelib.journeys.leaving import issue
from tests.builders import PASSWORD
from tests.companies.pictures import picture
from tests.world.people import Who
from tests.world.sample import Make, Sample, body
from tests.world.world import World


def _link(purpose: Purpose, who: Who) -> Make:
    return lambda world: Sample(body={"token": _token(world, purpose, who)})


def _token(world: World, purpose: Purpose, who: Who) -> str:
    now = world.clock.moment
    change = Transaction(Operation(ids.token()), now)
    link_id = issue(change, purpose, world.people.accounts[who], now)
    change.commit()
    return token_of(link_id)


def _with_password(purpose: Purpose, who: Who) -> Make:
    return lambda world: Sample(body={"token": _token(world, purpose, who), "password": PASSWORD})


def _company(world: World) -> str:
    return world.people.accounts[Who.OWNER].company_id


def _evidence(world: World) -> dict[str, str]:
    return {"number": world.things.ticket_number, "file_id": world.things.file_id}


def _change_company(world: World) -> Sample:
    company = companies.find_company(_company(world))
    assert company is not None
    changed = {"name": "Ostwerk SE", "version": int(company.version)}
    return Sample({"company_id": company.pk}, body=changed | {"evidence": _evidence(world)})


def _move_history(world: World) -> Sample:
    accounts = world.people.accounts
    moved = {"from_account_id": accounts[Who.AUTHOR].pk, "evidence": _evidence(world)}
    return Sample({"account_id": accounts[Who.MEMBER].pk}, body=moved)


def _list_evidence(world: World) -> Sample:
    return Sample({"company_id": _company(world)}, {"number": world.things.ticket_number})


def _list_earlier(world: World) -> Sample:
    number = {"number": world.things.ticket_number}
    return Sample({"account_id": world.people.accounts[Who.MEMBER].pk}, number)


YES = body(confirm=True)
LOGO = {"content_base64": base64.b64encode(picture()).decode()}


def _with_logo(world: World) -> Sample:
    company_id, now = _company(world), world.clock.moment
    change = Transaction(Operation(ids.token()), now)
    logos.set_logo(change, company_id, "1", picture())
    change.commit()
    return Sample()


LEAVING: Mapping[str, Make] = {
    "GET /api/company/logo": _with_logo,
    "PUT /api/company/logo": body(**LOGO),
    "DELETE /api/company/logo": _with_logo,
    "POST /api/me/export": body(after=None),
    "GET /api/staff/companies/{company_id}/evidence": _list_evidence,
    "PATCH /api/staff/companies/{company_id}": _change_company,
    "GET /api/staff/people/{account_id}/earlier-accounts": _list_earlier,
    "POST /api/staff/people/{account_id}/history": _move_history,
    "POST /api/me/deletion": YES,
    "POST /api/account-deletions/inspect": _link(Purpose.DELETE_ACCOUNT, Who.MEMBER),
    "POST /api/account-deletions": _with_password(Purpose.DELETE_ACCOUNT, Who.MEMBER),
    "POST /api/company/users/{account_id}/deletion": lambda world: Sample(
        {"account_id": world.people.accounts[Who.EXPIRED].pk}, body={"confirm": True}
    ),
    "POST /api/company/deletion": YES,
    "POST /api/company-deletions/inspect": _link(Purpose.DELETE_COMPANY, Who.OWNER),
    "POST /api/company-deletions": _with_password(Purpose.DELETE_COMPANY, Who.OWNER),
}
