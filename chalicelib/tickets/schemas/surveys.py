"""The survey behind a mailed link (REQ-15)."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from chalicelib.aws.settings import settings
from chalicelib.entry.schema import Schema, Text, Token

Rating = Annotated[int, Field(ge=1, le=5)]


class SurveyLink(Schema):
    """The secret of the link."""

    token: Token


class SurveyAnswer(Schema):
    """A rating, words, or both; each replaces what was said before."""

    token: Token
    rating: Rating | None
    words: Annotated[str, Text(settings().survey_words_chars)] | None


class SurveyOut(Schema):
    """What was said so far, about which request, and until when it can be changed."""

    number: str
    subject: str
    rating: int | None
    words: str | None
    ends_at: datetime
