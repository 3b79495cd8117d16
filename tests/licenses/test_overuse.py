"""LIC-10: going over the limit is recorded, shown to staff, told to the holder, and looked at."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.accounts.store.accounts import find_by_email
from chalicelib.base import clock
from chalicelib.base.actor import Right, StaffRole
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.seats import is_overused
from chalicelib.licenses.store.licenses import KIND
from local.testing import Cloud
from tests.builders import make_colleague, make_staff
from tests.capacity import counted
from tests.checks.full import EMAIL, let_pass
from tests.client import Client
from tests.invariants import check_all
from tests.licenses.builders import NOON, a_license
from tests.licenses.test_activating import activate
from tests.licenses.test_leasing import Holder
from tests.mailbox import letters_to
from tests.proof.operations.license_scenes import by_desk, desk
from tests.proof.operations.people import browser_of

pytestmark = pytest.mark.usefixtures("cloud")
LIST = "/api/staff/overused-licenses"


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


def too_many(first: int = 0) -> None:
    """One device more than it takes: the first of them has the seat."""
    for number in range(first, first + 6):
        activate(number)


def listed(browser: Client) -> list[Any]:
    answer = browser.get(LIST)
    assert answer.status == 200
    return list(answer.json["items"])


@pytest.mark.parametrize(
    ("refused", "facts", "marked"),
    [
        (4, {}, False),
        (5, {}, True),
        (9, {"overused_at": NOON}, False),
        (9, {"overuse_seen_on": NOON.date()}, False),
        (9, {"overuse_seen_on": NOON.date() - timedelta(days=1)}, True),
    ],
)
def test_a_mark_takes_some_devices_and_comes_once(
    refused: int, facts: dict[str, Any], marked: bool
) -> None:
    assert is_overused(a_license(**facts), refused, 5, NOON) is marked


def test_staff_find_it_and_the_holder_is_told_once(cloud: Cloud) -> None:
    """The owner and whoever manages licenses."""
    holder = Holder(nodes="1")
    owner = find_by_email(EMAIL)
    assert owner is not None
    make_colleague(owner, clock.now(), Right.MANAGE_LICENSES, email="li@nordwerk.example")
    make_colleague(owner, clock.now(), email="plain@nordwerk.example")
    too_many()
    too_many(10)
    staff = desk()
    (row,) = listed(staff)
    assert (row["id"], row["nodes"]) == (holder.license.pk, 1)
    assert row["overused_at"] is not None
    for email in (owner.email, "li@nordwerk.example"):
        (letter,) = letters_to(email, "license_overused")
        assert (letter.params["devices"], letter.params["nodes"]) == (5, 1)
    assert letters_to("plain@nordwerk.example", "license_overused") == []
    found = staff.post("/api/staff/licenses/search", {"text": holder.license.public_id}).json
    assert found["items"][0]["overused_at"] == row["overused_at"]
    assert holder.browser.get(f"/api/licenses/{holder.license.pk}/devices").json["refused_today"]
    check_all(cloud)


def test_once_looked_at_the_mark_is_off_until_another_day(cloud: Cloud) -> None:
    holder = Holder(nodes="1")
    too_many()
    review = by_desk(holder.license, "overuse-review", None)
    assert review("one").status == 200
    assert review("two").refusal == "not_overused"
    staff = browser_of(make_staff(clock.now(), email="agent@vendor.example"))
    too_many(10)
    assert listed(staff) == []
    let_pass(days=1)
    too_many(20)
    assert len(listed(browser_of(make_staff(clock.now(), email="b@vendor.example")))) == 1
    check_all(cloud)


@pytest.mark.parametrize(
    ("act", "body"), [("block", {"reason": "Not paid."}), ("seats", {"seats": 5})]
)
def test_what_deals_with_it_takes_the_mark_off(act: str, body: dict[str, Any]) -> None:
    holder = Holder(nodes="1")
    too_many()
    assert by_desk(holder.license, act, body)("one").status == 200
    license_ = License.get(holder.license.pk, KIND)
    assert license_.overused is None
    assert license_.overused_at is None


def test_agents_look_and_leave_it_to_the_desk() -> None:
    holder = Holder(nodes="1")
    too_many()
    agent = browser_of(make_staff(clock.now(), StaffRole.AGENT))
    assert len(listed(agent)) == 1
    path = f"/api/staff/licenses/{holder.license.pk}/overuse-review"
    assert agent.post(path).code == "forbidden"
    assert agent.get(LIST, cursor="nonsense").code == "bad_cursor"


def test_the_list_is_a_query_and_a_read_of_each_license() -> None:
    Holder(nodes="1")
    too_many()
    staff = desk()
    listed(staff)
    with counted() as costs:
        listed(staff)
    session, *rest = costs.calls
    assert session == "BatchGetItem"
    assert rest == ["Query", "BatchGetItem", "BatchGetItem"]
