"""The way along all requests of some companies, which takes more than one run."""

from collections.abc import Callable, Iterable

from chalicelib.aws.settings import settings
from chalicelib.journeys import store
from chalicelib.journeys.model import Journey
from chalicelib.tickets.service.authors import ticket_ids_of

PAGE = 25


def walk(
    journey: Journey, companies: Iterable[str], visit: Callable[[list[str]], int]
) -> tuple[int, bool]:
    """Visit requests by their ids, page by page, from where the journey stopped.

    `visit` answers how many it changed. Answers how many that were, and whether the end was
    reached.
    """
    changed, left = 0, settings().job_items
    at, _, after = (journey.after or "").partition("/")
    for company_id in sorted(companies):
        if company_id < at:
            continue
        place: str | None = after if company_id == at and after else None
        while ids := ticket_ids_of(company_id, place, PAGE):
            changed += visit(ids)
            place, left = ids[-1], left - len(ids)
            store.note_progress(journey, f"{company_id}/{place}")
            if left <= 0:
                return changed, False
    return changed, True
