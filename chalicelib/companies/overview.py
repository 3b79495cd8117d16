"""The company as its own people see it."""

from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.companies.schemas import CompanyOut
from chalicelib.companies.store import companies as store


def show_company(actor: Actor) -> CompanyOut:
    """The actor's company."""
    company = store.find_company(actor.company_id)
    if company is None:
        raise NotFound
    return CompanyOut(
        id=company.pk,
        name=company.name,
        country=company.country,
        branches=list(company.branches),
        created_at=company.created_at,
    )
