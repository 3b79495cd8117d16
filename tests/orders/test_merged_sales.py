"""LIC-18, LIC-14: taking back a sale whose license is one with others by now."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.base import clock
from chalicelib.licenses.model.license import License, Status
from chalicelib.licenses.rules.codes import show_code
from chalicelib.licenses.rules.status import status
from chalicelib.licenses.sealing import open_code
from chalicelib.licenses.store.desk import find_by_public_id
from local.testing import Cloud
from tests.builders import make_person
from tests.checks.full import let_pass
from tests.client import Answer, Client
from tests.invariants import check_all
from tests.licenses.test_activating import activate, ask
from tests.mailbox import letters_to
from tests.proof.operations.license_scenes import desk, in_days
from tests.proof.operations.people import OWNER, browser_of
from tests.proof.operations.shop import ORDERS, shop, sold

pytestmark = pytest.mark.usefixtures("cloud", "_clock")


@pytest.fixture
def _clock() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


class Merged:
    """Licenses of a company, each sold by an order of its own, that became the first of them."""

    def __init__(self, *seats: int) -> None:
        self.system, self.desk = shop(), desk()
        self.browser = browser_of(make_person(clock.now()))
        self.names = [self.sell(place, nodes) for place, nodes in enumerate(seats)]
        self.merge(self.names[0], *self.names[1:])

    def sell(self, place: int, nodes: int) -> str:
        line = sold(self.system, f"HS-{place}", nodes=nodes, expires_on=in_days(40))
        added = self.browser.post("/api/licenses", {"activation_code": line["activation_code"]})
        assert added.status == 201
        return str(line["license"])

    def merge(self, into: str, *others: str, days: int = 60) -> None:
        path = f"/api/staff/licenses/{self.license(into).pk}/merger"
        body = {"others": list(others), "expires_on": in_days(days)}
        answer = self.desk.post(path, body)
        assert answer.status == 200, answer.text

    def license(self, name: str) -> License:
        found = find_by_public_id(name)
        assert found is not None
        return found

    @property
    def left(self) -> License:
        return self.license(self.names[0])

    @property
    def seats(self) -> list[int]:
        return [int(self.license(name).nodes) for name in self.names]

    @property
    def code(self) -> str:
        return show_code(open_code(self.left.sealed_code, self.left.pk))

    def take_back(self, place: int, how: str = "refunds") -> Answer:
        return self.system.post(f"{ORDERS}/{how}", {"order_number": f"HS-{place}"})


def told(template: str) -> list[Any]:
    return [letter.params for letter in letters_to(OWNER, template)]


def test_the_seats_of_a_merged_sale_leave_and_the_others_stay(cloud: Cloud) -> None:
    """What other orders paid for goes on; the holder reads of it on the page and by mail."""
    merged = Merged(10, 5, 3)
    answer = merged.take_back(1)
    (line,) = answer.json["lines"]
    assert (line["withdrawn"], line["status"], line["nodes"]) == ("refunded", "blocked", 0)
    assert merged.seats == [13, 0, 3]
    assert status(merged.left, clock.now()) == Status.NOT_ACTIVATED
    (letter,) = told("license_fewer_seats")
    assert (letter["how"], letter["nodes"], letter["public_id"]) == (
        "refunded",
        13,
        merged.names[0],
    )
    assert told("license_withdrawn") == []
    history = merged.browser.get(f"/api/licenses/{merged.left.pk}/history").json["items"]
    details = next(event["details"] for event in history if event["what"] == "seats_withdrawn")
    assert (details["nodes_before"], details["nodes_after"]) == (18, 13)
    check_all(cloud)


def test_the_seats_of_the_license_that_took_the_others_in_leave_alone(cloud: Cloud) -> None:
    merged = Merged(10, 5)
    assert merged.take_back(0).status == 200
    assert merged.seats == [5, 5]
    assert merged.left.withdrawn is None
    check_all(cloud)


def test_with_the_last_sale_the_license_is_blocked(cloud: Cloud) -> None:
    merged = Merged(10, 5)
    merged.take_back(1)
    merged.take_back(0)
    assert status(merged.left, clock.now()) == Status.BLOCKED
    assert [letter["how"] for letter in told("license_withdrawn")] == ["refunded"]
    assert activate(1, merged.code).code == "on_deny_list"
    check_all(cloud)


def test_a_cancelled_sale_that_is_refunded_takes_its_seats_once(cloud: Cloud) -> None:
    merged = Merged(10, 5)
    for how in ("cancellations", "refunds", "refunds"):
        assert merged.take_back(1, how).status == 200
        assert merged.seats == [10, 0]
    assert merged.license(merged.names[1]).withdrawn == "refunded"
    check_all(cloud)


def test_a_sale_is_found_through_several_mergers(cloud: Cloud) -> None:
    """Each license on the way keeps count of what it brought along."""
    merged = Merged(10, 5)
    merged.names.insert(0, merged.sell(7, 2))
    merged.merge(*merged.names[:2], days=90)
    assert merged.seats == [17, 15, 5]
    merged.take_back(1)
    assert merged.seats == [12, 10, 0]
    merged.take_back(0)
    assert merged.seats == [2, 0, 0]
    check_all(cloud)


def test_devices_that_would_have_no_seat_hold_it_up(cloud: Cloud) -> None:
    """Which of them is to go only people can say: the answer says how many, and nothing changes."""
    merged = Merged(2, 1)
    for number in (1, 2, 3):
        assert activate(number, merged.code).status == 200
    refused = merged.take_back(1)
    assert (refused.status, refused.code) == (409, "seats_in_use")
    assert merged.names[0] in refused.json["detail"]
    assert merged.seats == [3, 1]
    assert ask("release", 2, merged.code).status == 200
    assert merged.take_back(1).status == 200
    assert activate(4, merged.code).code == "no_seat_left"
    check_all(cloud)


def test_a_lease_that_is_over_holds_nothing_up(cloud: Cloud) -> None:
    merged = Merged(1, 1)
    for number in (1, 2):
        wish = {"device": f"offline-machine-{number:04}", "days": 3}
        leased = merged.browser.post(f"/api/licenses/{merged.left.pk}/leases", wish)
        assert leased.status == 201, leased.text
    assert merged.take_back(1).code == "seats_in_use"
    let_pass(days=8)
    assert merged.take_back(1).status == 200
    check_all(cloud)


def test_many_lines_and_many_keepers_fit(cloud: Cloud) -> None:
    """A change for each line: ten licenses' letters to five people are more than one holds."""
    from chalicelib.base.actor import Right
    from tests.builders import make_colleague
    from tests.world.samples_shop import LINE

    system, person = shop(), make_person(clock.now())
    for number in range(5):
        make_colleague(person, clock.now(), Right.MANAGE_LICENSES, email=f"k{number}@nord.example")
    browser: Client = browser_of(person)
    lines = [LINE | {"line": number} for number in range(1, 11)]
    made = system.post(f"{ORDERS}/orders", {"order_number": "HS-M", "lines": lines}).json["lines"]
    for line in made:
        code = {"activation_code": line["activation_code"]}
        assert browser.post("/api/licenses", code).status == 201
    answer = system.post(f"{ORDERS}/refunds", {"order_number": "HS-M"})
    assert answer.status == 200, answer.text
    assert {line["status"] for line in answer.json["lines"]} == {"blocked"}
    assert len(told("license_withdrawn")) == 10
    check_all(cloud)
