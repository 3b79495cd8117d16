"""What the vendor sells and supports, for everything that names a product."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from chalicelib.base.errors import FieldError, Invalid
from chalicelib.catalog import rules, store
from chalicelib.catalog.choosing import Choice, Chosen, Form
from chalicelib.catalog.model import Application, Catalog, Function, Names, Product


def catalog(now: datetime) -> Catalog:
    """The whole catalog: one query, at most once a minute per process."""
    return store.find_catalog(now)


def product(product_id: str, now: datetime) -> Product | None:
    """The product, or None."""
    return catalog(now).product(product_id)


def product_name(product_id: str, language: str, now: datetime) -> str:
    """The product's name in a language; its id when the catalog does not know it any more."""
    found = product(product_id, now)
    return rules.name_in(language, found["names"]) if found else product_id


def request_form(product_ids: Iterable[str], language: str, now: datetime) -> Form:
    """What the form of a technical request offers for these products, in one language."""
    return rules.form(catalog(now), product_ids, language)


def choose(choice: Choice, now: datetime) -> Chosen:
    """The names of what was chosen.

    Raises Invalid with `not_a_choice` for each id that the catalog does not have: a version must
    be one of the product's, a subtype one of the type's.
    """
    found = rules.names_of(catalog(now), choice)
    if found is None:
        unknown = rules.unknown_choices(catalog(now), choice)
        raise Invalid(*(FieldError(field, "not_a_choice") for field in unknown))
    return found


def product_names(product_ids: Iterable[str], language: str, now: datetime) -> str:
    """The products' names in a language, joined by commas."""
    return ", ".join(product_name(product_id, language, now) for product_id in product_ids)


def sellable(product_id: str, now: datetime) -> str | None:
    """Why a product can't be ordered: `product_unknown` or `product_retired`; None when it can."""
    found = product(product_id, now)
    if found is None:
        return "product_unknown"
    return "product_retired" if found.get("retired") else None


def sold_products(now: datetime) -> list[dict[str, Any]]:
    """Every product that can be ordered: id, names and group."""
    return [
        {"id": one["id"], "names": one["names"], "group_id": group.id}
        for group in catalog(now).groups
        for one in group.products
        if not one.get("retired")
    ]


def applications_for(product_ids: Iterable[str], now: datetime) -> list[Application]:
    """The applications that a license of these products activates."""
    return rules.activated_by(catalog(now), product_ids)


def unlocks(function: Function, edition: str) -> bool:
    """Whether licenses of an edition unlock a function."""
    return rules.unlocks(function, edition)


def name_of(names: Names, language: str) -> str:
    """A name in a language, or in one that there is."""
    return rules.name_in(language, names)


def triable(now: datetime) -> list[Application]:
    """The applications that can be tried (LIC-15)."""
    found = [one for one in catalog(now).applications if one.trial and not one.retired]
    return [one for one in found if sellable(one.trial["product_id"], now) is None]


def product_ids(now: datetime) -> frozenset[str]:
    """The ids of all products, retired ones too."""
    return frozenset(one["id"] for group in catalog(now).groups for one in group.products)
