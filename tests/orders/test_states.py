"""LIC-18: what an ERP may still do with a license that is not simply good."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.base import clock
from chalicelib.licenses.model.license import License
from chalicelib.licenses.store import sales
from local.testing import Cloud
from tests.checks.full import let_pass
from tests.client import Answer, Client
from tests.invariants import check_all
from tests.licenses.test_activating import activate
from tests.proof.operations.license_scenes import desk, in_days
from tests.proof.operations.merged_sales import mergeable
from tests.proof.operations.shop import ORDERS, shop, sold

pytestmark = pytest.mark.usefixtures("cloud", "_clock")


@pytest.fixture
def _clock() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


def license_of(name: str) -> License:
    found = sales.find_by_public_id(name)
    assert found is not None
    return found


def unclaimed(system: Client) -> str:
    return str(sold(system, "HS-A", expires_on=in_days(40))["license"])


def blocked(system: Client) -> str:
    name = unclaimed(system)
    path = f"/api/staff/licenses/{license_of(name).pk}/block"
    assert desk().post(path, {"reason": "Seen elsewhere."}).status == 200
    return name


def expired(system: Client) -> str:
    name = unclaimed(system)
    let_pass(days=41)
    return name


def merged(system: Client) -> str:
    """The second of two that became the first."""
    merge = mergeable(system)
    name = str(system.get(f"{ORDERS}/orders/HS-B").json["lines"][0]["license"])
    assert merge("merge").status == 200
    return name


STATES: list[Callable[[Client], str]] = [unclaimed, blocked, expired]


def on(system: Client, what: str, name: str, **asked: Any) -> Answer:
    body = {"order_number": "HS-X", "line": 1, "license": name, **asked}
    return system.post(f"{ORDERS}/{what}", body)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_what_nobody_holds_is_blocked_or_over_can_be_extended(
    state: Callable[[Client], str], cloud: Cloud
) -> None:
    """One that is over runs again; one that is blocked stays blocked."""
    system = shop()
    name = state(system)
    (line,) = on(system, "extensions", name, expires_on=in_days(400)).json["lines"]
    wanted = "blocked" if state is blocked else "not_activated"
    assert (line["status"], line["expires_on"]) == (wanted, in_days(400))
    expected = (403, "on_deny_list") if state is blocked else (200, "")
    answer = activate(code=line["activation_code"])
    assert (answer.status, answer.code) == expected
    check_all(cloud)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_the_same_can_get_more_seats(state: Callable[[Client], str], cloud: Cloud) -> None:
    """LIC-12: a block, and the end, go for the updated code as for the old one."""
    system = shop()
    name = state(system)
    (line,) = on(system, "seats", name, add_nodes=5).json["lines"]
    assert line["nodes"] == 30
    reasons = {"blocked": "on_deny_list", "expired": "license_expired"}
    wanted = reasons.get(state.__name__, "")
    assert activate(code=line["activation_code"]).code == wanted
    check_all(cloud)


@pytest.mark.parametrize("how", ["cancellations", "refunds"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_the_same_can_be_taken_back(state: Callable[[Client], str], how: str, cloud: Cloud) -> None:
    system = shop()
    state(system)
    answer = system.post(f"{ORDERS}/{how}", {"order_number": "HS-A"})
    assert [line["status"] for line in answer.json["lines"]] == ["blocked"]
    check_all(cloud)


def test_what_was_merged_is_neither_extended_nor_enlarged(cloud: Cloud) -> None:
    system = shop()
    name = merged(system)
    for what, asked in (("extensions", {"expires_on": in_days(500)}), ("seats", {"add_nodes": 1})):
        refused = on(system, what, name, **asked)
        assert (refused.status, refused.reasons()) == (422, {"license": {"license_merged"}})
    check_all(cloud)


def test_what_was_taken_back_is_neither_extended_nor_enlarged() -> None:
    system = shop()
    name = unclaimed(system)
    system.post(f"{ORDERS}/cancellations", {"order_number": "HS-A"})
    for what, asked in (("extensions", {"expires_on": in_days(500)}), ("seats", {"add_nodes": 1})):
        assert on(system, what, name, **asked).reasons() == {"license": {"license_withdrawn"}}
