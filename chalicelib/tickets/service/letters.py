"""The letters around requests. Each person gets one of their own; the request is the thread.

Templates and their params, beside `number`, `subject` and `url` (the page of the request):

    ticket_registered   product
    ticket_answer       text
    ticket_question     text
    ticket_solution     text
    ticket_status       status, reason (may be empty)
    ticket_reminder     closes_at
    ticket_company_closed   company; without `url`
    survey              ends_at; `url` is the link to the survey
    staff_new_message   author, company, text; `url` is the request's page in the console
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from chalicelib.accounts import links
from chalicelib.accounts.model import Purpose
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.companies.service import find_person
from chalicelib.mail.service import Recipient, post
from chalicelib.tickets.model.ticket import Ticket
from chalicelib.tickets.rules.visibility import visible_to

REGISTERED = "ticket_registered"
ANSWER = "ticket_answer"
QUESTION = "ticket_question"
SOLUTION = "ticket_solution"
STATUS = "ticket_status"
REMINDER = "ticket_reminder"
SURVEY = "survey"
STAFF_NEW_MESSAGE = "staff_new_message"
COMPANY_CLOSED = "ticket_company_closed"


def readers_of(ticket: Ticket) -> list[Actor]:
    """Who gets the letters about a request: of its participants those who may see it (NOT-5).

    One round trip. The author is the only participant so far.
    """
    return who_may_read(ticket, [author_of(ticket)])


def author_of(ticket: Ticket) -> Actor:
    """The author as they stand in the company now; NOBODY when the account is gone."""
    return find_person(ticket.company_id, ticket.author_id)


def who_may_read(ticket: Ticket, people: Iterable[Actor]) -> list[Actor]:
    """Those of the people who may see the request."""
    return [who for who in people if who.account_id and visible_to(who).covers(ticket)]


def tell(
    change: Transaction,
    ticket: Ticket,
    readers: Iterable[Actor],
    template: str,
    now: datetime,
    **params: object,
) -> None:
    """A letter about the request to each of the readers."""
    common = {
        "number": ticket.number,
        "subject": ticket.subject,
        "url": {"page": f"/requests/{ticket.pk}"},
    }
    for reader in readers:
        to = Recipient.of(reader)
        post(change, to, template, common | params, now, thread=ticket.pk)


def ask_for_rating(
    change: Transaction, ticket: Ticket, readers: Iterable[Actor], now: datetime
) -> None:
    """The survey's letter to the author, with a link that stays good for some weeks (REQ-15)."""
    lifetime = timedelta(days=settings().survey_days)
    for author in (reader for reader in readers if reader.account_id == ticket.author_id):
        asked = {"author": ticket.author_id}
        link_id = links.issue(change, Purpose.SURVEY, ticket.pk, now, lifetime, asked)
        url = {"link": link_id, "page": "/survey"}
        ends_at = (now + lifetime).isoformat()
        tell(change, ticket, [author], SURVEY, now, url=url, ends_at=ends_at)


def tell_assignee(
    change: Transaction, ticket: Ticket, author: Actor, text: str, now: datetime
) -> None:
    """A letter to the member of staff whose request it is, if it is anybody's."""
    if not ticket.assignee_email:
        return
    to = Recipient(
        ticket.assignee_email, ticket.assignee_language or "", ticket.assignee_name or ""
    )
    params = {
        "number": ticket.number,
        "subject": ticket.subject,
        "url": {"page": f"/console/requests/{ticket.pk}"},
        "author": author.name,
        "company": ticket.company_name,
        "text": text,
    }
    post(change, to, STAFF_NEW_MESSAGE, params, now, thread=ticket.pk)
