"""What staff change of the catalog, and get to see of it."""

from typing import Annotated

from pydantic import Field

from chalicelib.accounts.schemas import Country, Email
from chalicelib.catalog.model import Standing
from chalicelib.catalog.schemas.file import (
    ApplicationIn,
    DownloadIn,
    FunctionIn,
    GroupIn,
    Label,
    Labels,
    ProductIn,
    Slug,
    TrialIn,
    Url,
)
from chalicelib.catalog.schemas.partners import PartnerEntry
from chalicelib.entry.schema import Schema

Revision = Annotated[int, Field(ge=0)]


class GroupChange(Schema):
    """A group as it is to be; `revision` is the one that was changed, 0 for a new group."""

    names: Labels
    products: list[ProductIn]
    revision: Revision


class CatalogGroup(GroupIn):
    """A group, and how often it was changed."""

    revision: int


class ApplicationChange(Schema):
    """An application as it is to be; `revision` as for a group."""

    names: Labels
    product_ids: Annotated[list[Slug], Field(min_length=1)]
    key_file_only: bool = False
    versions: list[DownloadIn]
    functions: list[FunctionIn]
    trial: TrialIn | None = None
    retired: bool = False
    revision: Revision


class CatalogApplication(ApplicationIn):
    """An application, and how often it was changed."""

    revision: int


class PartnerChange(Schema):
    """A partner as it is to be; `revision` as for a group."""

    name: Label
    country: Country
    city: Label | None = None
    website: Url | None = None
    email: Email | None = None
    phone: Label | None = None
    standing: Standing
    revision: Revision


class CatalogOut(Schema):
    """What staff edit of the catalog."""

    groups: list[CatalogGroup]
    applications: list[CatalogApplication]


class PartnerOut(PartnerEntry):
    """A partner as staff see it."""

    revision: int


class PartnersOut(Schema):
    """Every partner."""

    items: list[PartnerOut]
