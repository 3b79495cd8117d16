"""Invitations when who sent them is renamed or leaves, or their company goes. Loaded by jobs."""

from contextlib import suppress
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.invitations import store
from chalicelib.invitations.rules.moves import Move, states_for

SYSTEM = Actor(account_id="system")


def withdraw_all(company_id: str, now: datetime) -> int:
    """Take a page of a company's open invitations back; answers how many were open."""
    found = store.list_open(company_id, "", None).items
    for invitation in found:
        key = f"{invitation.pk} {invitation.id} company closed {invitation.sent_at.isoformat()}"
        change = Transaction(Operation.of("job", key), now)
        store.withdraw(change, invitation, states_for(Move.WITHDRAW), lost=Conflict())
        record(change, SYSTEM, "invitation.withdrawn", invitation.id, now, company_id=company_id)
        with suppress(Repeated, Conflict):
            change.commit()
    return len(found)


def forget_inviter(company_id: str, account_id: str) -> int:
    """Take a person's name out of what they sent; answers how many there were."""
    return store.name_inviter(company_id, account_id, store.NOBODY)


def name_inviter(company_id: str, account_id: str, name: str) -> int:
    """Let a person go by this name in what they sent; answers how many had another."""
    return store.name_inviter(company_id, account_id, name)
