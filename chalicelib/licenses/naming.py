"""The names of the companies that hold licenses."""

from collections.abc import Iterable

from chalicelib.companies.store import companies


def names_of(company_ids: Iterable[str]) -> dict[str, str]:
    """The names of up to 100 companies, as far as they are there; none asked costs none."""
    keys = [companies.company_key(company_id) for company_id in sorted(set(company_ids))]
    found = companies.read(keys) if keys else []
    return {company.pk: company.name for company in found if company is not None}
