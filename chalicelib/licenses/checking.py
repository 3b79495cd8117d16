"""Claims that the vendor looks at first (LIC-3, STF-4): the list, and deciding one."""

from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid, NotFound
from chalicelib.base.operation import Operation
from chalicelib.licenses import letters
from chalicelib.licenses.changing import alter, decide_anew
from chalicelib.licenses.errors import CheckDecided
from chalicelib.licenses.evidence import check_row
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import ClaimState, License
from chalicelib.licenses.naming import names_of
from chalicelib.licenses.noting import note
from chalicelib.licenses.rules.claims import may_move
from chalicelib.licenses.schemas.checks import CheckDecision, CheckDone, CheckPage
from chalicelib.licenses.store import desk
from chalicelib.licenses.store import licenses as store


def list_checks(actor: Actor, cursor: str | None, now: datetime) -> CheckPage:
    """A page of the claims that wait, the oldest first: one query, one read of company names."""
    page = desk.check_page(cursor)
    names = names_of({row.company_id for row in page.items})
    rows = [check_row(actor, row, names.get(row.company_id, ""), now) for row in page.items]
    return CheckPage(items=rows, next_cursor=page.next_cursor)


def decide_check(
    actor: Actor, license_id: str, data: CheckDecision, now: datetime, operation: Operation
) -> CheckDone:
    """Accept or refuse the claim that was looked at, and tell its company.

    Raises NotFound, or CheckDecided when that claim waits no more: of two who decide at once the
    second gets it, and a newer claim is left to be looked at by itself. Raises Invalid on `reason`
    for a refusal without one.
    """
    if not data.accept and data.reason is None:
        raise Invalid(FieldError("reason", "missing"))
    return decide_anew(lambda: _decide(actor, license_id, data, now, operation))


def _decide(
    actor: Actor, license_id: str, data: CheckDecision, now: datetime, operation: Operation
) -> CheckDone:
    license_ = store.find_license(license_id)
    if license_ is None:
        raise NotFound
    state = ClaimState.ACTIVE if data.accept else ClaimState.REFUSED
    waits = license_.claim == ClaimState.PENDING and license_.claimed_at == data.claimed_at
    if not waits or not may_move(ClaimState.PENDING, state):
        raise CheckDecided
    change = Transaction(operation, now)
    _write(change, actor, license_, data, state, now)
    answer = CheckDone(claim=state)
    change.commit(answer.model_dump(mode="json"))
    return answer


def _write(
    change: Transaction,
    actor: Actor,
    license_: License,
    data: CheckDecision,
    state: ClaimState,
    now: datetime,
) -> None:
    company_id, accepted = license_.company_id, state == ClaimState.ACTIVE
    alter(
        change,
        license_,
        now,
        claim=state,
        check=None,
        checked_for=company_id if accepted else None,
        refused_because=None if accepted else data.reason,
    )
    what = What.CHECK_PASSED if accepted else What.CHECK_REFUSED
    note(change, license_, what, actor, now, text=data.reason)
    to = letters.keepers(company_id, license_.claimed_by)
    template = letters.APPROVED if accepted else letters.REFUSED
    letters.tell(change, license_, to, template, now, reason=data.reason or "")
    action = "license.check_passed" if accepted else "license.check_refused"
    details = {"public_id": license_.public_id}
    record(change, actor, action, license_.pk, now, company_id=company_id, details=details)
