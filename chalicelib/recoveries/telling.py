"""The company's people are told that its ownership was asked for, and how that ended (COM-10).

The owner first, then all who hold a right, some at a time: there may be hundreds. Each round does
what is left, so it may be cut off, run twice or late. Loaded by a job: no pydantic here.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from chalicelib.accounts import links
from chalicelib.accounts.model import Purpose
from chalicelib.accounts.store import accounts
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.companies.model import Company, Member
from chalicelib.companies.service import recipient_of
from chalicelib.companies.store import companies, members, rights
from chalicelib.entry.each import do_each
from chalicelib.mail.service import post
from chalicelib.recoveries import store
from chalicelib.recoveries.model import Recovery, RecoveryState, Work
from chalicelib.recoveries.rules import is_open
from chalicelib.tickets.service.releasing import release

KEPT = frozenset({RecoveryState.ACCEPTED, RecoveryState.REFUSED})
"""What staff decided stays for some years, with the application it was decided on."""


def go_on_with_all(now: datetime) -> int:
    """Tell and forget whatever is due."""
    most = settings().job_items
    told = do_each(store.due_recoveries(Work.TELL, now, most), lambda one: go_on(one, now))
    return told + do_each(store.due_recoveries(Work.FORGET, now, most), lambda one: go_on(one, now))


def go_on(recovery_id: str, now: datetime) -> bool:
    """What is due about one; answers whether anything was."""
    recovery = store.find(recovery_id)
    if recovery is None or recovery.due is None or recovery.due_at > now:
        return False
    if recovery.due == Work.FORGET:
        release(recovery.file_key, now)
        store.forget(recovery.pk)
        return True
    company = companies.find_company(recovery.company_id)
    while _tell_some(recovery, company, now):
        again = store.find(recovery_id)
        if again is None or again.due != Work.TELL or again.state != recovery.state:
            break
        recovery = again
    return True


def _tell_some(recovery: Recovery, company: Company | None, now: datetime) -> bool:
    """One page of letters; answers whether there are more. Where another run was first: none."""
    most = settings().recovery_letters
    page = rights.right_holders(company.pk, recovery.told or "", most) if company else []
    change = Transaction(_operation(recovery), now)
    _write(change, recovery, company, page, now)
    more = len(page) == most
    if more:
        store.note_told(change, recovery, page[-1].account_id, lost=Conflict())
    else:
        store.end_telling(change, recovery, _forget_at(recovery), lost=Conflict())
    try:
        change.commit()
    except (Repeated, Conflict):
        return False
    return more


def _operation(recovery: Recovery) -> Operation:
    return Operation.of("job", f"{recovery.pk} tell {recovery.state} {recovery.told or ''}")


def _forget_at(recovery: Recovery) -> datetime | None:
    if is_open(recovery):
        return None
    days = settings().recovery_keep_days if recovery.state in KEPT else 0
    at: datetime = recovery.ended_at + timedelta(days=days)
    return at


def _write(
    change: Transaction,
    recovery: Recovery,
    company: Company | None,
    page: Sequence[Member],
    now: datetime,
) -> None:
    if company is None:
        return  # its people were told of that
    asker = accounts.find_account(recovery.asker_id)
    params = {
        "company": company.name,
        "who": asker.name if asker else "",
        "email": asker.email if asker else "",
    }
    for member in _readers(recovery, company, page):
        if is_open(recovery):
            _tell(change, recovery, member, params, now)
        else:
            over = params | {"how": recovery.state}
            post(change, recipient_of(member), "recovery_over", over, now)


def _readers(recovery: Recovery, company: Company, page: Sequence[Member]) -> list[Member]:
    """Each once; who asked and, of a handing over, both owners hear of it in their own letters."""
    silent = {recovery.asker_id}
    if recovery.state == RecoveryState.ACCEPTED:
        silent.add(recovery.owner_id)
    owner = members.find_member(company.pk, company.owner_id) if not recovery.told else None
    people = {one.account_id: one for one in (owner, *page) if one is not None}
    if recovery.told:
        silent.add(company.owner_id)
    return [one for one in people.values() if one.account_id not in silent]


def _tell(
    change: Transaction,
    recovery: Recovery,
    member: Member,
    params: Mapping[str, object],
    now: datetime,
) -> None:
    """With a link of their own, to object by until the time for that is over."""
    known = {"recovery": recovery.pk, "company": recovery.company_id}
    lifetime = max(recovery.ends_at - now, timedelta())
    link_id = links.issue(change, Purpose.OBJECT, member.account_id, now, lifetime, known)
    more: dict[str, object] = {
        "url": {"link": link_id, "page": "/object"},
        "ends_at": recovery.ends_at.isoformat(),
        "owner": "1" if member.account_id == recovery.owner_id else "",
    }
    post(change, recipient_of(member), "recovery_told", {**params, **more}, now)
