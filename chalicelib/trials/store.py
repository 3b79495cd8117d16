"""Keys, reads and writes of trials."""

from datetime import date

from chalicelib.aws.tables import read_many
from chalicelib.aws.transactions import Transaction
from chalicelib.base.ids import digest
from chalicelib.trials.errors import TrialTaken
from chalicelib.trials.model import CompanyTrials, Trial

TRIALS = "trials"


def address_key(address: str) -> str:
    """The partition key of an address's trials."""
    return f"address#{digest(address)}"


def company_key(company: str) -> str:
    """The partition key of a company's trials."""
    return f"company#{digest(company)}"


def trial_key(application_id: str) -> str:
    """The sort key of an application's trial."""
    return f"trial#{application_id}"


def find(
    address: str, application_id: str, company: str
) -> tuple[Trial | None, CompanyTrials | None]:
    """The address's trial of the application, and all of the company's. One round trip."""
    keys = [
        (Trial, address_key(address), trial_key(application_id)),
        (CompanyTrials, company_key(company), TRIALS),
    ]
    own, others = read_many(keys)
    return own, others


def put_trial(
    change: Transaction,
    address: str,
    application_id: str,
    license_id: str,
    ends_on: date,
    before: Trial | None,
) -> None:
    """The address tries it now; TrialTaken where it got another trial since `before` was read."""
    item = Trial(
        pk=address_key(address),
        sk=trial_key(application_id),
        license_id=license_id,
        ends_on=ends_on,
    )
    same = Trial.pk.does_not_exist() if before is None else Trial.license_id == before.license_id
    change.put(item, same, lost=TrialTaken())


def put_company(
    change: Transaction, company: str, ends: dict[str, str], before: CompanyTrials | None
) -> None:
    """The company's trials; TrialTaken where they changed since `before` was read."""
    revision = int(before.revision) if before else 0
    item = CompanyTrials(pk=company_key(company), sk=TRIALS, ends=ends, revision=revision + 1)
    same = (
        CompanyTrials.pk.does_not_exist() if before is None else CompanyTrials.revision == revision
    )
    change.put(item, same, lost=TrialTaken())
