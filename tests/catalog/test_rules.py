"""REQ-2, REQ-3: what the request form offers."""

import json
from typing import Any

import pytest

from chalicelib.catalog.choosing import Choice
from chalicelib.catalog.model import Catalog, Group
from chalicelib.catalog.rules import form, name_in, names_of, unknown_choices
from tests.builders import CATALOG

RAW: dict[str, Any] = json.loads(CATALOG.read_text(encoding="utf-8"))
GROUPS = [
    Group(
        pk="catalog",
        sk=f"group#{group['id']}",
        names=group["names"],
        position=place,
        products=group["products"],
    )
    for place, group in enumerate(RAW["groups"])
]
CATALOG_ = Catalog(GROUPS, RAW["operating_systems"], RAW["types"], RAW["tips"])
CHOICE = {
    "product_id": "guard-business",
    "version_id": "12.0",
    "os_id": "debian-13",
    "type_id": "installation",
    "subtype_id": "update",
}


def test_only_the_companys_products_are_offered_and_no_empty_group() -> None:
    offered = form(CATALOG_, ["vault-server"], "de")
    (group,) = offered["groups"]
    assert (group["id"], group["name"]) == ("endpoints", "Schutz für Endgeräte")
    assert [product["name"] for product in group["products"]] == ["Halbton Vault für Server"]


def test_without_products_there_is_nothing_to_ask_about() -> None:
    assert form(CATALOG_, [], "en")["groups"] == []
    assert form(CATALOG_, ["unheard-of"], "en")["groups"] == []


def test_a_version_tells_of_its_newer_patch() -> None:
    (group,) = form(CATALOG_, ["guard-business"], "en")["groups"]
    newest, older = group["products"][0]["versions"]
    assert newest["newer_patch"] is None
    assert older["newer_patch"] == {
        "name": "12.0 Patch C",
        "url": "https://halbton.example/patches/guard-12.0-c",
    }


def test_types_and_tips_are_in_the_readers_language() -> None:
    """ACC-8."""
    offered = form(CATALOG_, [], "de")
    assert [type_["name"] for type_ in offered["types"]] == ["Installation", "Leistung"]
    assert offered["types"][0]["subtypes"][1] == {"id": "update", "name": "Aktualisierung"}
    assert offered["tips"][0] == "Nennen Sie die Umgebung."


def test_a_name_is_found_in_another_language_rather_than_not_at_all() -> None:
    assert name_in("fr", {"de": "Rechner", "en": "Computer"}) == "Computer"
    assert name_in("fr", {"de": "Rechner"}) == "Rechner"
    assert name_in("fr", {}) == ""


def test_a_choice_has_its_names() -> None:
    chosen = names_of(CATALOG_, Choice(**CHOICE))
    assert chosen is not None
    assert (chosen.group_id, chosen.version, chosen.system) == ("endpoints", "12.0", "Debian 13")
    assert chosen.subtype == {"en": "Update", "de": "Aktualisierung"}


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({}, []),
        ({"product_id": "x"}, ["product_id", "version_id"]),
        ({"product_id": "gate-mail"}, ["version_id"]),
        ({"version_id": "7.0"}, ["version_id"]),
        ({"os_id": "x"}, ["os_id"]),
        ({"type_id": "x"}, ["type_id", "subtype_id"]),
        ({"type_id": "performance"}, ["subtype_id"]),
        ({"subtype_id": "slow"}, ["subtype_id"]),
    ],
)
def test_each_id_that_names_nothing_is_named(changed: dict[str, str], fields: list[str]) -> None:
    choice = Choice(**(CHOICE | changed))
    assert unknown_choices(CATALOG_, choice) == fields
    assert (names_of(CATALOG_, choice) is None) == bool(fields)
