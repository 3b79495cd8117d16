"""Mail that did not arrive, as staff see it."""

from datetime import datetime

from chalicelib.entry.schema import Cursor, Schema
from chalicelib.mail.model import StopReason


class ListQuery(Schema):
    """Where the list goes on."""

    cursor: Cursor | None = None


class ParkedLetter(Schema):
    """A letter that was given up. `error` is SES's code, or the kind of failure in writing it."""

    id: str
    template: str
    to: str
    created_at: datetime
    parked_at: datetime
    attempts: int
    error: str


class ParkedPage(Schema):
    """A page of them, the latest first."""

    items: list[ParkedLetter]
    next_cursor: str | None


class StoppedAddress(Schema):
    """An address that gets no mail. `account_id` and what follows: the customer's, if there is one.

    `template` is the letter that it came of, `answer` what the other server said, `held` how many
    letters did not go out since, counted up to the page's `held_to`.
    """

    id: str
    email: str
    reason: StopReason
    since: datetime
    template: str
    answer: str | None
    held: int
    account_id: str | None
    name: str | None
    company_id: str | None


class StoppedPage(Schema):
    """A page of them, the latest first."""

    items: list[StoppedAddress]
    held_to: int
    next_cursor: str | None
