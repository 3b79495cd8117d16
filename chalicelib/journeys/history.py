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
from chalicelib.journeys.model import Transfer, Work
from chalicelib.tickets.service.authors import give_author, ticket_ids_of
from chalicelib.tickets.store.authors import Author

PAGE = 25


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
    author = Author(account.pk, account.name)
    moved, ended = _walk(transfer, author, (company.pk, company.name), now)
    if ended:
        store.finish(transfer, now)
    return moved > 0


def _walk(
    transfer: Transfer, author: Author, company: tuple[str, str], now: datetime
) -> tuple[int, bool]:
    """Answers how many moved, and whether the end was reached."""
    moved, left = 0, settings().job_items
    at, _, after = (transfer.after or "").partition("/")
    for company_id in sorted(transfer.companies):
        if company_id < at:
            continue
        place: str | None = after if company_id == at and after else None
        while ids := ticket_ids_of(company_id, place, PAGE):
            moved += sum(
                give_author(one, transfer.from_account, author, company, now) for one in ids
            )
            place, left = ids[-1], left - len(ids)
            store.note_progress(transfer, f"{company_id}/{place}")
            if left <= 0:
                return moved, False
    return moved, True
