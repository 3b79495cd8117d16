"""Recovery codes made anew (ACC-5)."""

from datetime import datetime

from chalicelib.accounts.service import recipient_of
from chalicelib.accounts.sessions import account_of
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.base.operation import Operation
from chalicelib.factors.repeating import once
from chalicelib.factors.schemas import RecoveryCodesOut
from chalicelib.factors.service import demand_confirmed, new_recovery_codes, shown
from chalicelib.mail.service import post


def renew(
    actor: Actor, password: str | None, now: datetime, operation: Operation
) -> RecoveryCodesOut:
    """New codes, shown this once; the former ones are good for nothing from now on.

    NotFound without a second factor: there is nothing to recover.
    """

    def do() -> RecoveryCodesOut:
        account = account_of(actor)
        if not account.secured:
            raise NotFound
        demand_confirmed(actor, account, password, now)
        change = Transaction(operation, now)
        set_id = new_recovery_codes(change, account, now)
        record(change, actor, "recovery_codes.renewed", account.pk, now)
        post(change, recipient_of(account), "recovery_codes_renewed", {}, now)
        change.commit({"set": set_id})
        return shown(set_id)

    return once(operation, do, lambda answer: shown(answer["set"]))
