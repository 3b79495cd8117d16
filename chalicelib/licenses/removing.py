"""Taking a license off a company's list (LIC-7). Undoing it is adding it again."""

from datetime import datetime, timedelta

from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.licenses import letters
from chalicelib.licenses.changing import UNHELD, alter, decide_anew
from chalicelib.licenses.errors import SupportWouldEnd
from chalicelib.licenses.listing import find_visible
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import ClaimState, License, Status
from chalicelib.licenses.model.lineage import Removal
from chalicelib.licenses.noting import note
from chalicelib.licenses.rules.status import gives_support, status
from chalicelib.licenses.schemas.removal import LicenseRemoved, RemoveLicense
from chalicelib.licenses.store import removals as store


def remove_license(
    actor: Actor, license_id: str, data: RemoveLicense, now: datetime, operation: Operation
) -> LicenseRemoved:
    """End the company's claim, and tell those who look after its licenses.

    Raises NotFound, or SupportWouldEnd for a license that has not expired, unless `support_ends`
    says that the person knows.
    """
    return decide_anew(lambda: _remove(actor, license_id, data, now, operation))


def _remove(
    actor: Actor, license_id: str, data: RemoveLicense, now: datetime, operation: Operation
) -> LicenseRemoved:
    license_ = find_visible(actor, license_id)
    if needs_warning(license_, now) and not data.support_ends:
        raise SupportWouldEnd
    change = Transaction(operation, now)
    alter(change, license_, now, **UNHELD)
    company_id = license_.company_id
    note(change, license_, What.REMOVED, actor, now, company_id=company_id)
    ends_at = mark_removal(change, license_, now) if license_.claim == ClaimState.ACTIVE else None
    supported = gives_support(license_, now)
    letters.tell(
        change,
        license_,
        letters.keepers(company_id),
        letters.REMOVED,
        now,
        by=actor.name,
        support=supported,
        ends_at=ends_at.isoformat() if ends_at else "",
    )
    details = {"public_id": license_.public_id, "claim": license_.claim}
    record(change, actor, "license.removed", license_.pk, now, details=details)
    answer = LicenseRemoved(id=license_.pk, public_id=license_.public_id, requests_end_at=ends_at)
    change.commit(answer.model_dump(mode="json"))
    return answer


def needs_warning(license_: License, now: datetime) -> bool:
    """Whether something is lost with it: only what expired, or was refused, goes without a word."""
    over = status(license_, now) == Status.EXPIRED
    return not over and license_.claim != ClaimState.REFUSED


def requests_end_at(now: datetime) -> datetime:
    """From when on a company's requests end that stand on a license it removes now."""
    return now + timedelta(days=settings().support_grace_days)


def mark_removal(change: Transaction, license_: License, now: datetime) -> datetime:
    """Have the company's requests that stand on the license looked after; answers from when on.

    With `demand_active` in each change that opens a request, no new one can come to it.
    """
    due_at = requests_end_at(now)
    removal = Removal(
        pk=license_.pk,
        sk=store.REMOVAL + ids.ulid(now),
        company_id=license_.company_id,
        public_id=license_.public_id,
        due=store.REQUESTS,
        due_at=due_at,
    )
    store.add_removal(change, removal)
    return due_at
