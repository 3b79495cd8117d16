"""What the form of a request offers (REQ-2, REQ-3)."""

from chalicelib.entry.schema import Schema
from chalicelib.tickets.model.ticket import Severity
from chalicelib.tickets.schemas.requests import Named


class PatchOut(Schema):
    """A newer cumulative patch of a version."""

    name: str
    url: str


class VersionOut(Schema):
    """A version to choose."""

    id: str
    name: str
    newer_patch: PatchOut | None


class ProductOut(Schema):
    """A product that the company has support for."""

    id: str
    name: str
    versions: list[VersionOut]


class GroupOut(Schema):
    """A product group with what of it the company has support for."""

    id: str
    name: str
    products: list[ProductOut]


class TypeOut(Schema):
    """What a request can be about, in two steps."""

    id: str
    name: str
    subtypes: list[Named]


class TicketForm(Schema):
    """Everything that the form offers, in the person's language."""

    groups: list[GroupOut]
    operating_systems: list[Named]
    types: list[TypeOut]
    severities: list[Severity]
    tips: list[str]
