"""What the author says of the support they had, by a mailed link (REQ-15).

The link is good for as long as its author may see the request: whoever has left the company, or
whose request has become another's, finds nothing behind it (NOT-5).
"""

from datetime import datetime

from chalicelib.accounts import links
from chalicelib.accounts.errors import LinkUnknown
from chalicelib.accounts.model import Link, Purpose
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import NOBODY
from chalicelib.base.operation import Operation
from chalicelib.companies.store import members
from chalicelib.tickets.model.message import Survey
from chalicelib.tickets.model.ticket import Ticket
from chalicelib.tickets.schemas.surveys import SurveyAnswer, SurveyOut
from chalicelib.tickets.service import letters
from chalicelib.tickets.store import tickets as store


def inspect_survey(token: str, now: datetime) -> SurveyOut:
    """What was said so far. The link is not spent: it stays good until its end.

    Raises LinkUnknown or LinkExpired.
    """
    link, ticket, survey = _find(token, now)
    rating = None if survey is None or survey.rating is None else int(survey.rating)
    return _out(link, ticket, rating, survey.words if survey else None)


def answer_survey(data: SurveyAnswer, now: datetime, operation: Operation) -> SurveyOut:
    """Keep a rating, words or both in place of what was said before.

    Raises LinkUnknown or LinkExpired.
    """
    link, ticket, _ = _find(data.token, now)
    change = Transaction(operation, now)
    members.demand_member(change, ticket.company_id, ticket.author_id, lost=LinkUnknown())
    store.save_survey(change, ticket.pk, data.rating, data.words, now)
    record(
        change, NOBODY, "survey.answered", ticket.pk, now,
        company_id=ticket.company_id, details={"rating": data.rating},
    )  # fmt: skip
    answer = _out(link, ticket, data.rating, data.words)
    change.commit(answer.model_dump(mode="json"))
    return answer


def _find(token: str, now: datetime) -> tuple[Link, Ticket, Survey | None]:
    link = links.find(token, Purpose.SURVEY, now)
    ticket, survey = store.find_with_survey(link.subject)
    if ticket is None or ticket.author_id != (link.data or {}).get("author"):
        raise LinkUnknown
    if not letters.readers_of(ticket):
        raise LinkUnknown
    return link, ticket, survey


def _out(link: Link, ticket: Ticket, rating: int | None, words: str | None) -> SurveyOut:
    return SurveyOut(
        number=ticket.number,
        subject=ticket.subject,
        rating=rating,
        words=words,
        ends_at=link.ends_at,
    )
