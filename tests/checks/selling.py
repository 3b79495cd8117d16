"""5: what was ordered was made once, and nobody tries more than the vendor gives."""

from collections import Counter
from collections.abc import Iterator

from chalicelib.audit.model import Entry
from chalicelib.aws.settings import settings
from chalicelib.licenses.model.license import License
from chalicelib.licenses.store.licenses import KIND
from chalicelib.orders.model import OrderLine, What
from chalicelib.trials.model import CompanyTrials, Trial
from tests.checks.store import Store


def order_lines_make_one_license(store: Store) -> Iterator[str]:
    """A line leads to its license, none of which two lines made, and each was logged once."""
    made = Counter(line.license_id for line in store.of(OrderLine) if line.what == What.LICENSE)
    logged = Counter(e.subject for e in store.of(Entry) if e.action == "license.ordered")
    # Of a license with seats of others, too, a sale's seats are taken, and the license stays.
    shared = {each.merged_into for each in store.of(License)}
    for line in store.of(OrderLine):
        where = f"{line.sk} of {line.pk}"
        license_ = store.find(License, line.license_id, KIND)
        if license_ is None or license_.public_id != line.public_id:
            yield f"{where} leads to no license"
        elif line.what != What.LICENSE or license_.pk in shared:
            continue
        elif line.withdrawn != license_.withdrawn:
            yield f"{where} is {line.withdrawn}, its license {license_.withdrawn}"
    for license_id in made.keys() | logged.keys():
        if (made[license_id], logged[license_id]) != (1, 1):
            yield f"license {license_id} was made {made[license_id]} times by order lines"


def sales_taken_back_are_blocked(store: Store) -> Iterator[str]:
    """A license whose sale was cancelled or refunded is blocked from that moment at the latest."""
    for license_ in store.of(License):
        if license_.withdrawn and (
            license_.blocked_at is None or license_.blocked_at > license_.withdrawn_at
        ):
            yield f"license {license_.pk} is {license_.withdrawn} and not blocked"


def seats_of_merged_licenses_add_up(store: Store) -> Iterator[str]:
    """A license has at least the seats that those brought which were merged into it."""
    brought: Counter[str] = Counter()
    for license_ in store.of(License):
        if license_.merged_into is not None:
            brought[license_.merged_into] += int(license_.nodes)
    for license_ in store.of(License):
        if license_.nodes < brought[license_.pk]:
            yield f"license {license_.pk} has {license_.nodes} seats of {brought[license_.pk]}"


def trials_are_bounded(store: Store) -> Iterator[str]:
    """Every trial that runs is the one of its address, and one of its company's few."""
    today = store.read_at.date()
    owners = Counter(trial.license_id for trial in store.of(Trial))
    shared: Counter[str] = Counter()
    for company in store.of(CompanyTrials):
        living = [one for one, day in company.ends.items() if day >= today.isoformat()]
        shared.update(living)
        if len(living) > settings().trials_per_company:
            yield f"{company.pk} has {len(living)} trials"
    for license_ in store.of(License):
        if license_.trial and license_.expires_on >= today:
            places = owners[license_.pk], shared[license_.pk]
            if places != (1, 1):
                yield f"trial {license_.pk} stands {places} times with an address and a company"


SELLING = (
    order_lines_make_one_license,
    sales_taken_back_are_blocked,
    seats_of_merged_licenses_add_up,
    trials_are_bounded,
)
