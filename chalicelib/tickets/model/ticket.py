"""Requests. Table `tickets`: one collection per request, so that one query opens it.

Attributes have short names because lists and collections are paid for by their bytes: a list
page of 25 rows fits into 8 KB, a request of 20 messages into 12 (docs/access-patterns.md).
"""

from datetime import datetime
from enum import StrEnum

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from chalicelib.aws.tables import Item, TableMeta, Time, table
from chalicelib.base import ids
from chalicelib.tickets.model import indexes
from chalicelib.tickets.model.attributes import CardAttribute, Millis, Words


class Status(StrEnum):
    """Where a request is (REQ-8). Which moves there are stands in rules/moves.py."""

    IN_PROGRESS = "in_progress"
    AWAITING_ANSWER = "awaiting_answer"
    SOLUTION_PROVIDED = "solution_provided"
    RESOLVED_NO_INFORMATION = "resolved_no_information"
    CLOSED = "closed"
    CLOSED_REDIRECTED = "closed_redirected"
    CANCELLED_BY_SPECIALIST = "cancelled_by_specialist"
    CANCELLED_BY_USER = "cancelled_by_user"
    CANCELLED_EXPIRED = "cancelled_expired"


class Category(StrEnum):
    """What a request is about (REQ-1)."""

    TECHNICAL = "technical"
    PORTAL = "portal"


class Severity(StrEnum):
    """How much it hurts, in the author's eyes."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class Party(StrEnum):
    """Which side of the counter somebody is on; the system is nobody's."""

    CUSTOMER = "customer"
    SUPPORT = "support"
    SYSTEM = "system"


class TicketPart(Item):
    """What stands in the table; `due` and `due_at` put it on the jobs' list, until it is done."""

    class Meta(TableMeta):
        table_name = table("tickets")

    due = UnicodeAttribute(null=True, attr_name="d")
    due_at = Time(null=True, attr_name="da")
    by_due = indexes.ByDue()


class Ticket(TicketPart, discriminator="ticket"):
    """A request. `pk` is its id, `sk` is `ticket`.

    Names of people, company and product are copied in, so that no list joins; a company's follows
    when it is changed (journeys/renaming.py), a person's goes when they do. `card` holds what
    lists show, `about` the ids and names of version, operating system, type and subtype. `since`
    is when it came into its status. `revision` counts its changes: every change names the one
    that it read. What stands after it only puts the request into lists (rules/lists.py).
    """

    card = CardAttribute(attr_name="k")
    status = UnicodeAttribute(attr_name="st")
    severity = UnicodeAttribute(attr_name="sv")
    company_id = UnicodeAttribute(attr_name="c")
    company_name = UnicodeAttribute(attr_name="cn")
    author_id = UnicodeAttribute(attr_name="a")
    branch = UnicodeAttribute(attr_name="b", null=True)
    product_id = UnicodeAttribute(attr_name="p")
    about = Words(attr_name="ab")
    license_id = UnicodeAttribute(attr_name="li")
    license_public_id = UnicodeAttribute(attr_name="lp")
    related_id = UnicodeAttribute(attr_name="ri", null=True)
    related_number = UnicodeAttribute(attr_name="rn", null=True)
    assignee_id = UnicodeAttribute(attr_name="w", null=True)
    assignee_name = UnicodeAttribute(attr_name="wn", null=True)
    assignee_email = UnicodeAttribute(attr_name="we", null=True)
    assignee_language = UnicodeAttribute(attr_name="wl", null=True)
    files = NumberAttribute(attr_name="f", default=0)
    updated_at = Millis(attr_name="u")
    since = Time(attr_name="si")
    reminded_at = Time(attr_name="re", null=True)
    revision = NumberAttribute(attr_name="r", default=0)

    company_status = UnicodeAttribute(attr_name="cs", null=True)
    company_inactive = UnicodeAttribute(attr_name="ci", null=True)
    author = UnicodeAttribute(attr_name="aa", null=True)
    author_status = UnicodeAttribute(attr_name="as", null=True)
    author_inactive = UnicodeAttribute(attr_name="ai", null=True)
    queue = UnicodeAttribute(attr_name="q", null=True)
    open = UnicodeAttribute(attr_name="o", null=True)
    waiting = UnicodeAttribute(attr_name="wa", null=True)

    by_company = indexes.ByCompany()
    by_company_status = indexes.ByCompanyStatus()
    by_company_inactive = indexes.ByCompanyInactive()
    by_author = indexes.ByAuthor()
    by_author_status = indexes.ByAuthorStatus()
    by_author_inactive = indexes.ByAuthorInactive()
    by_queue = indexes.ByQueue()
    by_open = indexes.ByOpen()
    by_waiting = indexes.ByWaiting()

    @property
    def number(self) -> str:
        """The incident number that people use."""
        return self.card.number

    @property
    def subject(self) -> str:
        """What it is about, in a line."""
        return self.card.subject

    @property
    def created_at(self) -> datetime:
        """When it was opened: its id says so."""
        return ids.made_at(self.pk)


class Number(TicketPart, discriminator="number"):
    """Makes an incident number unique and finds its request: `pk` is `number#<number>`.

    Company and author are copied in, so that one read also decides who may know.
    """

    ticket_id = UnicodeAttribute()
    company_id = UnicodeAttribute(attr_name="company")
    author_id = UnicodeAttribute(attr_name="author")
    branch = UnicodeAttribute(null=True)
