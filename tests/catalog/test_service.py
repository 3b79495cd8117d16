"""Loading the vendor's catalog, and reading it in one round trip."""

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from chalicelib.audit.model import Entry
from chalicelib.base import ids
from chalicelib.base.actor import NOBODY
from chalicelib.base.errors import Invalid
from chalicelib.base.operation import Operation
from chalicelib.catalog import service
from chalicelib.catalog.choosing import Choice
from chalicelib.catalog.loading import load_catalog
from chalicelib.catalog.schemas.file import CatalogFile
from tests.builders import CATALOG, make_catalog
from tests.capacity import counted

pytestmark = pytest.mark.usefixtures("cloud")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WHOLE = CatalogFile.model_validate_json(CATALOG.read_bytes())


def load(data: CatalogFile) -> bool:
    return load_catalog(NOBODY, data, NOON, Operation(ids.token()))


def test_before_anything_is_loaded_the_catalog_is_empty() -> None:
    form = service.request_form(["guard-business"], "en", NOON)
    assert form == {"groups": [], "operating_systems": [], "types": [], "tips": []}


def test_what_is_loaded_is_offered_in_its_order() -> None:
    assert load(WHOLE)
    groups = service.catalog(NOON).groups
    assert [group.id for group in groups] == ["endpoints", "gateways"]
    assert service.product_name("vault-server", "de", NOON) == "Halbton Vault für Server"
    assert service.product_name("gone", "de", NOON) == "gone"


def test_the_same_file_again_writes_nothing() -> None:
    make_catalog(NOON)
    assert not load(WHOLE)
    assert len(list(Entry.query("vendor"))) == 1


def test_what_the_new_file_leaves_out_is_gone() -> None:
    make_catalog(NOON)
    assert load(WHOLE.model_copy(update={"groups": WHOLE.groups[1:]}))
    assert service.product("guard-business", NOON) is None
    assert service.product("gate-mail", NOON) is not None


def test_a_product_in_two_groups_is_refused() -> None:
    raw = WHOLE.model_dump(mode="json")
    raw["groups"][1]["products"] = raw["groups"][0]["products"]
    with pytest.raises(ValidationError, match="guard-business, vault-server"):
        CatalogFile.model_validate(raw)


def test_the_catalog_is_read_by_one_query_a_minute() -> None:
    make_catalog(NOON)
    with counted() as costs:
        for seconds in (0, 30, 59):
            service.catalog(NOON + timedelta(seconds=seconds))
    assert costs.calls == ["Query"]
    with counted() as costs:
        service.catalog(NOON + timedelta(seconds=60))
        service.catalog(NOON - timedelta(days=1))
    assert costs.calls == ["Query"] * 2


def test_a_choice_outside_the_catalog_is_refused_field_by_field() -> None:
    """REQ-2."""
    make_catalog(NOON)
    choice = Choice(
        product_id="guard-business", version_id="7.0", os_id="x", type_id="x", subtype_id="x"
    )
    with pytest.raises(Invalid) as refused:
        service.choose(choice, NOON)
    fields = [(field.field, field.code) for field in refused.value.fields]
    assert fields == [
        (name, "not_a_choice") for name in ("version_id", "os_id", "type_id", "subtype_id")
    ]
