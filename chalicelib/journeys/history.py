"""Requests that get another author, because the person has another account (STF-9).

Loaded by a job. What was asked for is decided in restoring.py; this carries it out, from where it
stopped.
"""

from datetime import datetime

from chalicelib.accounts.store import accounts
from chalicelib.aws.settings import settings
from chalicelib.companies.store import companies
from chalicelib.entry.each import do_each
from chalicelib.journeys import store
from chalicelib.journeys.model import Work
from chalicelib.journeys.walking import walk
from chalicelib.tickets.service.authors import give_author
from chalicelib.tickets.store.authors import Author


def move_histories(now: datetime) -> int:
    """Go on with every move that is not at its end."""
    due = store.due_journeys(Work.MOVE_HISTORY, now, settings().job_items)
    return do_each(due, lambda transfer_id: go_on(transfer_id, now))


def go_on(transfer_id: str, now: datetime) -> bool:
    """As much of one move as fits into a run; answers whether any request moved."""
    transfer = store.find_transfer(transfer_id)
    if transfer is None or transfer.due is None:
        return False
    account = accounts.find_account(transfer.to_account)
    company = companies.find_company(transfer.to_company)
    if account is None or company is None or account.company_id != company.pk:
        # Who was to have them has left meanwhile: what has moved is theirs, the rest stays.
        store.finish(transfer, now)
        return False
    author, of = Author(account.pk, account.name), (company.pk, company.name)
    moved, ended = walk(
        transfer,
        transfer.companies,
        lambda ids: sum(give_author(one, transfer.from_account, author, of, now) for one in ids),
    )
    if ended:
        store.finish(transfer, now)
    return moved > 0
