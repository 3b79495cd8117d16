"""Reading the catalog: one language's form, and what a choice means."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from chalicelib.base.texts import DEFAULT_LANGUAGE
from chalicelib.catalog.model import (
    Catalog,
    Choice,
    Chosen,
    Form,
    FormGroup,
    FormProduct,
    FormType,
    Group,
    Names,
    Product,
    Type,
)

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
    return {"id": product["id"], "name": name, "versions": [{**v} for v in product["versions"]]}


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
        "version_id": product and _by_id(product["versions"], choice.version_id),
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
    version = product and _by_id(product["versions"], choice.version_id)
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
