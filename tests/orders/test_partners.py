"""LIC-16, LIC-18: orders name partners of the directory, and licenses keep who it was."""

from typing import Any

import pytest

from chalicelib.base import clock
from chalicelib.base.actor import NOBODY
from chalicelib.catalog.loading import load_catalog
from chalicelib.catalog.schemas.file import CatalogFile, PartnerIn
from chalicelib.catalog.store import forget_catalog
from chalicelib.licenses.store import sales
from tests.builders import CATALOG
from tests.client import Answer, Client
from tests.proof.operations.people import owner
from tests.proof.operations.shop import ORDERS, shop, sold, supervisor
from tests.tickets.builders import anew
from tests.world.samples_shop import LINE, order

pytestmark = pytest.mark.usefixtures("cloud")
NAME = "Ostsee IT-Systeme GmbH"
PARTNERS = (
    {"id": "ostsee-it", "name": NAME, "country": "DE", "standing": "authorised"},
    {"id": "alpha", "name": "Alpha Ostsee IT-Systeme GmbH", "country": "DE", "standing": "former"},
    {"id": "billig", "name": "Billig-Lizenz24", "country": "DE", "standing": "never"},
    {"id": "twin-de", "name": "Zwilling IT", "country": "DE", "standing": "authorised"},
    {"id": "twin-at", "name": "ZWILLING  it", "country": "AT", "standing": "authorised"},
)


@pytest.fixture
def system(cloud: object) -> Client:
    selling = shop()
    whole = CatalogFile.model_validate_json(CATALOG.read_bytes())
    partners = [PartnerIn.model_validate(one, strict=False) for one in PARTNERS]
    load_catalog(NOBODY, whole.model_copy(update={"partners": partners}), clock.now(), anew())
    return selling


def ordered(system: Client, partner: str | None, **changes: Any) -> Answer:
    return system.post(f"{ORDERS}/orders", order(partner=partner, **changes))


def rename(staff: Client) -> None:
    """The first of them is Nordsee AG from now on."""
    new = {"name": "Nordsee AG", "country": "DE", "standing": "authorised", "revision": 1}
    assert staff.put("/api/staff/partners/ostsee-it", new).status == 200
    forget_catalog()


@pytest.mark.parametrize("partner", ["Nobody & Sons", "ostsee", "IT", "Ostsee-IT", "&"])
def test_a_partner_who_is_not_in_the_directory_is_refused_on_the_field(
    system: Client, partner: str
) -> None:
    """A part of a name, or of an id, is nobody's."""
    refused = ordered(system, partner)
    assert refused.status == 422
    assert refused.reasons() == {"lines.0.partner": {"partner_unknown"}}
    assert system.get(f"{ORDERS}/orders/HS-2026-7001").code == "order_unknown"


def test_a_name_that_two_have_is_refused_and_the_id_is_taken(system: Client) -> None:
    assert ordered(system, "Zwilling IT").reasons() == {"lines.0.partner": {"partner_ambiguous"}}
    assert ordered(system, "twin-at").status == 201


def test_the_reason_is_told_in_the_readers_language(system: Client) -> None:
    system.language = "de"
    (error,) = ordered(system, "Niemand").json["errors"]
    assert error["detail"].startswith("Im Partnerverzeichnis steht niemand")


def test_each_bad_line_of_an_order_is_told(system: Client) -> None:
    lines = [LINE | {"partner": "ostsee-it"}, LINE | {"line": 2, "partner": "Niemand"}]
    refused = system.post(f"{ORDERS}/orders", {"order_number": "HS-1", "lines": lines})
    assert refused.reasons() == {"lines.1.partner": {"partner_unknown"}}


@pytest.mark.parametrize("partner", ["ostsee-it", NAME, "ostsee it systeme gmbh"])
def test_a_license_tells_by_name_who_sold_it(system: Client, partner: str) -> None:
    """By id or name in the order, and after the partner took another name, too."""
    line = sold(system, partner=partner)
    browser = owner()
    added = browser.post("/api/licenses", {"activation_code": line["activation_code"]}).json
    license_ = sales.find_by_public_id(line["license"])
    assert license_ is not None
    assert license_.partner == "ostsee-it"
    page = browser.get(f"/api/licenses/{added['id']}/applications").json
    assert page["partner"]["id"] == "ostsee-it"
    assert browser.get(f"/api/licenses/{added['id']}").json["partner"] == NAME
    staff = supervisor()
    rename(staff)
    assert browser.get(f"/api/licenses/{added['id']}").json["partner"] == "Nordsee AG"
    assert staff.get(f"/api/staff/licenses/{license_.pk}").json["partner"] == "Nordsee AG"
    evidence = staff.get(f"/api/staff/license-checks/{license_.pk}").json
    assert evidence["partner"] == "Nordsee AG"


@pytest.mark.parametrize("partner", ["alpha", "billig", "Billig-Lizenz24"])
def test_whoever_sold_it_is_named_whatever_their_standing(system: Client, partner: str) -> None:
    assert ordered(system, partner).status == 201


def test_an_order_sent_again_is_answered_though_its_partner_has_another_name(
    system: Client,
) -> None:
    first = ordered(system, NAME)
    rename(supervisor())
    assert ordered(system, NAME).json == first.json


def test_no_partner_is_no_partner(system: Client) -> None:
    assert ordered(system, None).status == 201
