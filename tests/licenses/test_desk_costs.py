"""What the license desk's pages and acts cost, as docs/access-patterns.md says."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.base import clock, ids
from chalicelib.base.actor import Actor, Right, StaffRole
from chalicelib.base.operation import Operation
from chalicelib.licenses import blocking, checking, desk_pages, evidence, replacing, telling
from chalicelib.licenses.adding import add_license
from chalicelib.licenses.importing import import_orders
from chalicelib.licenses.listing import list_licenses
from chalicelib.licenses.model.license import License
from chalicelib.licenses.model.lineage import FIRST
from chalicelib.licenses.schemas.checks import CheckDecision
from chalicelib.licenses.schemas.desk import BlockLicense, DeskLicenseQuery, ReissueCode
from chalicelib.licenses.schemas.licenses import AddLicense, LicenseQuery
from chalicelib.licenses.store.licenses import KIND
from tests.builders import actor_for, make_catalog, make_colleague, make_person
from tests.capacity import counted
from tests.companies.crowd import fill
from tests.licenses.builders import NOON, TODAY
from tests.licenses.test_importing import row

pytestmark = pytest.mark.usefixtures("cloud")
STAFF = Actor(account_id="lena", role=StaffRole.LICENSE_DESK, name="Lena")
CODES = [f"AAAAABBBBBCCCCC{number:05}" for number in range(60)]


def anew() -> Operation:
    return Operation(ids.token())


@pytest.fixture
def us(cloud: object) -> Iterator[Actor]:
    """Who has 60 licenses, in a company with a colleague who manages them, too."""
    make_catalog(NOON)
    person = make_person(NOON)
    make_colleague(person, NOON, Right.MANAGE_LICENSES)
    rows = [
        row(
            code,
            needs_check="yes" if number % 2 else "no",
            order_number="HS-2026-000017",
            expires_on=(TODAY + timedelta(days=35)).isoformat(),
        )
        for number, code in enumerate(CODES)
    ]
    import_orders(rows)
    actor = actor_for(person, NOON)
    for code in CODES:
        add_license(actor, AddLicense(activation_code=code), NOON, anew())
    list_licenses(actor, LicenseQuery(), NOON)
    yield actor
    clock.shift_by(timedelta)


def waiting() -> str:
    return checking.list_checks(STAFF, None, NOON).items[0].id


def one(us: Actor) -> str:
    return (
        desk_pages.company_licenses(STAFF, DeskLicenseQuery(company_id=us.company_id or ""), NOON)
        .items[0]
        .id
    )


def test_the_queue_of_checks_is_one_query_and_the_names(us: Actor) -> None:
    with counted() as costs:
        page = checking.list_checks(STAFF, None, NOON)
    assert (len(page.items), costs.calls) == (25, ["Query", "BatchGetItem"])
    assert costs.units <= 3.5
    with counted() as costs:
        checking.list_checks(STAFF, page.next_cursor, NOON)
    assert costs.calls == ["Query", "BatchGetItem"]


def test_evidence_costs_the_same_in_a_company_of_any_size(us: Actor) -> None:
    license_id = waiting()
    with counted() as costs:
        evidence.evidence_of(STAFF, license_id, NOON)
    assert sorted(costs.calls) == ["BatchGetItem", "GetItem", "GetItem", "Query", "Query"]
    assert costs.units <= 12
    fill(us.company_id or "", 0, 300, ["Kiel"], NOON)
    with counted() as costs:
        shown = evidence.evidence_of(STAFF, license_id, NOON)
    assert (len(shown.people), shown.more_people) == (10, 90)
    assert costs.units <= 30


def test_deciding_reads_the_license_and_who_is_told_and_writes_once(us: Actor) -> None:
    license_ = License.get(waiting(), KIND)
    data = CheckDecision(accept=True, claimed_at=license_.claimed_at)
    with counted() as costs:
        checking.decide_check(STAFF, license_.pk, data, NOON, anew())
    assert costs.calls == ["GetItem", "GetItem", "BatchGetItem", "Query", "TransactWriteItems"]
    assert costs.units <= 45


def test_a_block_costs_the_same_in_a_company_of_any_size(us: Actor) -> None:
    first, second = (License.get(each.pk, KIND) for each in _two(us))
    units = []
    for license_ in (first, second):
        with counted() as costs:
            blocking.block_license(
                STAFF, license_.pk, BlockLicense(reason="Not paid."), NOON, anew()
            )
        assert costs.calls == ["GetItem", "GetItem", "BatchGetItem", "Query", "TransactWriteItems"]
        units.append(costs.units)
        fill(us.company_id or "", 0, 300, ["Kiel"], NOON)
    assert units[0] == units[1] <= 45


def _two(us: Actor) -> list[License]:
    query = DeskLicenseQuery(company_id=us.company_id or "")
    rows = desk_pages.company_licenses(STAFF, query, NOON).items
    # Claims that wait stand in another index, and so cost something else.
    active = [each for each in rows if each.claim == "active"]
    return [License.get(each.id, KIND) for each in active[:2]]


def test_another_code_is_one_read_more_for_nobody(us: Actor) -> None:
    data = ReissueCode(code_id=FIRST, reason="As asked.")
    license_id = one(us)
    with counted() as costs:
        replacing.reissue_code(STAFF, license_id, data, NOON, anew())
    assert costs.calls == ["GetItem", "GetItem", "BatchGetItem", "Query", "TransactWriteItems"]
    assert costs.units <= 60


def test_finding_reads_no_more_than_it_shows(us: Actor) -> None:
    license_ = _two(us)[0]
    with counted() as costs:
        desk_pages.find_licenses(STAFF, license_.public_id, NOON)
    assert costs.calls == ["GetItem", "GetItem", "BatchGetItem"]
    with counted() as costs:
        found = desk_pages.find_licenses(STAFF, "HS-2026-000017", NOON)
    assert len(found.items) == 50
    assert sorted(costs.calls) == ["BatchGetItem", "BatchGetItem", "GetItem", "Query", "Query"]
    assert costs.units <= 55


def test_a_companys_licenses_cost_the_same_page_by_page(us: Actor) -> None:
    query = DeskLicenseQuery(company_id=us.company_id or "")
    with counted() as costs:
        first = desk_pages.company_licenses(STAFF, query, NOON)
    assert costs.calls == ["Query", "BatchGetItem", "BatchGetItem"]
    assert costs.units <= 16
    with counted() as second:
        following = query.model_copy(update={"cursor": first.next_cursor})
        desk_pages.company_licenses(STAFF, following, NOON)
    assert second.units == pytest.approx(costs.units, abs=1)


def test_a_license_of_staff_is_three_round_trips(us: Actor) -> None:
    license_id = one(us)
    with counted() as costs:
        desk_pages.view_license(STAFF, license_id, NOON)
    assert sorted(costs.calls) == ["BatchGetItem", "BatchGetItem", "GetItem"]
    assert costs.units <= 5


def test_telling_of_ends_is_one_transaction_for_20_licenses(us: Actor) -> None:
    with counted() as costs:
        assert telling.tell_due(NOON) == 0
    assert (costs.calls, costs.units) == (["Query"], 0.5)
    later = NOON + timedelta(days=5)
    with counted() as costs:
        assert telling.tell_due(later) == 2
    assert costs.calls.count("TransactWriteItems") == 2
    assert costs.units <= 2 * 200
