"""What follows when a company was deleted: nothing of it works or holds anything (COM-9).

Each round looks at everything anew and does what is left to do, as erasing.py does.
"""

from datetime import datetime

from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.companies.model import Member
from chalicelib.companies.store import companies, members
from chalicelib.entry.each import do_each
from chalicelib.invitations.forgetting import withdraw_all
from chalicelib.journeys import store
from chalicelib.journeys.erasing import end_round
from chalicelib.journeys.model import Closure, Work
from chalicelib.licenses.releasing import release_of_company
from chalicelib.mail.service import Recipient, post
from chalicelib.tickets.service.clearing import clear_uploads
from chalicelib.tickets.service.closing import cancel_with_company, open_ticket_ids_of

SYSTEM = Actor(account_id="system")


def close_companies(now: datetime) -> int:
    """Go on with every company that was deleted and of which something may be there."""
    due = store.due_journeys(Work.CLOSE_COMPANY, now, settings().job_items)
    return do_each(due, lambda company_id: go_on(company_id, now))


def go_on(company_id: str, now: datetime) -> bool:
    """One company's next round. Answers whether anything was there."""
    closure = store.find_closure(company_id)
    if closure is None or closure.due is None:
        return False
    most = settings().job_items
    # First what others wait for: licenses that a new owner may want to add.
    found = release_of_company(company_id, most, now)
    found += withdraw_all(company_id, now)
    for ticket_id in open_ticket_ids_of(company_id, most):
        found += cancel_with_company(ticket_id, now)
    for member in members.some_members(company_id, most):
        found += 1
        _let_go(closure, member, now)
    if not found:
        companies.forget_remains(company_id)
    end_round(closure, closure.closed_at, now, found)
    return found > 0


def _let_go(closure: Closure, member: Member, now: datetime) -> None:
    """One of its people: without company, signed out everywhere, and told."""
    clear_uploads(member.account_id, now, closure.pk)
    account = accounts.find_account(member.account_id)
    change = Transaction(Operation.of("job", f"{closure.pk} lets go {member.account_id}"), now)
    members.remove_member(change, closure.pk, member.account_id, lost=Conflict())
    if account is not None and account.company_id == closure.pk:
        accounts.leave_company(change, account, closure.pk, lost=Conflict())
        to = Recipient(account.email, account.language, account.name)
        post(change, to, "company_deleted", {"company": closure.name}, now)
    record(change, SYSTEM, "member.removed", member.account_id, now, company_id=closure.pk)
    try:
        change.commit()
    except (Repeated, Conflict):
        # The person left at this moment, or another run was first.
        return
