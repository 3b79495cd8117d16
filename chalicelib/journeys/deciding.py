"""Staff decide whether somebody becomes the owner who asked for it (COM-10, STF-8).

Accepted, the company is handed over as handing.py does it; who was in no company joins it with
that. The decision stands on what is read here, and the transaction makes sure of each.
"""

from collections.abc import Callable
from datetime import datetime

from chalicelib.accounts.service import recipient_of
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, KontorError
from chalicelib.base.operation import Operation
from chalicelib.companies.model import Company, Member
from chalicelib.companies.store import companies, members
from chalicelib.journeys.handing import hand_over
from chalicelib.licenses import proving
from chalicelib.mail.service import post
from chalicelib.recoveries import store
from chalicelib.recoveries.errors import AskerGone, ObjectionCame, ProofGone, RecoveryOver
from chalicelib.recoveries.evidence import Facts, demand_decidable, facts_of
from chalicelib.recoveries.model import Recovery, RecoveryState
from chalicelib.recoveries.schemas import Decide

RECORDED = {
    RecoveryState.ACCEPTED: "recovery.accepted",
    RecoveryState.REFUSED: "recovery.refused",
}


def decide(
    actor: Actor, recovery_id: str, data: Decide, now: datetime, operation: Operation
) -> None:
    """Accept or refuse. A refusal needs no waiting: nothing changes hands.

    Raises NotFound, RecoveryOver; to accept also OwnerObjected, ObjectionPending, ObjectionCame,
    AskerGone, ProofGone, Conflict when another owner came at this moment.
    """
    facts = facts_of(recovery_id, now)
    demand_decidable(facts, accept=data.accept, seen=data.objections, now=now)
    if facts.company is None or facts.company.recovery != recovery_id:
        raise RecoveryOver
    change = Transaction(operation, now)
    if data.accept:
        _accept(change, actor, facts, facts.company, data.reason, now)
    else:
        _refuse(change, actor, facts, facts.company, data.reason, now)
    change.commit({})


def _accept(
    change: Transaction, actor: Actor, facts: Facts, company: Company, reason: str, now: datetime
) -> None:
    recovery = facts.recovery
    if company.owner_id != recovery.owner_id:
        raise RecoveryOver
    _end(change, actor, recovery, RecoveryState.ACCEPTED, reason, now)
    lost = ProofGone()
    proving.demand_shown(change, recovery.license_id, company.pk, now, lost=lost)
    heir = _heir(change, actor, facts, company, now)
    branches = list(company.branches)
    companies.set_facts(change, company, company.name, branches, heir.account_id, lost=Conflict())
    details: dict[str, object] = {
        "recovery": recovery.pk,
        "file_id": recovery.file_key,
        "license": recovery.license_public_id,
    }
    hand_over(change, actor, company, facts.owner.member, heir, now, details)


def _heir(
    change: Transaction, actor: Actor, facts: Facts, company: Company, now: datetime
) -> Member:
    """Who becomes the owner, as a member: who is in no company becomes one with this."""
    account, member = facts.asker.account, facts.asker.member
    if account is None:
        raise AskerGone
    if member is not None:
        members.demand_member(change, company.pk, account.pk, lost=AskerGone())
        return member
    accounts.put_into_company(change, account, company.pk, lost=AskerGone())
    record(change, actor, "member.joined", account.pk, now, company_id=company.pk)
    return members.add_member(change, company.pk, account, now)


def _refuse(
    change: Transaction, actor: Actor, facts: Facts, company: Company, reason: str, now: datetime
) -> None:
    recovery, asker = facts.recovery, facts.asker.account
    _end(change, actor, recovery, RecoveryState.REFUSED, reason, now)
    companies.end_recovery(change, company, recovery.pk, lost=RecoveryOver())
    if asker is not None:
        params = {"public_id": recovery.license_public_id, "reason": reason}
        post(change, recipient_of(asker), "recovery_refused", params, now)


def _end(
    change: Transaction,
    actor: Actor,
    recovery: Recovery,
    state: RecoveryState,
    reason: str,
    now: datetime,
) -> None:
    store.end(
        change, recovery, state, now,
        lost=_overtaken(recovery.pk), decided_by=actor.account_id, reason=reason,
    )  # fmt: skip
    action = RECORDED[state]
    record(change, actor, action, recovery.pk, now, company_id=recovery.company_id)


def _overtaken(recovery_id: str) -> Callable[[], KontorError]:
    """Somebody was faster: with an objection, or with what ended it."""

    def why() -> KontorError:
        found = store.find(recovery_id)
        return ObjectionCame() if found is not None and found.open else RecoveryOver()

    return why
