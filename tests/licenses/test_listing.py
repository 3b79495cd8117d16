"""LIC-0, LIC-1, LIC-4 to LIC-6: what a company sees of its licenses."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

import pytest

from chalicelib.aws.pages import BadCursor
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import NotFound
from chalicelib.base.operation import Operation
from chalicelib.licenses.importing import import_orders
from chalicelib.licenses.listing import license_details, list_licenses
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.status import status
from chalicelib.licenses.schemas.licenses import LicenseOut, LicenseQuery
from chalicelib.licenses.sealing import code_hash
from chalicelib.licenses.service import put_claim
from chalicelib.licenses.store import licenses as store
from tests.builders import actor_for, make_catalog, make_colleague, make_license, make_person
from tests.licenses.builders import NOON, TODAY
from tests.licenses.claiming import refuse_claim
from tests.licenses.test_importing import row

pytestmark = pytest.mark.usefixtures("cloud")
US = Actor(account_id="a", company_id="us", owner=True, language="de")
FILTERS: Sequence[store.Filter] = ("active", "expired", "not_activated", "blocked")


def claim(license_: License, company_id: str = "us") -> License:
    change = Transaction(Operation(ids.token()), NOON)
    put_claim(change, license_, company_id, NOON, by="x", refused=lambda _: NotFound())
    change.commit()
    return license_


def force_claims(codes: Sequence[str]) -> None:
    """Claims as they are years later: the licenses may have expired or been blocked since."""
    for code in codes:
        license_ = store.find_by_code(code_hash(code))
        assert license_ is not None
        set_to = {"company_id": "us", "claim": "active", "claimed_at": NOON, "claimed_by": "x"}
        license_.update([getattr(License, name).set(value) for name, value in set_to.items()])


def pages(state: store.Filter = "all", sort: str = "expires") -> list[LicenseOut]:
    found, cursor = [], None
    while True:
        query = LicenseQuery.model_validate({"state": state, "sort": sort, "cursor": cursor})
        page = list_licenses(US, query, NOON)
        found += page.items
        cursor = page.next_cursor
        if cursor is None:
            return found


@pytest.fixture
def mixed(cloud: object) -> None:
    """90 licenses of every kind, of one company."""
    rows = [
        row(
            f"AAAAABBBBBCCCCC{number:05}",
            expires_on=(TODAY + timedelta(days=number - 30)).isoformat(),
            activated_on="2026-02-03" if number % 3 else "",
            blocked_at=(
                (NOON + timedelta(days=number - 60)).isoformat() if number % 7 == 0 else ""
            ),
        )
        for number in range(90)
    ]
    import_orders(rows)
    force_claims([one["activation_code"] for one in rows])


@pytest.mark.usefixtures("mixed")
def test_all_are_listed_by_expiry_either_way() -> None:
    """LIC-4."""
    up, down = pages(), pages(sort="-expires")
    assert len({item.id for item in up}) == len(up) == 90
    assert all(one.expires_on <= two.expires_on for one, two in pairwise(up))
    assert [item.id for item in down] == [item.id for item in reversed(up)]


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize("sort", ["expires", "-expires"])
def test_the_filters_part_the_list_as_the_status_is_shown(sort: str) -> None:
    """LIC-4: what DynamoDB filters by is what the rule computes."""
    everything = pages(sort=sort)
    for state in FILTERS:
        assert pages(state, sort) == [item for item in everything if item.status == state]
    assert {item.status for item in everything} == set(FILTERS)


@pytest.mark.usefixtures("mixed")
def test_a_filtered_page_is_as_long_as_any() -> None:
    page = list_licenses(US, LicenseQuery(state="active"), NOON)
    assert len(page.items) == 25


def test_a_license_of_two_products_is_two_rows_each_with_its_key_file() -> None:
    """LIC-6."""
    make_catalog(NOON)
    claim(make_license(product_ids="guard-business+vault-server"))
    first, second = pages()
    assert (first.id, first.product_name) == (second.id, "Halbton Guard Business")
    assert second.product_name == "Halbton Vault für Server"
    assert first.key_file_name != second.key_file_name


def test_the_code_is_whole_for_those_who_manage_licenses_and_masked_for_others() -> None:
    """LIC-0."""
    person = make_person(NOON)
    assert person.company_id is not None
    claim(make_license(), person.company_id)
    manager = make_colleague(person, NOON, Right.MANAGE_LICENSES, email="m@nordwerk.example")
    member = make_colleague(person, NOON, Right.MANAGE_USERS)
    shown = {
        who: list_licenses(actor_for(account, NOON), LicenseQuery(), NOON).items[0].code
        for who, account in (("owner", person), ("manager", manager), ("member", member))
    }
    whole, masked = "7F3KQ-9XDM2-B8WZ4-RT6YH", "7F3KQ-•••••-•••••-•••••"
    assert shown == {"owner": whole, "manager": whole, "member": masked}


def test_a_claim_that_waits_for_its_check_shows_no_secrets() -> None:
    """LIC-3."""
    license_ = claim(make_license(needs_check="yes"))
    details = license_details(US, license_.pk, NOON)
    assert (details.claim, details.code) == ("pending", "7F3KQ-•••••-•••••-•••••")
    assert details.serial_number is details.order_number is details.end_user is None
    assert details.key_file_name is details.products[0].key_file_name is None
    refuse_claim(license_.pk)
    assert license_details(US, license_.pk, NOON).claim == "refused"


def test_details_say_everything() -> None:
    """LIC-5."""
    make_catalog(NOON)
    license_ = claim(make_license(partner="Ostsee IT GmbH"))
    details = license_details(US, license_.pk, NOON)
    assert details.public_id == license_.public_id
    assert (details.nodes, details.serial_number) == (25, "HG-26-004711")
    assert (details.order_number, details.edition) == ("HS-2026-000017", "Standard")
    assert (details.end_user, details.partner) == ("Nordwerk GmbH", "Ostsee IT GmbH")
    assert details.added_at == NOON
    assert [product.name for product in details.products] == ["Halbton Guard Business"]
    assert details.code == "7F3KQ-9XDM2-B8WZ4-RT6YH"


def test_nothing_of_another_company_is_seen() -> None:
    """Invariant 1."""
    license_ = claim(make_license(), "them")
    assert pages() == []
    for license_id in (license_.pk, "01KAEX5H0M5Y7R3W9V2C4D6F8G", "x", "code#x"):
        with pytest.raises(NotFound):
            license_details(US, license_id, NOON)


@pytest.mark.usefixtures("mixed")
def test_a_cursor_of_somebody_else_leads_nowhere_new() -> None:
    """Invariant 1: a cursor names no company."""
    cursor = list_licenses(US, LicenseQuery(), NOON).next_cursor
    them = Actor(account_id="b", company_id="them", owner=True)
    assert list_licenses(them, LicenseQuery(cursor=cursor), NOON).items == []


@pytest.mark.parametrize(
    "cursor", ["x", "e30", "bnVsbA", "W10", "eyJwayI6MX0", "💥", "a" * 1000, "eyJwayI6ICJ4In0="]
)
def test_a_made_up_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(BadCursor):
        list_licenses(US, LicenseQuery(cursor=cursor), NOON)


@pytest.mark.usefixtures("mixed")
def test_the_index_says_of_a_license_what_the_table_says() -> None:
    listed = {item.id: item for item in pages()}
    for license_id, item in listed.items():
        license_ = store.find_license(license_id)
        assert license_ is not None
        assert item.status == status(license_, NOON)
        assert item.code == license_details(US, license_id, NOON).code


def found(actor: Actor, text: str) -> list[str]:
    page = list_licenses(actor, LicenseQuery(find=text), NOON)
    return [row.public_id for row in page.items]


def test_a_license_is_found_by_its_public_id_or_order_number() -> None:
    """LIC-4: as a whole, in the company's own list alone."""
    license_ = claim(make_license())
    assert found(US, license_.public_id.lower()) == [license_.public_id]
    assert found(US, " HS-2026-000017 ") == [license_.public_id]
    assert found(US, "HS-2026-00001") == []
    them = Actor(account_id="b", company_id="them", owner=True)
    assert found(them, license_.public_id) == found(them, "HS-2026-000017") == []


def test_an_order_number_finds_nothing_while_the_claim_is_checked() -> None:
    """LIC-3: whoever knows the order number is its buyer, and finding it would tell."""
    license_ = claim(make_license(needs_check="yes"))
    assert found(US, license_.public_id) == [license_.public_id]
    assert found(US, "HS-2026-000017") == []
