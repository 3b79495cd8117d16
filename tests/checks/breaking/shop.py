"""5: sales and trials that nobody may make."""

from datetime import date

from chalicelib.base import clock
from chalicelib.licenses.model.license import License
from chalicelib.licenses.sealing import seal_code
from chalicelib.licenses.store.licenses import KIND
from chalicelib.orders.model import OrderLine
from chalicelib.trials.model import CompanyTrials
from tests.checks import selling
from tests.checks.breaking.acts import Breakage, alter, both
from tests.checks.full import Full

FAR = date(2099, 12, 31)


def _line(full: Full) -> None:
    """A line that says it made the company's license."""
    OrderLine(
        pk="order#HS-1",
        sk="line#0001",
        what="license",
        line=1,
        license_id=full.license_id,
        public_id="LIC-0000-0000",
        fingerprint="f",
        asked_by="t",
        made_at=clock.now(),
    ).save()


def _company(full: Full) -> None:
    ends = {str(number): FAR.isoformat() for number in range(4)}
    CompanyTrials(pk="company#x", sk="trials", ends=ends, revision=1).save()


def _swallowed(full: Full) -> None:
    """Another license of more seats went into the company's."""
    license_ = License.get(full.license_id, KIND)
    other = License(pk="swallowed", sk=KIND)
    other.attribute_values = {**license_.attribute_values, **other.attribute_values}
    other.nodes, other.merged_into = int(license_.nodes) + 1, license_.pk
    other.sealed_code = seal_code("2" * 20, other.pk)
    other.save()


SELLING_BROKEN = (
    Breakage(selling.order_lines_make_one_license, "leads to no license", _line),
    Breakage(selling.order_lines_make_one_license, "was made 1 times by order lines", _line),
    Breakage(
        selling.sales_taken_back_are_blocked,
        "and not blocked",
        alter(License, withdrawn="refunded", withdrawn_at=lambda _: clock.now()),
    ),
    Breakage(selling.seats_of_merged_licenses_add_up, "seats of", _swallowed),
    Breakage(selling.trials_are_bounded, "has 4 trials", _company),
    Breakage(
        selling.trials_are_bounded,
        "with an address and a company",
        both(alter(License, trial=True, expires_on=FAR)),
    ),
)
