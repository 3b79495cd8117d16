"""What stands in a request's collection beside its head: messages, files, the survey's answer."""

from datetime import datetime
from enum import StrEnum

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.base import ids
from chalicelib.tickets.model.attributes import Millis
from chalicelib.tickets.model.ticket import TicketPart

MESSAGE = "m#"
FILE = "f#"


class MessageKind(StrEnum):
    """What a message is; a note is for staff only, a status message tells of a move."""

    MESSAGE = "message"
    QUESTION = "question"
    SOLUTION = "solution"
    STATUS = "status"
    NOTE = "note"


class Scan(StrEnum):
    """What the malware scan said of a file; until then it is pending (REQ-4)."""

    PENDING = "pending"
    CLEAN = "clean"
    INFECTED = "infected"
    UNSCANNABLE = "unscannable"


class Message(TicketPart, discriminator="message"):
    """One entry of the conversation: `pk` the request's id, `sk` `m#<ulid>`.

    `moved_from` and `moved_to` stand where the status moved with it, so that the history needs no
    items of its own; the first message has only `moved_to`. `by` is the side that spoke.
    """

    what = UnicodeAttribute(attr_name="y")
    by = UnicodeAttribute(attr_name="by")
    author_id = UnicodeAttribute(attr_name="a", null=True)
    author_name = UnicodeAttribute(attr_name="an", null=True)
    text = UnicodeAttribute(attr_name="t", null=True)
    moved_from = UnicodeAttribute(attr_name="mf", null=True)
    moved_to = UnicodeAttribute(attr_name="mt", null=True)

    @property
    def id(self) -> str:
        """The message's id within all requests."""
        return self.sk.removeprefix(MESSAGE)

    @property
    def created_at(self) -> datetime:
        """When it was written: its id says so."""
        return ids.made_at(self.id)


class File(TicketPart, discriminator="file"):
    """A file of a message: `pk` the request's id, `sk` `f#<key>`, the key that S3 knows it by.

    `place` is where it stood in the message, from 0. `internal` files belong to notes: customers
    do not see them.
    """

    message_id = UnicodeAttribute(attr_name="m")
    place = NumberAttribute(attr_name="p", default=0)
    name = UnicodeAttribute(attr_name="na")
    size = NumberAttribute(attr_name="z")
    sha256 = UnicodeAttribute(attr_name="h", null=True)
    verdict = UnicodeAttribute(attr_name="sc", default=Scan.PENDING)
    internal = BooleanAttribute(attr_name="in", null=True)

    @property
    def key(self) -> str:
        """Where S3 has it, and its id in the API."""
        return self.sk.removeprefix(FILE)


class Survey(TicketPart, discriminator="survey"):
    """What the author says of the support they had (REQ-15): `sk` is `survey`."""

    rating = NumberAttribute(null=True)
    words = UnicodeAttribute(null=True)
    answered_at = Millis()
