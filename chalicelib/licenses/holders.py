"""Whom to write to about a license."""

from chalicelib.companies import store as companies
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.claims import holder_of
from chalicelib.mail.service import Recipient


def owner_of(license_: License) -> Recipient | None:
    """The owner of the company that holds it; None while nobody does. Two round trips."""
    company_id = holder_of(license_)
    company = companies.find_company(company_id) if company_id else None
    if company is None:
        return None
    _, owner = companies.find_company_and_member(company.pk, company.owner_id)
    if owner is None:
        return None
    return Recipient(owner.email, owner.language, f"{owner.first_name} {owner.last_name}")
