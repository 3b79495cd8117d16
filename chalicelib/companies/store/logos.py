"""Companies' logos."""

from chalicelib.aws.tables import read_one
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.companies.model import Company, Logo

LOGO = "logo"


def find_logo(company_id: str) -> Logo | None:
    """The logo, or None."""
    return read_one(Logo, company_id, LOGO)


def set_logo(change: Transaction, company_id: str, version: str, content: bytes) -> None:
    """The company's logo in the place of the one before."""
    change.put(Logo(pk=company_id, sk=LOGO, version=version, content=content))
    change.update(Company(pk=company_id, sk="company"), [Company.logo.set(version)])


def drop_logo(change: Transaction, company_id: str, *, lost: Lost) -> None:
    """No logo any more; `lost` when there was none."""
    change.delete(Logo(pk=company_id, sk=LOGO), Logo.pk.exists(), lost=lost)
    change.update(Company(pk=company_id, sk="company"), [Company.logo.remove()])
