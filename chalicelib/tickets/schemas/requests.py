"""What comes in and goes out around requests, on the customers' side."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from chalicelib.aws.settings import settings
from chalicelib.entry.schema import Cursor, Id, Line, Schema, Text, Token
from chalicelib.tickets.model.message import MessageKind, Scan
from chalicelib.tickets.model.ticket import Category, Party, Severity, Status

Words = Annotated[str, Text(settings().text_chars)]
Subject = Annotated[str, Line(settings().subject_chars)]
Files = Annotated[list[Token], Field(max_length=settings().files_per_message)]


class OpenTicket(Schema):
    """A technical request (REQ-2). `files` are keys of completed uploads."""

    category: Literal[Category.TECHNICAL]
    product_id: Id
    version_id: Id
    os_id: Id
    type_id: Id
    subtype_id: Id
    severity: Severity
    subject: Subject
    description: Words
    files: Files = []
    related_ticket_id: Id | None = None


class TicketOpened(Schema):
    """A request that was just opened."""

    id: str
    number: str
    status: Status


class TicketQuery(Schema):
    """Which requests (REQ-7). `author=all` shows all that the person may see.

    One filter at a time: `waiting` (for the customer's answer) goes before `status`, and that
    before `inactive`.
    """

    author: Literal["all", "me"] = "all"
    status: Status | None = None
    waiting: bool = False
    inactive: bool = False
    cursor: Cursor | None = None


class Named(Schema):
    """Something by its id and name."""

    id: str
    name: str


class TicketRow(Schema):
    """A request in a list. `waiting_for` says whose turn it is, null when nobody's."""

    id: str
    number: str
    subject: str
    status: Status
    category: Category
    product_name: str
    author: Named
    created_at: datetime
    updated_at: datetime
    waiting_for: Literal["you", "support"] | None
    files: int


class TicketPage(Schema):
    """A page of requests."""

    items: list[TicketRow]
    next_cursor: str | None


class TicketId(Schema):
    """Which request an incident number stands for."""

    id: str


class Speaker(Schema):
    """Who wrote a message; the name is empty for the system."""

    name: str
    role: Party


class FileOut(Schema):
    """A file of a message; `sha256` is the receipt, S3's checksum of the parts' checksums."""

    id: str
    name: str
    size: int
    sha256: str | None
    scan: Scan


class MessageOut(Schema):
    """One entry of the conversation. The text of a status message may be empty."""

    id: str
    kind: MessageKind
    author: Speaker
    text: str
    created_at: datetime
    files: list[FileOut]


# One move of the status; `from` is null for the first. A class can't have a field of that name.
MoveOut = TypedDict("MoveOut", {"at": datetime, "from": Status | None, "to": Status, "by": Party})


class Can(Schema):
    """What this person can do with this request now."""

    reply: bool
    close: bool


class Related(Schema):
    """Another request that this one names."""

    id: str
    number: str


class TicketOut(TicketRow):
    """A request with its conversation, the oldest message first.

    `closes_at` is when it ends by itself if nothing happens: null when it doesn't.
    """

    product_id: str
    version_name: str
    os_name: str
    type_name: str
    subtype_name: str
    severity: Severity
    license_public_id: str
    related: Related | None
    messages: list[MessageOut]
    history: list[MoveOut]
    can: Can
    closes_at: datetime | None


class Reply(Schema):
    """A message of a customer."""

    text: Words
    files: Files = []


class Replied(Schema):
    """A message that was just written, and the status since."""

    message_id: str
    status: Status


class Moved(Schema):
    """The status since a change."""

    status: Status


class Download(Schema):
    """Where a file can be fetched for a few minutes; `warning` when it could not be scanned."""

    url: str
    expires_at: datetime
    warning: bool
