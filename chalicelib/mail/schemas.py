"""What people choose about their letters."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from chalicelib.entry.schema import Schema
from chalicelib.mail.model import StopReason
from chalicelib.mail.topics import Topic


class TopicOut(Schema):
    """A topic and whether the person gets letters about it; `always`: that can't be changed."""

    topic: Topic
    wanted: bool
    always: bool


class NoticesOut(Schema):
    """Every topic of this side of the counter, in the order people read them."""

    topics: list[TopicOut]


class NoticesChosen(Schema):
    """The topics that the person does without; every other one they want."""

    unwanted: Annotated[list[Annotated[Topic, Field(strict=False)]], Field(max_length=len(Topic))]


class ReachOut(Schema):
    """Whether mail reaches the person: `stopped_for` is null where it does, as far as is known.

    `held` letters did not go out since; counted up to `held_to`.
    """

    email: str
    stopped_for: StopReason | None
    since: datetime | None
    held: int
    held_to: int


class ReachConfirmed(Schema):
    """Mail goes to this address again."""

    email: str
