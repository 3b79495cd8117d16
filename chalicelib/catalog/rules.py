"""Reading the catalog: one language's form, and what a choice means."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from chalicelib.base.texts import DEFAULT_LANGUAGE
from chalicelib.catalog.choosing import (
    Choice,
    Chosen,
    Form,
    FormGroup,
    FormProduct,
    FormType,
    FormVersion,
)
from chalicelib.catalog.model import (
    Application,
    Catalog,
    Function,
    Group,
    Names,
    Partner,
    Product,
    Standing,
    Type,
    Version,
)

SLUG_CHARS = 40
_SLUG = re.compile(r"[a-z0-9][a-z0-9.-]*")
Refusal = tuple[str, str, str]
"""A field, the reason's code, and the ids that it is about."""
_T = TypeVar("_T", bound=Mapping[str, Any])


def name_in(language: str, names: Names) -> str:
    """The name in a language; in the default one, or any, where that is missing."""
    for tongue in (language, DEFAULT_LANGUAGE, *names):
        if tongue in names:
            return names[tongue]
    return ""


def form(catalog: Catalog, product_ids: Iterable[str], language: str) -> Form:
    """The request form for these products, in one language; groups without any are left out."""
    wanted = frozenset(product_ids)
    groups = [_form_group(group, wanted, language) for group in catalog.groups]
    return {
        "groups": [group for group in groups if group["products"]],
        "operating_systems": catalog.operating_systems,
        "types": [_form_type(type_, language) for type_ in catalog.types],
        "tips": catalog.tips.get(language) or catalog.tips.get(DEFAULT_LANGUAGE, []),
    }


def _form_group(group: Group, wanted: frozenset[str], language: str) -> FormGroup:
    products: list[Product] = [product for product in group.products if product["id"] in wanted]
    return {
        "id": group.id,
        "name": name_in(language, group.names),
        "products": [_form_product(product, language) for product in products],
    }


def _form_product(product: Product, language: str) -> FormProduct:
    name = name_in(language, product["names"])
    versions: list[FormVersion] = [
        {"id": version["id"], "name": version["name"], "newer_patch": version["newer_patch"]}
        for version in living_versions(product)
    ]
    return {"id": product["id"], "name": name, "versions": versions}


def living_versions(product: Product) -> list[Version]:
    """The versions that are offered: all but the retired ones."""
    return [version for version in product["versions"] if not version.get("retired")]


def _form_type(type_: Type, language: str) -> FormType:
    subtypes = type_["subtypes"]
    return {
        "id": type_["id"],
        "name": name_in(language, type_["names"]),
        "subtypes": [{"id": s["id"], "name": name_in(language, s["names"])} for s in subtypes],
    }


def _by_id(rows: Iterable[_T], wanted: str) -> _T | None:
    return next((row for row in rows if row["id"] == wanted), None)


def unknown_choices(catalog: Catalog, choice: Choice) -> list[str]:
    """The fields of a choice that name nothing there is; a version must be one of its product."""
    product = catalog.product(choice.product_id)
    type_ = _by_id(catalog.types, choice.type_id)
    found = {
        "product_id": product,
        "version_id": product and _by_id(living_versions(product), choice.version_id),
        "os_id": _by_id(catalog.operating_systems, choice.os_id),
        "type_id": type_,
        "subtype_id": type_ and _by_id(type_["subtypes"], choice.subtype_id),
    }
    return [field for field, row in found.items() if row is None]


def names_of(catalog: Catalog, choice: Choice) -> Chosen | None:
    """The names of a choice, or None when a part of it is unknown."""
    group = next(
        (g for g in catalog.groups if _by_id(g.products, choice.product_id) is not None), None
    )
    product = catalog.product(choice.product_id)
    version = product and _by_id(living_versions(product), choice.version_id)
    system = _by_id(catalog.operating_systems, choice.os_id)
    type_ = _by_id(catalog.types, choice.type_id)
    subtype = type_ and _by_id(type_["subtypes"], choice.subtype_id)
    if not (group and product and version and system and type_ and subtype):
        return None
    return Chosen(
        group_id=group.id,
        product=product["names"],
        version=version["name"],
        system=system["name"],
        type=type_["names"],
        subtype=subtype["names"],
    )


def is_slug(text: str) -> bool:
    """Whether a text can be an id of the catalog's."""
    return len(text) <= SLUG_CHARS and bool(_SLUG.fullmatch(text))


def lost_parts(before: Iterable[Product], after: Iterable[Product]) -> list[Refusal]:
    """Products and versions that a change leaves out, though licenses and requests name them."""
    kept = {product["id"]: {v["id"] for v in product["versions"]} for product in after}
    lost = []
    for product in before:
        if product["id"] not in kept:
            lost.append(product["id"])
            continue
        versions = [version["id"] for version in product["versions"]]
        lost += [f"{product['id']} {v}" for v in versions if v not in kept[product["id"]]]
    return [("products", "retire_instead", ", ".join(lost))] if lost else []


def foreign_products(others: Iterable[Group], products: Sequence[Product]) -> list[Refusal]:
    """Products that another group has, or that stand here twice."""
    ids = [product["id"] for product in products]
    taken = {product["id"] for group in others for product in group.products}
    twice = sorted({one for one in ids if one in taken or ids.count(one) > 1})
    return [("products", "twice", ", ".join(twice))] if twice else []


def unfit_products(catalog: Catalog, application: Mapping[str, Any]) -> list[Refusal]:
    """What an application names that there is not, or that does not activate it."""
    unknown = [one for one in application["product_ids"] if catalog.product(one) is None]
    found = [("product_ids", "product_unknown", ", ".join(unknown))] if unknown else []
    trial = application["trial"]
    if trial and trial["product_id"] not in application["product_ids"]:
        found.append(("trial.product_id", "not_a_choice", trial["product_id"]))
    return found


def activated_by(catalog: Catalog, product_ids: Iterable[str]) -> list[Application]:
    """The applications that a license of these products activates; retired ones are left out."""
    held = set(product_ids)
    return [
        one
        for one in catalog.applications
        if not one.retired and held.intersection(one.product_ids)
    ]


def unlocks(function: Function, edition: str) -> bool:
    """Whether licenses of an edition unlock a function."""
    wanted = {one.casefold() for one in function["editions"]}
    return not wanted or edition.casefold() in wanted


def is_listed(one: Partner) -> bool:
    """Whether the list by country shows a partner."""
    return one.standing != Standing.NEVER


def listed_in(partners: Iterable[Partner], country: str | None) -> list[Partner]:
    """Those that are or were authorised, of one country or of all; the authorised ones first."""
    found = [one for one in partners if is_listed(one) and country in {None, one.country}]
    return sorted(found, key=lambda one: one.standing != Standing.AUTHORISED)


def find_by_name(partners: Iterable[Partner], name: str) -> list[Partner]:
    """Those of a name or an id; of the listed ones a part of the name will do."""
    wanted = _plain(name)
    return [
        one
        for one in partners
        if _plain(one.name) == wanted
        or one.id == name
        or (is_listed(one) and wanted and wanted in _plain(one.name))
    ]


class PartnerNames:
    """Partners as orders and licenses name them: by id, else by the whole name (LIC-16)."""

    def __init__(self, partners: Sequence[Partner]) -> None:
        self._partners = partners

    def find(self, text: str) -> list[Partner]:
        """Whoever is meant; several where they share a name."""
        by_id = self._ids.get(text)
        return [by_id] if by_id else self._names.get(_plain(text), [])

    @cached_property
    def _ids(self) -> dict[str, Partner]:
        return {one.id: one for one in self._partners}

    @cached_property
    def _names(self) -> dict[str, list[Partner]]:
        # Only where an id is none: folding a thousand names takes longer than the page around it.
        names: dict[str, list[Partner]] = {}
        for one in self._partners:
            names.setdefault(_plain(one.name), []).append(one)
        return names


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).casefold()
    return " ".join(re.findall(r"[^\W_]+", folded))
