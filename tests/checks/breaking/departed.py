"""9 and 11: what is left of people who left, and of companies that were deleted."""

from datetime import timedelta
from typing import Any

from chalicelib.accounts.model import Account
from chalicelib.aws.former_addresses import address_hash
from chalicelib.base import clock
from chalicelib.journeys.model import Closure, Departure, Work
from tests.checks import departed
from tests.checks.breaking.acts import Act, Breakage, find
from tests.checks.full import EMAIL, Full


def _departure(**values: Any) -> Act:
    """The owner of the first company is said to have left."""

    def act(full: Full) -> None:
        account = find(full, Account, lambda one: one.email == EMAIL)
        facts: dict[str, Any] = {
            "pk": account.pk,
            "sk": "departure",
            "address_hash": address_hash(EMAIL),
            "departed_at": clock.now(),
            "done_at": clock.now(),
            "cleanup": clock.now() + timedelta(days=1),
        }
        Departure(**(facts | values)).save()

    return act


def _closure(**values: Any) -> Act:
    """A company is said to have been deleted."""

    def act(full: Full) -> None:
        account = find(full, Account, lambda one: one.email == EMAIL)
        facts: dict[str, Any] = {
            "pk": account.company_id,
            "sk": "closure",
            "name": "Nordwerk GmbH",
            "closed_at": clock.now(),
            "closed_by": account.pk,
            "done_at": clock.now(),
        }
        Closure(**(facts | values)).save()

    return act


DEPARTED_BROKEN = (
    Breakage(
        departed.work_is_on_the_list_until_it_is_done,
        "is neither due nor done",
        _departure(done_at=None),
    ),
    Breakage(
        departed.work_is_on_the_list_until_it_is_done,
        "is done and due",
        _closure(due=Work.CLOSE_COMPANY, due_at=clock.now()),
    ),
    Breakage(departed.nothing_is_left_of_who_left, "still holds an address", _departure(email="x")),
    Breakage(departed.nothing_is_left_of_who_left, "account is left of", _departure()),
    Breakage(departed.nothing_names_who_left, "who has left", _departure()),
    Breakage(departed.nothing_names_who_left, "says who has left", _departure()),
    Breakage(
        departed.nobody_is_left_in_closed_companies, "is left of the closed company", _closure()
    ),
    Breakage(departed.nobody_is_left_in_closed_companies, "is in the closed company", _closure()),
    Breakage(departed.nothing_goes_on_in_closed_companies, "goes on without", _closure()),
    Breakage(departed.nothing_goes_on_in_closed_companies, "the closed company", _closure()),
)
DOORS_BROKEN = (
    Breakage(departed.nothing_opens_for_who_left, "has left and has an account", _departure()),
    Breakage(departed.nothing_opens_for_who_left, "was deleted and is there", _closure()),
)
