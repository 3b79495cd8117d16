"""Deleting a colleague's account, by those who manage users (COM-6)."""

from datetime import datetime

from chalicelib.accounts.store import accounts
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import Conflict, KontorError, NotFound
from chalicelib.base.operation import Operation
from chalicelib.companies import members
from chalicelib.companies.store import rights
from chalicelib.journeys.leaving import remove_person


def delete_colleague(actor: Actor, account_id: str, now: datetime, operation: Operation) -> None:
    """Delete somebody's account whom the actor's rights reach.

    Raises NotFound (out of reach, or gone already), OwnRights for oneself, OwnerRights for the
    owner, NotYoursToGrant or OutsideScope for who holds rights that the actor can't take.
    """
    account = members.demand_removable(actor, account_id)
    change = Transaction(operation, now)
    if not actor.owner:
        rights.demand_rights(change, actor, [Right.MANAGE_USERS])
    remove_person(change, actor, account, now, lost=lambda: _overtaken(account_id))
    change.commit({})


def _overtaken(account_id: str) -> KontorError:
    return NotFound() if accounts.find_account(account_id) is None else Conflict()
