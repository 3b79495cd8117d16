"""What the vendor sells and supports. Table `catalog`: one collection, read whole.

Names are per language. The collection is a few items, so a form costs one query; a group with its
products and versions is one item (a version is some 150 bytes, an item holds 400 KB).
"""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NotRequired

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
)
from typing_extensions import TypedDict

from chalicelib.aws.tables import Item, TableMeta, table

Names = dict[str, str]
"""One name per language."""


class Patch(TypedDict):
    """A cumulative patch that supersedes a version, and where it is."""

    name: str
    url: str


class Version(TypedDict):
    """A version of a product; a retired one is offered no more."""

    id: str
    name: str
    newer_patch: Patch | None
    retired: NotRequired[bool]


class Product(TypedDict):
    """A product with its versions, the newest first; a retired one is sold no more."""

    id: str
    names: Names
    versions: list[Version]
    retired: NotRequired[bool]


class System(TypedDict):
    """An operating system; its name is the same in every language."""

    id: str
    name: str


class Subtype(TypedDict):
    """The finer of the two words that say what a request is about."""

    id: str
    names: Names


class Type(TypedDict):
    """The coarser of the two words that say what a request is about."""

    id: str
    names: Names
    subtypes: list[Subtype]


class Download(TypedDict):
    """A version of an application, and where it is."""

    name: str
    url: str


class Function(TypedDict):
    """What an application does for licenses of these editions; of any, if none is named."""

    names: Names
    editions: list[str]


class TrialTerms(TypedDict):
    """What somebody gets who tries an application (LIC-15): for how many days, and how much."""

    product_id: str
    edition: str
    nodes: int
    days: int


class Part(Item):
    """Any item of the catalog."""

    class Meta(TableMeta):
        table_name = table("catalog")


class Group(Part, discriminator="group"):
    """A product group: `pk` is `catalog`, `sk` is `group#<id>`; `position` is its place.

    `revision` counts its changes, so that of two at once the second is told.
    """

    names = JSONAttribute()
    position = NumberAttribute()
    products = JSONAttribute()
    revision = NumberAttribute(default=1)

    @property
    def id(self) -> str:
        """The group's own id."""
        return self.sk.partition("#")[2]


class Choices(Part, discriminator="choices"):
    """What a request form offers besides products: `pk` is `catalog`, `sk` is `choices`.

    `tips` are the hints beside the description (REQ-3), a list per language.
    """

    operating_systems = JSONAttribute()
    types = JSONAttribute()
    tips = JSONAttribute()


class Application(Part, discriminator="application"):
    """What a license activates (LIC-8): `pk` is `catalog`, `sk` is `application#<id>`.

    `key_file_only`: it takes no code. `versions` are downloads, the newest first. `trial` are the
    terms on which it can be tried, or None.
    """

    names = JSONAttribute()
    position = NumberAttribute()
    product_ids = JSONAttribute()
    key_file_only = BooleanAttribute(default=False)
    versions = JSONAttribute()
    functions = JSONAttribute()
    trial = JSONAttribute(null=True)
    retired = BooleanAttribute(default=False)
    revision = NumberAttribute(default=1)

    @property
    def id(self) -> str:
        """The application's own id."""
        return self.sk.partition("#")[2]


class Standing(StrEnum):
    """What somebody who sells the vendor's licenses is to the vendor (LIC-16)."""

    AUTHORISED = "authorised"
    FORMER = "former"
    NEVER = "never"


class Partner(Part, discriminator="partner"):
    """Somebody who sells licenses, or says so: `pk` is `partners`, `sk` is `partner#<id>`."""

    name = UnicodeAttribute()
    country = UnicodeAttribute()
    city = UnicodeAttribute(null=True)
    website = UnicodeAttribute(null=True)
    email = UnicodeAttribute(null=True)
    phone = UnicodeAttribute(null=True)
    standing = UnicodeAttribute()
    revision = NumberAttribute(default=1)

    @property
    def id(self) -> str:
        """The partner's own id."""
        return self.sk.partition("#")[2]


@dataclass(frozen=True)
class Catalog:
    """The whole catalog, in the order in which it is shown."""

    groups: list[Group]
    operating_systems: list[System]
    types: list[Type]
    tips: dict[str, list[str]]
    applications: list[Application] = field(default_factory=list)

    def product(self, product_id: str) -> Product | None:
        """The product, or None."""
        return self._products.get(product_id)

    @cached_property
    def _products(self) -> dict[str, Product]:
        return {product["id"]: product for group in self.groups for product in group.products}
