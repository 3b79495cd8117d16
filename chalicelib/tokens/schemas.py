"""What comes in and goes out around tokens."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, Field

from chalicelib.base.actor import Scope
from chalicelib.entry.schema import Name, Schema


def _once_each(scopes: list[Scope]) -> list[Scope]:
    return sorted(set(scopes))


class NewToken(Schema):
    """A token to be made; without a day it ends after a year (`token_days`)."""

    name: Name
    scopes: Annotated[
        list[Scope], Field(min_length=1, max_length=len(Scope)), AfterValidator(_once_each)
    ]
    ends_on: date | None = None


class TokenOut(Schema):
    """A token as the list shows it; its secret is nowhere to be seen."""

    id: str
    name: str
    scopes: list[Scope]
    created_at: datetime
    created_by: str
    ends_on: date
    revoked_at: datetime | None
    last_used_on: date | None
    living: bool


class TokenList(Schema):
    """Every token, the newest first."""

    items: list[TokenOut]


class TokenMade(Schema):
    """A new token; `token` is its whole text, told this once."""

    id: str
    token: str
