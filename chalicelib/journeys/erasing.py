"""What follows when somebody has left: nothing of theirs stays but the company's requests (ACC-13).

Each round looks at everything anew and does what is left to do, so it may be cut off, run twice or
late. What was under way while the account went can still write: so the last round is one that
begins some time after, and finds nothing.
"""

from datetime import datetime, timedelta

from chalicelib.accounts.store import accounts
from chalicelib.aws.settings import settings
from chalicelib.entry.each import do_each
from chalicelib.invitations.forgetting import forget_inviter
from chalicelib.journeys import store
from chalicelib.journeys.model import Departure, Journey, Work
from chalicelib.journeys.walking import walk
from chalicelib.mail import service as mail
from chalicelib.recoveries.ending import end_of_asker
from chalicelib.tickets.service.authors import forget_author
from chalicelib.tickets.service.clearing import clear_uploads


def forget_departed(now: datetime) -> int:
    """Go on with everybody who left and of whom something may be there."""
    due = store.due_journeys(Work.FORGET_PERSON, now, settings().job_items)
    return do_each(due, lambda account_id: go_on(account_id, now))


def go_on(account_id: str, now: datetime) -> bool:
    """One person's next step: as much as fits into a run. Answers whether anything was there."""
    departure = store.find_departure(account_id)
    if departure is None or departure.due is None:
        return False
    found = accounts.forget_remains(account_id) + clear_uploads(account_id, now)
    found += end_of_asker(account_id, now)
    for company_id in departure.companies or ():
        found += forget_inviter(company_id, account_id)
    renamed, ended = _forget_names(departure, now)
    found += renamed
    if not ended:
        return True
    end_round(departure, departure.departed_at, now, found + _forget_address(departure))
    return found > 0


def _forget_address(departure: Departure) -> int:
    """Take the address out of every letter; answers whether some are on their way yet."""
    if not departure.email:
        return 0
    waiting = mail.forget_address(departure.email, departure.address_hash)
    return waiting + mail.waits_for(departure.email)


def end_round(journey: Journey, began: datetime, now: datetime, found: int) -> None:
    """Another round when everything that was under way is over, or the end."""
    late = began + timedelta(seconds=settings().late_seconds)
    if now >= late and not found:
        store.finish(journey, now)
    else:
        store.begin_again(journey, max(late, now))


def _forget_names(departure: Departure, now: datetime) -> tuple[int, bool]:
    """In the requests of every company that the person was in."""
    return walk(
        departure,
        departure.companies or (),
        lambda ids: sum(forget_author(one, departure.pk, now) for one in ids),
    )
