"""What follows when a company or a person got another name: requests tell the new one.

Lists of requests show company and author without reading them, so each request holds copies of
the names, and each message that of who wrote it. What was under way while the name changed may
write the old one yet: so the last round is one that begins some time after, and finds nothing, as
in erasing.py. Loaded by jobs.
"""

from datetime import datetime

from chalicelib.accounts.store import accounts
from chalicelib.aws.settings import settings
from chalicelib.companies.store import companies
from chalicelib.entry.each import do_each
from chalicelib.invitations.forgetting import name_inviter
from chalicelib.journeys import store
from chalicelib.journeys.erasing import end_round
from chalicelib.journeys.model import Renaming, Work
from chalicelib.journeys.walking import walk
from chalicelib.tickets.service.authors import name_author
from chalicelib.tickets.service.renaming import rename_company


def go_on_with(work: Work, now: datetime) -> int:
    """Go on with every new name, of companies or of people, that is not everywhere yet."""
    due = store.due_journeys(work, now, settings().job_items)
    return do_each(due, lambda named: go_on(named, now))


def go_on(named: str, now: datetime) -> bool:
    """As much of one name as fits into a run; answers whether anything was changed."""
    renaming = store.find_renaming(named)
    if renaming is None:
        return False
    if renaming.due == Work.RENAME_PERSON:
        return _go_on_with_person(renaming, now)
    return _go_on_with_company(renaming, now)


def _go_on_with_company(renaming: Renaming, now: datetime) -> bool:
    """STF-8: in all its requests."""
    company = companies.find_company(renaming.pk)
    if company is None:
        store.finish(renaming, now)
        return False
    changed, ended = walk(
        renaming, [company.pk], lambda ids: rename_company(ids, company.pk, company.name, now)
    )
    if ended:
        end_round(renaming, renaming.renamed_at, now, changed)
    return changed > 0


def _go_on_with_person(renaming: Renaming, now: datetime) -> bool:
    """ACC-9: in the requests of every company that they are or were in, and their invitations."""
    account = accounts.find_account(renaming.pk)
    if account is None:
        # Who has left is named nowhere: erasing.py sees to that.
        store.finish(renaming, now)
        return False
    were_in = {one for one in (account.company_id, *(account.former_companies or ())) if one}
    changed, ended = walk(
        renaming,
        were_in,
        lambda ids: sum(name_author(one, account.pk, account.name, now) for one in ids),
    )
    if ended:
        changed += sum(name_inviter(one, account.pk, account.name) for one in were_in)
        end_round(renaming, renaming.renamed_at, now, changed)
    return changed > 0
