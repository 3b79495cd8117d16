"""The vendor's catalog file, and what everybody may know about the vendor."""

from collections import Counter
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from chalicelib.entry.schema import Schema

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=40)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Labels = Annotated[dict[str, Label], Field(min_length=1)]


class PatchIn(Schema):
    """A newer cumulative patch."""

    name: Label
    url: Annotated[str, StringConstraints(pattern=r"^https://", max_length=300)]


class VersionIn(Schema):
    """A version."""

    id: Slug
    name: Label
    newer_patch: PatchIn | None = None


class ProductIn(Schema):
    """A product; its newest version first."""

    id: Slug
    names: Labels
    versions: list[VersionIn]


class GroupIn(Schema):
    """A product group."""

    id: Slug
    names: Labels
    products: list[ProductIn]


class SystemIn(Schema):
    """An operating system."""

    id: Slug
    name: Label


class SubtypeIn(Schema):
    """A subtype."""

    id: Slug
    names: Labels


class TypeIn(Schema):
    """A type with its subtypes."""

    id: Slug
    names: Labels
    subtypes: Annotated[list[SubtypeIn], Field(min_length=1)]


class CatalogFile(Schema):
    """The whole catalog (docs/formats/catalog.md)."""

    groups: list[GroupIn]
    operating_systems: list[SystemIn]
    types: list[TypeIn]
    tips: dict[str, list[Annotated[str, StringConstraints(min_length=1, max_length=300)]]]

    @model_validator(mode="after")
    def _names_each_product_once(self) -> Self:
        ids = Counter(product.id for group in self.groups for product in group.products)
        if twice := [product_id for product_id, count in ids.items() if count > 1]:
            raise PydanticCustomError(
                "twice", "twice in the catalog: {ids}", {"ids": ", ".join(twice)}
            )
        return self


class VendorOut(Schema):
    """Who the vendor is."""

    name: str
    logo_url: str
    support_email: str
    website: str
    colours: dict[str, str]


class Document(Schema):
    """A legal text by version and address."""

    version: str
    url: str


class Statement(Schema):
    """The statement on providing data, in the reader's language."""

    version: str
    text: str


class Limits(Schema):
    """What the forms check before they send."""

    files_per_message: int
    file_bytes: int
    part_bytes: int
    parallel_parts: int
    text_chars: int
    subject_chars: int


class PasswordLimits(Schema):
    """The bounds of a password."""

    min_length: int


class Config(Schema):
    """What the pages need to know before anybody has signed in."""

    vendor: VendorOut
    languages: list[str]
    terms: Document
    privacy: Document
    data_statement: Statement
    limits: Limits
    categories: list[str]
    password: PasswordLimits
