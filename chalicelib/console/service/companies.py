"""Staff find a company and see what there is of it (STF-8)."""

import re
from collections.abc import Mapping

from chalicelib.aws.settings import settings
from chalicelib.aws.together import read_together
from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import NotFound
from chalicelib.companies.directory import Narrowed, people_of
from chalicelib.companies.model import Company, Member
from chalicelib.companies.names import fold
from chalicelib.companies.store import companies
from chalicelib.console.schemas.companies import (
    CompanyPage,
    CompanyPerson,
    CompanyQuery,
    CompanyRow,
    PeoplePage,
    PeopleQuery,
    StaffCompany,
)
from chalicelib.licenses import service as licenses
from chalicelib.mail.model import Reach, StopReason
from chalicelib.mail.store.reaching import stops_of
from chalicelib.tickets.service.showing import row
from chalicelib.tickets.store import lists, tickets

REQUESTS = 10
_NUMBER = re.compile(r"\d{6}-[0-9A-Z]{6}")
_PUBLIC_ID = re.compile(r"LIC-[0-9A-Z]{4}-[0-9A-Z]{4}")


def list_companies(query: CompanyQuery) -> CompanyPage:
    """A page of companies, from A to Z: one query.

    An incident number or a license's public id leads to its company, in two or three reads.
    """
    if company := _company_named_by(query.q.strip().upper()):
        return CompanyPage(items=[_row(company)], next_cursor=None)
    page = companies.companies_by_name(fold(query.q), query.cursor)
    return CompanyPage(items=[_row(one) for one in page.items], next_cursor=page.next_cursor)


def _company_named_by(typed: str) -> Company | None:
    if _NUMBER.fullmatch(typed):
        number = tickets.find_number(typed)
        return companies.find_company(number.company_id) if number else None
    company_id = licenses.holder_of_public_id(typed) if _PUBLIC_ID.fullmatch(typed) else None
    return companies.find_company(company_id) if company_id else None


def _row(company: Company) -> CompanyRow:
    return CompanyRow(
        id=company.pk,
        name=company.name,
        country=company.country,
        created_at=company.created_at,
    )


def view_company(actor: Actor, company_id: str) -> StaffCompany:
    """One company. The company; its owner and their address; beside that licenses and requests."""
    company = companies.find_company(company_id)
    if company is None:
        raise NotFound
    most = settings().queue_count
    owner, (count, newest) = read_together(
        lambda: _owner(company),
        lambda: (
            licenses.count_licenses(company_id, most),
            lists.newest_of_company(company_id, REQUESTS),
        ),
    )
    return StaffCompany(
        id=company.pk,
        name=company.name,
        country=company.country,
        created_at=company.created_at,
        branches=list(company.branches),
        version=int(company.version),
        owner=owner,
        licenses=count,
        counted_to=most,
        requests=[row(ticket, actor.reads) for ticket in newest],
    )


def _owner(company: Company) -> CompanyPerson | None:
    _, owner = companies.find_company_and_member(company.pk, company.owner_id)
    return _person(company, owner, stops_of([owner.email])) if owner else None


def list_people(company_id: str, query: PeopleQuery) -> PeoplePage:
    """A page of a company's people. One read and one query, three where somebody is looked for;
    then one read of their addresses.
    """
    company = companies.find_company(company_id)
    if company is None:
        raise NotFound
    page = people_of(Narrowed(company_id, None, None), query.find, query.cursor)
    stops = stops_of([member.email for member in page.items])
    people = [_person(company, member, stops) for member in page.items]
    return PeoplePage(items=people, next_cursor=page.next_cursor)


def _person(company: Company, member: Member, stops: Mapping[str, Reach]) -> CompanyPerson:
    reach = stops.get(member.email)
    return CompanyPerson(
        id=member.account_id,
        name=member.name,
        email=member.email,
        country=member.country,
        owner=company.owner_id == member.account_id,
        rights=[right for right in Right if right in (member.rights or ())],
        branch=member.branch,
        joined_at=member.joined_at,
        stopped_for=StopReason(reach.reason) if reach else None,
    )
