"""What comes in and goes out around requests, on the vendor's side."""

from datetime import date
from typing import Annotated, Literal

from chalicelib.aws.settings import settings
from chalicelib.entry.schema import Id, Schema, Text
from chalicelib.mail.model import StopReason
from chalicelib.tickets.schemas.requests import Files, Named, TicketOut, TicketRow, Words

Action = Literal["answer", "question", "solution", "note", "assign", "close", "cancel", "redirect"]


class StaffMessage(Schema):
    """A message of the support; a note stays among staff."""

    kind: Literal["answer", "question", "solution", "note"]
    text: Words
    files: Files = []


class Assignment(Schema):
    """Whose request it shall be; null gives it back to the queue."""

    assignee: Id | None


class Assigned(Schema):
    """Whose request it is now."""

    assignee: Named | None


class Closure(Schema):
    """How a request ends; the reason stands in the conversation."""

    how: Literal["close", "cancel", "redirect"]
    reason: Annotated[str, Text(settings().text_chars)] | None = None


class Reader(Schema):
    """Somebody who will get the message by mail (NOT-5)."""

    name: str
    email: str


class StaffAuthor(Named):
    """Who asked; e-mail and language are empty when the account is gone.

    `stopped_for`: why their address gets no mail (NOT-3).
    """

    email: str
    language: str
    stopped_for: StopReason | None


class StaffLicense(Schema):
    """The license that a request stands on."""

    id: str
    public_id: str
    edition: str
    end_user: str
    nodes: int
    expires_on: date
    blocked: bool


class StaffTicket(TicketOut):
    """A request as staff see it, notes included, with what is good to know beside it (STF-3)."""

    author: StaffAuthor
    company: Named
    assignee: Named | None
    license: StaffLicense | None
    earlier: list[TicketRow]
    moves: list[Action]
    recipients: list[Reader]
