"""Companies, as staff look them up."""

from typing import Any

from chalicelib.aws.pages import BadCursor
from chalicelib.base.errors import Invalid, NotFound
from chalicelib.console.schemas.companies import (
    CompanyPage,
    CompanyQuery,
    PeoplePage,
    PeopleQuery,
    StaffCompany,
)
from chalicelib.console.service import companies
from chalicelib.entry.access import STAFF
from chalicelib.entry.http import Call, Routes

routes = Routes(__name__)


@routes.get(
    "/api/staff/companies",
    STAFF,
    "Find a company",
    query=CompanyQuery,
    gives=CompanyPage,
    errors=(BadCursor, Invalid),
)
def list_companies(call: Call[Any]) -> CompanyPage:
    """STF-8: by the beginning of its name, an incident number, or a license's public id."""
    assert isinstance(call.query, CompanyQuery)
    return companies.list_companies(call.query)


@routes.get(
    "/api/staff/companies/{company_id}",
    STAFF,
    "See a company",
    gives=StaffCompany,
    errors=(NotFound,),
)
def view_company(call: Call[Any]) -> StaffCompany:
    """STF-8: with its owner, its licenses' count and its newest requests."""
    return companies.view_company(call.actor, call.path["company_id"])


@routes.get(
    "/api/staff/companies/{company_id}/people",
    STAFF,
    "See who is in a company",
    query=PeopleQuery,
    gives=PeoplePage,
    errors=(BadCursor, Invalid, NotFound),
)
def list_people(call: Call[Any]) -> PeoplePage:
    """STF-8."""
    assert isinstance(call.query, PeopleQuery)
    return companies.list_people(call.path["company_id"], call.query)
