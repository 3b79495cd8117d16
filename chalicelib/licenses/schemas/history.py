"""A license's timeline."""

from datetime import datetime

from chalicelib.entry.schema import Cursor, Schema
from chalicelib.licenses.model.history import Side, What
from chalicelib.licenses.model.license import ClaimState


class HistoryQuery(Schema):
    """Where the timeline goes on."""

    cursor: Cursor | None = None


class EventDetails(Schema):
    """What belongs to some kinds of event, null where it doesn't.

    `claim` is where the claim stood then. `code` is a new code, masked. `public_ids` are the other
    licenses of a merger. `planned_for` is when a planned block takes effect. `ticket_id` and
    `ticket_number` name a request.
    """

    claim: ClaimState | None = None
    product_name: str | None = None
    key_file_name: str | None = None
    nodes_before: int | None = None
    nodes_after: int | None = None
    code: str | None = None
    public_ids: list[str] = []
    planned_for: datetime | None = None
    ticket_id: str | None = None
    ticket_number: str | None = None


class EventOut(Schema):
    """One thing that happened.

    `by` is the person's name: null for what nobody in particular did, for the vendor's people
    where a customer reads, and for whoever has been deleted. `text` is the reason that was given.
    Of an event with `day_only` the time of day is not known.
    """

    id: str
    what: What
    at: datetime
    day_only: bool
    side: Side
    by: str | None
    text: str | None
    details: EventDetails


class History(Schema):
    """A page of the timeline, the newest first."""

    items: list[EventOut]
    next_cursor: str | None
