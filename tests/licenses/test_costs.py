"""What the licenses' pages cost, as docs/access-patterns.md says: by the page, not by the table."""

from datetime import timedelta

import pytest

from chalicelib.base import ids
from chalicelib.base.operation import Operation
from chalicelib.licenses import service
from chalicelib.licenses.adding import add_license
from chalicelib.licenses.downloading import download_key_file
from chalicelib.licenses.importing import import_orders
from chalicelib.licenses.listing import license_details, list_licenses
from chalicelib.licenses.schemas.licenses import AddLicense, LicenseQuery
from tests.builders import actor_for, make_catalog, make_license, make_person
from tests.capacity import counted
from tests.licenses.builders import NOON, TODAY
from tests.licenses.test_importing import row
from tests.licenses.test_listing import US, claim, force_claims

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture
def plenty(cloud: object) -> None:
    """60 licenses of the company, activated, with values of usual length."""
    rows = [
        row(
            f"AAAAABBBBBCCCCC{number:05}",
            product_ids="guard-business+vault-server" if number % 10 == 0 else "guard-business",
            expires_on=(TODAY + timedelta(days=number)).isoformat(),
            activated_on="2026-02-03",
        )
        for number in range(60)
    ]
    import_orders(rows)
    force_claims([one["activation_code"] for one in rows])
    make_catalog(NOON)
    list_licenses(US, LicenseQuery(), NOON)


@pytest.mark.usefixtures("plenty")
def test_a_page_of_25_costs_one_unit_in_one_call() -> None:
    with counted() as costs:
        first = list_licenses(US, LicenseQuery(), NOON)
    assert len(first.items) >= 25
    assert (costs.calls, costs.units) == (["Query"], 1.0)
    with counted() as costs:
        list_licenses(US, LicenseQuery(cursor=first.next_cursor), NOON)
    assert (costs.calls, costs.units) == (["Query"], 1.0)


@pytest.mark.usefixtures("plenty")
def test_a_filtered_page_costs_what_it_looks_at() -> None:
    with counted() as costs:
        list_licenses(US, LicenseQuery(state="active"), NOON)
    assert costs.calls == ["Query"]
    assert costs.units <= 2.5
    with counted() as costs:
        list_licenses(US, LicenseQuery(state="expired"), NOON)
    assert (costs.calls, costs.units) == (["Query"], 0.5)


@pytest.mark.usefixtures("plenty")
def test_the_products_for_a_request_come_in_one_query() -> None:
    with counted() as costs:
        service.active_products("us", NOON)
    assert (costs.calls, costs.units) == (["Query"], 2.5)


@pytest.mark.usefixtures("plenty")
def test_one_product_is_looked_for_no_further_than_it_is_found() -> None:
    with counted() as costs:
        found = service.active_product(
            "us", service.active_products("us", NOON)[0].product_id, NOON
        )
    assert found is not None
    assert (costs.calls, costs.units) == (["Query", "Query"], 3.5)


def test_details_are_one_read() -> None:
    license_ = claim(make_license())
    license_details(US, license_.pk, NOON)
    with counted() as costs:
        license_details(US, license_.pk, NOON)
    assert (costs.calls, costs.units) == (["GetItem"], 1.0)


def test_adding_is_two_reads_two_for_who_is_told_and_one_transaction() -> None:
    make_license()
    make_catalog(NOON)
    owner = actor_for(make_person(NOON), NOON)
    with counted() as costs:
        add_license(
            owner,
            AddLicense(activation_code="7F3KQ-9XDM2-B8WZ4-RT6YH"),
            NOON,
            Operation(ids.token()),
        )
    reads_and_writes = [call for call in costs.calls if call != "Query"]
    reads = ["BatchGetItem", "GetItem", "GetItem", "BatchGetItem"]
    assert reads_and_writes == [*reads, "TransactWriteItems"]


def test_a_download_is_one_read_and_one_logged_write() -> None:
    license_ = claim(make_license())
    download_key_file(US, license_.pk, "guard-business", NOON, Operation(ids.token()))
    with counted() as costs:
        download_key_file(US, license_.pk, "guard-business", NOON, Operation(ids.token()))
    assert costs.calls == ["GetItem", "TransactWriteItems"]
