"""What comes in and goes out around a company and its people."""

from datetime import datetime

from chalicelib.entry.schema import Schema


class CompanyOut(Schema):
    """The company of the person who asks, as its people see it."""

    id: str
    name: str
    country: str
    branches: list[str]
    created_at: datetime
