"""What the vendor sells and supports. Table `catalog`: one collection, read whole.

Names are per language. The collection is a few items, so a form costs one query; a group with its
products and versions is one item (a version is some 150 bytes, an item holds 400 KB).
"""

from dataclasses import dataclass
from functools import cached_property

from pynamodb.attributes import JSONAttribute, NumberAttribute
from typing_extensions import TypedDict

from chalicelib.aws.tables import Item, TableMeta, table

Names = dict[str, str]
"""One name per language."""


class Patch(TypedDict):
    """A cumulative patch that supersedes a version, and where it is."""

    name: str
    url: str


class Version(TypedDict):
    """A version of a product."""

    id: str
    name: str
    newer_patch: Patch | None


class Product(TypedDict):
    """A product with its versions, the newest first."""

    id: str
    names: Names
    versions: list[Version]


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


class Part(Item):
    """Any item of the catalog."""

    class Meta(TableMeta):
        table_name = table("catalog")


class Group(Part, discriminator="group"):
    """A product group: `pk` is `catalog`, `sk` is `group#<id>`; `position` is its place."""

    names = JSONAttribute()
    position = NumberAttribute()
    products = JSONAttribute()

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


@dataclass(frozen=True)
class Catalog:
    """The whole catalog, in the order in which it is shown."""

    groups: list[Group]
    operating_systems: list[System]
    types: list[Type]
    tips: dict[str, list[str]]

    def product(self, product_id: str) -> Product | None:
        """The product, or None."""
        return self._products.get(product_id)

    @cached_property
    def _products(self) -> dict[str, Product]:
        return {product["id"]: product for group in self.groups for product in group.products}


class FormVersion(TypedDict):
    """A version to choose; a newer patch is told of before anything is sent."""

    id: str
    name: str
    newer_patch: Patch | None


class FormProduct(TypedDict):
    """A product to choose."""

    id: str
    name: str
    versions: list[FormVersion]


class FormGroup(TypedDict):
    """A product group to choose."""

    id: str
    name: str
    products: list[FormProduct]


class FormSubtype(TypedDict):
    """A subtype to choose."""

    id: str
    name: str


class FormType(TypedDict):
    """A type to choose."""

    id: str
    name: str
    subtypes: list[FormSubtype]


class Form(TypedDict):
    """What a request form offers, in one language."""

    groups: list[FormGroup]
    operating_systems: list[System]
    types: list[FormType]
    tips: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody chose in a form."""

    product_id: str
    version_id: str
    os_id: str
    type_id: str
    subtype_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The names of what was chosen."""

    group_id: str
    product: Names
    version: str
    system: str
    type: Names
    subtype: Names
