"""What a request form offers of the catalog, and what somebody chose in it."""

from dataclasses import dataclass

from typing_extensions import TypedDict

from chalicelib.catalog.model import Names, Patch, System


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
