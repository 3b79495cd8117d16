"""LIC-13, LIC-18, SCH-3: what a license's page says of its block, and since when."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from chalicelib.base import clock
from chalicelib.licenses import jobs
from chalicelib.licenses.model.license import License
from tests.checks.full import let_pass
from tests.client import Client
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.license_scenes import by_desk, held
from tests.proof.operations.people import OWNER, browser_of, owner
from tests.proof.operations.shop import NUMBER, ORDERS, shop, sold_and_added

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


def blocks(browser: Client, license_: License) -> list[datetime]:
    """When its history says that it was blocked."""
    items: Any = browser.get(f"/api/licenses/{license_.pk}/history").json["items"]
    return [datetime.fromisoformat(item["at"]) for item in items if item["what"] == "blocked"]


def test_a_planned_block_stands_in_the_history_at_its_minute() -> None:
    """SCH-3: not when the job came by to tell of it."""
    browser = owner()
    license_ = held(browser=browser)
    at = (clock.now() + timedelta(hours=2)).replace(microsecond=0)
    plan = by_desk(license_, "block", {"at": at.isoformat(), "reason": "As asked."})
    assert plan("plan").status == 200
    let_pass(hours=3)
    jobs.tell_due(SCHEDULED, None)
    assert blocks(browser, license_) == [at]


def test_a_block_that_came_with_the_order_is_told_of_once() -> None:
    """By the license's own facts until its holder was told, by an event from then on."""
    browser = owner()
    at = (clock.now() + timedelta(hours=2)).replace(microsecond=0)
    license_ = held(browser=browser, blocked_at=at.isoformat().replace("+00:00", "Z"))
    let_pass(hours=3)
    assert blocks(browser, license_) == [at]
    jobs.tell_due(SCHEDULED, None)
    assert blocks(browser, license_) == [at]


def test_a_sale_that_was_taken_back_is_said_to_be_so() -> None:
    """LIC-18: the page gives the reason of the block, to the holder and to the desk."""
    from chalicelib.accounts.store.accounts import find_by_email
    from chalicelib.licenses.store.sales import find_by_public_id
    from tests.proof.operations.shop import supervisor

    system = shop()
    license_ = find_by_public_id(sold_and_added(system)["license"])
    person = find_by_email(OWNER)
    assert license_ is not None
    assert person is not None
    browser = browser_of(person)
    path = f"/api/licenses/{license_.pk}"
    assert browser.get(path).json["withdrawn"] is None
    assert system.post(f"{ORDERS}/refunds", {"order_number": NUMBER}).status == 200
    assert browser.get(path).json["withdrawn"] == "refunded"
    staff = supervisor().get(f"/api/staff/licenses/{license_.pk}")
    assert staff.json["withdrawn"] == "refunded"
    assert blocks(browser, license_) == []
