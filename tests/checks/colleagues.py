"""3: staff are listed as they are, and there is always somebody who can manage them."""

from collections.abc import Iterator

from chalicelib.accounts.model import Account
from chalicelib.base.actor import StaffRole
from chalicelib.staff.model import Colleague, ColleagueState, Supervisors
from tests.checks.store import Store

_STATES = {True: ColleagueState.LEFT, False: ColleagueState.ACTIVE}


def staff_are_listed_as_they_are(store: Store) -> Iterator[str]:
    """Each staff account stands in the list with its role and state, and nobody else but guests."""
    listed = {one.sk.removeprefix("staff#"): one for one in store.of(Colleague)}
    for account in store.of(Account):
        if account.role is None:
            continue
        one = listed.pop(account.pk, None)
        state = _STATES[account.deactivated_at is not None]
        if one is None or (one.role, one.state) != (account.role, state):
            yield f"account {account.pk} is {account.role}, {state}, and not listed so"
    for account_id, one in listed.items():
        if one.state != ColleagueState.INVITED:
            yield f"{account_id} is listed as {one.state} and has no account"


def somebody_manages_staff(store: Store) -> Iterator[str]:
    """The supervisors that are counted are those that there are; once there is one, always."""
    there = {
        account.pk
        for account in store.of(Account)
        if account.role == StaffRole.SUPERVISOR and account.deactivated_at is None
    }
    for counted in store.of(Supervisors):
        if not counted.account_ids or set(counted.account_ids) != there:
            yield f"{counted.account_ids} are counted as supervisors, there are {there}"
    if there and not store.of(Supervisors):
        yield f"{there} are supervisors and not counted"


COLLEAGUES = (staff_are_listed_as_they_are, somebody_manages_staff)
