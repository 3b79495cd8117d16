"""What follows when a company got another name: its requests are found under the new one (STF-8).

Lists of requests show a company without reading it, so each request holds a copy of the name. A
request that was opened while the name changed may hold the old one: so the last round is one that
begins some time after, and finds nothing, as in erasing.py. Loaded by a job.
"""

from datetime import datetime

from chalicelib.aws.settings import settings
from chalicelib.companies.store import companies
from chalicelib.entry.each import do_each
from chalicelib.journeys import store
from chalicelib.journeys.erasing import end_round
from chalicelib.journeys.model import Work
from chalicelib.journeys.walking import walk
from chalicelib.tickets.service.renaming import rename_company


def rename_companies(now: datetime) -> int:
    """Go on with every new name that is not in all requests yet."""
    due = store.due_journeys(Work.RENAME_COMPANY, now, settings().job_items)
    return do_each(due, lambda company_id: go_on(company_id, now))


def go_on(company_id: str, now: datetime) -> bool:
    """As much of one company as fits into a run; answers whether any request was changed."""
    renaming = store.find_renaming(company_id)
    if renaming is None:
        return False
    company = companies.find_company(company_id)
    if company is None:
        store.finish(renaming, now)
        return False
    changed, ended = walk(
        renaming, [company_id], lambda ids: rename_company(ids, company_id, company.name, now)
    )
    if ended:
        end_round(renaming, renaming.renamed_at, now, changed)
    return changed > 0
