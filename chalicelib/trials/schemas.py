"""What comes in and goes out around trials."""

from typing import Annotated

from chalicelib.accounts.schemas import Country, Email
from chalicelib.entry.schema import Id, Line, Name, Schema


class TrialAsked(Schema):
    """Who wants to try what. The versions are those of the documents that were accepted."""

    application_id: Id
    first_name: Name
    last_name: Name
    company_name: Annotated[str, Line(200)]
    email: Email
    country: Country
    accept_terms: str
    accept_privacy: str


class TriableOut(Schema):
    """An application that can be tried, and for how long."""

    id: str
    name: str
    days: int
    nodes: int


class TriableList(Schema):
    """All of them."""

    items: list[TriableOut]
