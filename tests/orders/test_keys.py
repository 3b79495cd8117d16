"""LIC-18: a key stands for what was asked with it, at whichever address."""

from typing import Any

import pytest

from tests.client import Answer, Client
from tests.proof.operations.shop import ORDERS, shop, sold
from tests.world.samples_shop import LINE, order

pytestmark = pytest.mark.usefixtures("cloud")
ONE = {"order_number": "HS-1", "line": 1}
TWO = {"order_number": "HS-2", "line": 2}


@pytest.fixture
def system(cloud: object) -> Client:
    """Two orders are in: HS-1 with a line 1, HS-2 with a line 2."""
    selling = shop()
    sold(selling, "HS-1")
    sold(selling, "HS-2", line=2)
    return selling


def longer(system: Client) -> dict[str, Any]:
    license_ = system.get(f"{ORDERS}/orders/HS-2").json["lines"][0]["license"]
    return {"order_number": "HS-R", "line": 1, "license": license_, "expires_on": "2030-11-22"}


def is_reused(answer: Answer) -> bool:
    return (answer.status, answer.code) == (409, "idempotency_key_reused")


@pytest.mark.parametrize("how", ["cancellations", "refunds"])
def test_a_key_takes_back_what_was_first_asked_with_it_and_nothing_else(
    system: Client, how: str
) -> None:
    first = system.post(f"{ORDERS}/{how}", ONE, key="a")
    assert is_reused(system.post(f"{ORDERS}/{how}", TWO, key="a"))
    assert system.get(f"{ORDERS}/orders/HS-2").json["lines"][0]["withdrawn"] is None
    assert system.post(f"{ORDERS}/{how}", ONE, key="a").json == first.json


def test_a_key_of_a_cancellation_refunds_nothing(system: Client) -> None:
    system.post(f"{ORDERS}/cancellations", ONE, key="a")
    assert is_reused(system.post(f"{ORDERS}/refunds", ONE, key="a"))
    assert system.get(f"{ORDERS}/orders/HS-1").json["lines"][0]["withdrawn"] == "cancelled"


def test_a_key_of_a_cancellation_sells_and_extends_nothing(system: Client) -> None:
    system.post(f"{ORDERS}/cancellations", ONE, key="a")
    assert is_reused(system.post(f"{ORDERS}/orders", order("HS-3"), key="a"))
    assert is_reused(system.post(f"{ORDERS}/extensions", longer(system), key="a"))
    assert system.get(f"{ORDERS}/orders/HS-3").code == "order_unknown"


def test_a_key_of_an_order_takes_nothing_back(system: Client) -> None:
    system.post(f"{ORDERS}/orders", order("HS-3"), key="a")
    assert is_reused(system.post(f"{ORDERS}/cancellations", TWO, key="a"))
    assert system.get(f"{ORDERS}/orders/HS-2").json["lines"][0]["withdrawn"] is None


def test_a_key_under_which_a_known_line_was_answered_stands_for_that_line(
    system: Client,
) -> None:
    again = {"order_number": "HS-1", "lines": [LINE]}
    assert system.post(f"{ORDERS}/orders", again, key="a").status == 201
    assert is_reused(system.post(f"{ORDERS}/orders", order("HS-3"), key="a"))
    asked = longer(system)
    other = asked | {"line": 2, "expires_on": "2031-11-22"}
    system.post(f"{ORDERS}/extensions", asked)
    assert system.post(f"{ORDERS}/extensions", asked, key="b").status == 200
    assert is_reused(system.post(f"{ORDERS}/extensions", other, key="b"))


def test_what_was_refused_binds_no_key(system: Client) -> None:
    assert system.post(f"{ORDERS}/refunds", {"order_number": "HS-0"}, key="a").status == 404
    assert system.post(f"{ORDERS}/refunds", ONE, key="a").status == 200
    bad = order("HS-4", product_ids=["no-such"])
    assert system.post(f"{ORDERS}/orders", bad, key="b").status == 422
    assert system.post(f"{ORDERS}/orders", order("HS-4"), key="b").status == 201
