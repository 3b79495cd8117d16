"""The directory of partners, as anybody may see it."""

from typing import Annotated

from pydantic import StringConstraints

from chalicelib.catalog.model import Standing
from chalicelib.entry.schema import Schema


class PartnerEntry(Schema):
    """A partner in the public directory."""

    id: str
    name: str
    country: str
    city: str | None
    website: str | None
    email: str | None
    phone: str | None
    standing: Standing


class DirectoryQuery(Schema):
    """Partners of a country, or those of a name; without either, of all countries."""

    country: Annotated[str, StringConstraints(min_length=2, max_length=2)] | None = None
    name: Annotated[str, StringConstraints(min_length=3, max_length=120)] | None = None


class Directory(Schema):
    """Partners, and the countries there are any in."""

    countries: list[str]
    items: list[PartnerEntry]
