"""LIC-8, LIC-16: what a license activates, and who sold it, through the API."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from chalicelib.base import clock
from chalicelib.base.actor import NOBODY
from chalicelib.catalog.loading import load_catalog
from chalicelib.catalog.schemas.file import PartnerIn
from tests.builders import make_license
from tests.proof.operations.people import CODE, owner
from tests.tickets.builders import anew
from tests.world.samples_shop import PARTNER, triable

pytestmark = pytest.mark.usefixtures("cloud")


def shown(
    edition: str = "Standard",
    partner: str = "",
    others: Sequence[dict[str, str]] = (),
    **changes: Any,
) -> Any:
    fields = {name: value for name, value in PARTNER.items() if name != "revision"}
    known = [
        PartnerIn.model_validate_json(json.dumps(fields | {"standing": "former"} | one))
        for one in ({"id": "ostsee-it"}, *others)
    ]
    file = triable(**changes).model_copy(update={"partners": known})
    load_catalog(NOBODY, file, clock.now(), anew())
    license_ = make_license(CODE, edition=edition, partner=partner)
    browser = owner()
    browser.post("/api/licenses", {"activation_code": CODE})
    return browser.get(f"/api/licenses/{license_.pk}/applications").json


def test_applications_come_with_versions_downloads_and_functions() -> None:
    (one,) = shown()["applications"]
    assert one["name"] == "Guard Console"
    assert one["versions"] == [{"name": "12.1", "url": "https://vendor.example/console"}]
    assert one["functions"] == [{"name": "Reports", "unlocked": False}]
    assert one["key_file_only"] is False


def test_the_edition_unlocks_functions() -> None:
    (one,) = shown("advanced")["applications"]
    assert one["functions"][0]["unlocked"]


def test_what_takes_a_key_file_only_says_so() -> None:
    assert shown(key_file_only=True)["applications"][0]["key_file_only"] is True


def test_a_retired_application_is_not_shown() -> None:
    assert shown(retired=True)["applications"] == []


@pytest.mark.parametrize("name", ["Ostsee IT GmbH", "ostsee-it", "OSTSEE  it gmbh"])
def test_the_partner_who_sold_it_is_named_with_its_standing(name: str) -> None:
    partner = shown(partner=name)["partner"]
    assert (partner["email"], partner["standing"]) == ("info@ostsee.example", "former")


def test_a_partner_whom_the_directory_does_not_know_is_nobody_to_ask() -> None:
    assert shown(partner="Somebody Else")["partner"] is None


@pytest.mark.parametrize(("name", "meant"), [("Ostsee IT GmbH", "ostsee-it"), ("Ostsee", None)])
def test_a_name_that_is_part_of_anothers_leads_to_nobody_else(name: str, meant: str | None) -> None:
    """Of what old orders called partners: the whole name goes first, and a guess is no answer."""
    page = shown(partner=name, others=[{"id": "alpha", "name": "Alpha Ostsee IT GmbH"}])
    assert (page["partner"] or {}).get("id") == meant
