"""How a recovery ends without a decision: withdrawn, or overtaken by what else happens.

Loaded by jobs: no pydantic here.
"""

from datetime import datetime

from chalicelib.accounts.service import recipient_of
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, NotFound
from chalicelib.base.operation import Operation
from chalicelib.companies.store import companies
from chalicelib.mail.service import Recipient, post
from chalicelib.recoveries import store
from chalicelib.recoveries.errors import RecoveryOver
from chalicelib.recoveries.model import Recovery, RecoveryState
from chalicelib.recoveries.rules import is_open

SYSTEM = Actor(account_id="system")
LOOKED_AT = 50


def withdraw(actor: Actor, now: datetime, operation: Operation) -> None:
    """Take back what the actor asked for. NotFound when nothing is open, or RecoveryOver."""
    mine = [one for one in store.asked_by(actor.account_id, LOOKED_AT) if is_open(one)]
    if not mine:
        raise NotFound
    recovery = mine[0]
    change = Transaction(operation, now)
    _end(change, recovery, RecoveryState.WITHDRAWN, now)
    post(change, Recipient.of(actor), "recovery_ended", {"how": RecoveryState.WITHDRAWN}, now)
    record(change, actor, "recovery.withdrawn", recovery.pk, now)
    change.commit({})


def overtake(change: Transaction, by: Actor, recovery_id: str, now: datetime) -> None:
    """Write into a change of the company's owner, or its deletion, that nobody asks any more.

    The company's head is written, or deleted, by the caller. Who asked is told.
    """
    recovery = store.find(recovery_id)
    if recovery is None or not is_open(recovery):
        return
    store.end(change, recovery, RecoveryState.OVERTAKEN, now, lost=Conflict())
    asker = accounts.find_account(recovery.asker_id)
    if asker is not None:
        how = {"how": RecoveryState.OVERTAKEN}
        post(change, recipient_of(asker), "recovery_ended", how, now)
    record(change, by, "recovery.overtaken", recovery_id, now, company_id=recovery.company_id)


def end_of_asker(account_id: str, now: datetime) -> int:
    """Nobody asks any more who has left; answers how many were open."""
    found = 0
    for recovery in store.asked_by(account_id, LOOKED_AT):
        if is_open(recovery):
            found += 1
            _end_alone(recovery, now)
    return found


def _end_alone(recovery: Recovery, now: datetime) -> None:
    change = Transaction(Operation.of("job", f"{recovery.pk} asker gone"), now)
    try:
        _end(change, recovery, RecoveryState.OVERTAKEN, now)
        company_id = recovery.company_id
        record(change, SYSTEM, "recovery.overtaken", recovery.pk, now, company_id=company_id)
        change.commit()
    except (Repeated, Conflict):
        # Decided at this moment, or another run was first.
        return


def _end(change: Transaction, recovery: Recovery, state: RecoveryState, now: datetime) -> None:
    """It is over, and the company has none."""
    company = companies.find_company(recovery.company_id)
    if company is None or company.recovery != recovery.pk:
        raise RecoveryOver
    store.end(change, recovery, state, now, lost=RecoveryOver())
    companies.end_recovery(change, company, recovery.pk, lost=RecoveryOver())
