"""The vendor's catalog file."""

from collections import Counter
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from chalicelib.accounts.schemas import Country, Email
from chalicelib.catalog.model import Standing
from chalicelib.entry.schema import Schema

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=40)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Url = Annotated[str, StringConstraints(pattern=r"^https://", max_length=300)]
Labels = Annotated[dict[str, Label], Field(min_length=1)]


class PatchIn(Schema):
    """A newer cumulative patch."""

    name: Label
    url: Url


class VersionIn(Schema):
    """A version."""

    id: Slug
    name: Label
    newer_patch: PatchIn | None = None
    retired: bool = False


class ProductIn(Schema):
    """A product; its newest version first."""

    id: Slug
    names: Labels
    versions: list[VersionIn]
    retired: bool = False


class GroupIn(Schema):
    """A product group."""

    id: Slug
    names: Labels
    products: list[ProductIn]


class DownloadIn(Schema):
    """A version of an application, and where it is."""

    name: Label
    url: Url


class FunctionIn(Schema):
    """A function, and the editions that unlock it; none: every edition does."""

    names: Labels
    editions: list[Label]


class TrialIn(Schema):
    """The terms of a trial."""

    product_id: Slug
    edition: Label
    nodes: Annotated[int, Field(ge=1, le=10_000)]
    days: Annotated[int, Field(ge=1, le=366)]


class ApplicationIn(Schema):
    """An application that licenses activate; its newest version first."""

    id: Slug
    names: Labels
    product_ids: Annotated[list[Slug], Field(min_length=1)]
    key_file_only: bool = False
    versions: list[DownloadIn]
    functions: list[FunctionIn]
    trial: TrialIn | None = None
    retired: bool = False


class PartnerIn(Schema):
    """A partner. One that was never authorised is shown to those alone who ask by its name."""

    id: Slug
    name: Label
    country: Country
    city: Label | None = None
    website: Url | None = None
    email: Email | None = None
    phone: Label | None = None
    standing: Standing


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
    applications: list[ApplicationIn] = []
    partners: list[PartnerIn] = []

    @model_validator(mode="after")
    def _applications_name_products(self) -> Self:
        known = {product.id for group in self.groups for product in group.products}
        for one in self.applications:
            if unknown := set(one.product_ids) - known:
                raise PydanticCustomError(
                    "product_unknown", "unknown: {ids}", {"ids": str(unknown)}
                )
        return self

    @model_validator(mode="after")
    def _names_each_product_once(self) -> Self:
        ids = Counter(product.id for group in self.groups for product in group.products)
        if twice := [product_id for product_id, count in ids.items() if count > 1]:
            raise PydanticCustomError(
                "twice", "twice in the catalog: {ids}", {"ids": ", ".join(twice)}
            )
        return self
