"""What people choose about their letters."""

from typing import Annotated

from pydantic import Field

from chalicelib.entry.schema import Schema
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
