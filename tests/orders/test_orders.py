"""LIC-18: orders of the vendor's shop or ERP, through the API."""

from typing import Any

import pytest

from chalicelib.base import clock
from chalicelib.base.actor import Scope
from chalicelib.licenses.rules.codes import checks_out, read_code
from chalicelib.licenses.store import sales
from tests.builders import make_token
from tests.client import Answer, Client
from tests.mailbox import letters_to
from tests.proof.operations.people import OWNER, owner
from tests.proof.operations.shop import NUMBER, ORDERS, shop, sold, sold_and_added
from tests.world.samples_shop import LINE, order

pytestmark = pytest.mark.usefixtures("cloud")
GIVEN = "7F3KQ-9XDM2-B8WZ4-RT6YH"


def sent(system: Client, asked: dict[str, Any], key: str = "") -> Answer:
    return system.post(f"{ORDERS}/orders", asked, key=key)


def test_an_order_makes_a_license_that_its_code_adds() -> None:
    line = sold(shop())
    assert checks_out(read_code(line["activation_code"]) or "")
    added = owner().post("/api/licenses", {"activation_code": line["activation_code"]})
    assert added.status == 201
    assert added.json["public_id"] == line["license"]
    assert (added.json["status"], added.json["nodes"]) == ("not_activated", 25)


def test_a_code_can_be_given() -> None:
    line = sold(shop(), activation_code=GIVEN.lower())
    assert line["activation_code"] == GIVEN


def test_a_code_that_another_license_has_is_refused() -> None:
    system = shop()
    sold(system, "HS-1", activation_code=GIVEN)
    refused = sent(system, order("HS-2", activation_code=GIVEN))
    assert refused.reasons() == {"lines.0.activation_code": {"code_taken"}}


def test_a_code_that_is_taken_is_told_of_its_own_line_alone() -> None:
    system = shop()
    sold(system, "HS-1", activation_code=GIVEN)
    other = LINE | {"activation_code": "AAAAA-BBBBB-CCCCC-DDDDD"}
    lines = [other, LINE | {"line": 2, "activation_code": GIVEN}]
    refused = sent(system, {"order_number": "HS-2", "lines": lines})
    assert refused.reasons() == {"lines.1.activation_code": {"code_taken"}}


def test_a_code_that_an_order_names_twice_is_refused() -> None:
    lines = [LINE | {"activation_code": GIVEN}, LINE | {"line": 2, "activation_code": GIVEN}]
    refused = sent(shop(), {"order_number": NUMBER, "lines": lines})
    assert refused.reasons() == {"lines.1.activation_code": {"code_twice"}}


def test_an_order_sent_again_is_answered_as_the_first_time() -> None:
    """By its number, whatever the key: the same licenses with the same codes."""
    system = shop()
    first = sent(system, order(), "a").json
    assert sent(system, order(), "a").json == first
    assert sent(system, order(), "b").json == first


def test_the_same_key_with_other_content_is_a_clear_conflict() -> None:
    system = shop()
    sent(system, order(), "a")
    refused = sent(system, order("HS-2026-9999"), "a")
    assert (refused.status, refused.code) == (409, "idempotency_key_reused")


def test_the_same_line_with_other_content_is_a_clear_conflict() -> None:
    system = shop()
    sold(system)
    refused = sent(system, order(nodes=26))
    assert (refused.status, refused.code) == (409, "order_line_differs")
    assert NUMBER in refused.json["detail"]


def test_lines_can_follow_and_those_that_are_known_stay() -> None:
    system = shop()
    first = sold(system)
    both = {"order_number": NUMBER, "lines": [LINE, LINE | {"line": 2, "nodes": 5}]}
    lines = sent(system, both).json["lines"]
    assert lines[0] == first
    assert [line["nodes"] for line in lines] == [25, 5]
    assert system.get(f"{ORDERS}/orders/{NUMBER}").json["lines"] == lines


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"product_ids": ["no-such"]}, "lines.0.product_ids", "product_unknown"),
        ({"product_ids": []}, "lines.0.product_ids", "too_few"),
        ({"nodes": 0}, "lines.0.nodes", "too_small"),
        ({"expires_on": "2027-02-30"}, "lines.0.expires_on", "wrong_type"),
        ({"starts_on": "2029-01-01"}, "lines.0.expires_on", "ends_before_start"),
        ({"activation_code": "short"}, "lines.0.activation_code", "code_malformed"),
        ({"end_user": " "}, "lines.0.end_user", "empty"),
        ({"line": 0}, "lines.0.line", "too_small"),
        ({"colour": "red"}, "lines.0.colour", "unknown_field"),
    ],
)
def test_a_bad_line_is_refused_by_field_and_reason(
    changes: dict[str, Any], field: str, reason: str
) -> None:
    refused = sent(shop(), order(**changes))
    assert refused.status == 422
    assert reason in refused.reasons()[field]


def test_one_bad_line_holds_up_the_whole_order() -> None:
    """All or nothing: an order that was half carried out would have to be told apart."""
    system = shop()
    bad = {"order_number": NUMBER, "lines": [LINE, LINE | {"line": 2, "product_ids": ["no"]}]}
    assert sent(system, bad).reasons() == {"lines.1.product_ids": {"product_unknown"}}
    assert system.get(f"{ORDERS}/orders/{NUMBER}").code == "order_unknown"


def test_an_order_that_is_too_long_is_refused() -> None:
    lines = [LINE | {"line": number} for number in range(1, 12)]
    assert sent(shop(), {"order_number": NUMBER, "lines": lines}).reasons() == {
        "lines": {"too_many"}
    }


def extend(system: Client, license_: str, day: str, number: str = "HS-R1") -> Answer:
    asked = {"order_number": number, "line": 1, "license": license_, "expires_on": day}
    return system.post(f"{ORDERS}/extensions", asked)


def test_an_extension_lets_the_license_last_longer_and_tells_its_holder() -> None:
    system = shop()
    line = sold_and_added(system)
    first = extend(system, line["license"], "2030-11-22")
    assert first.json["lines"][0]["expires_on"] == "2030-11-22"
    assert extend(system, line["license"], "2030-11-22").json == first.json
    assert [letter.params["expires_on"] for letter in letters_to(OWNER, "license_extended")] == [
        "2030-11-22"
    ]
    assert extend(system, line["license"], "2031-11-22").code == "order_line_differs"


def test_an_extension_must_be_one() -> None:
    system = shop()
    license_ = sold(system)["license"]
    refused = extend(system, license_, LINE["expires_on"])
    assert refused.reasons() == {"expires_on": {"not_later"}}
    assert extend(system, "LIC-0000-0000", "2030-11-22").reasons() == {
        "license": {"license_unknown"}
    }


@pytest.mark.parametrize(
    ("how", "withdrawn"), [("cancellations", "cancelled"), ("refunds", "refunded")]
)
def test_a_sale_that_is_taken_back_blocks_its_license_and_tells_its_holder(
    how: str, withdrawn: str
) -> None:
    system = shop()
    sold_and_added(system)
    answer = system.post(f"{ORDERS}/{how}", {"order_number": NUMBER, "line": 1})
    (line,) = answer.json["lines"]
    assert (line["status"], line["withdrawn"]) == ("blocked", withdrawn)
    again = system.post(f"{ORDERS}/{how}", {"order_number": NUMBER})
    assert again.json == answer.json
    (letter,) = letters_to(OWNER, "license_withdrawn")
    assert letter.params["how"] == withdrawn
    refused = extend(system, line["license"], "2031-11-22")
    assert refused.reasons() == {"license": {"license_withdrawn"}}


def test_a_cancelled_sale_can_be_refunded_and_not_the_other_way() -> None:
    system = shop()
    sold(system)
    asked = {"order_number": NUMBER}
    blocked_at = [blocked_since(system.post(f"{ORDERS}/cancellations", asked))]
    for how in ("refunds", "cancellations"):
        answer = system.post(f"{ORDERS}/{how}", asked)
        assert answer.json["lines"][0]["withdrawn"] == "refunded"
        blocked_at.append(blocked_since(answer))
    assert len(set(blocked_at)) == 1


def blocked_since(answer: Answer) -> Any:
    license_ = sales.find_by_public_id(answer.json["lines"][0]["license"])
    assert license_ is not None
    assert license_.withdrawn_at <= clock.now()
    return license_.blocked_at


def test_what_was_never_sold_can_not_be_taken_back() -> None:
    system = shop()
    asked: dict[str, Any] = {"order_number": "HS-0"}
    assert system.post(f"{ORDERS}/refunds", asked).code == "order_unknown"
    extend(system, sold(system)["license"], "2030-11-22", "HS-R9")
    asked = {"order_number": "HS-R9", "line": 1}
    assert system.post(f"{ORDERS}/refunds", asked).code == "order_line_no_sale"


def test_codes_are_told_to_those_alone_who_may_write_orders() -> None:
    sold(shop())
    reader = Client(token=make_token(clock.now(), Scope.ORDERS_READ))
    (line,) = reader.get(f"{ORDERS}/orders/{NUMBER}").json["lines"]
    assert line["activation_code"] is None


def seats(system: Client, license_: str, more: int, number: str = "HS-S1") -> Answer:
    asked = {"order_number": number, "line": 1, "license": license_, "add_nodes": more}
    return system.post(f"{ORDERS}/seats", asked)


def test_more_seats_come_with_an_updated_code() -> None:
    """LIC-12: the old one is replaced, and a repeat adds nothing."""
    system = shop()
    line = sold_and_added(system)
    first = seats(system, line["license"], 5)
    (updated,) = first.json["lines"]
    assert (updated["what"], updated["nodes"]) == ("seats", 30)
    assert updated["activation_code"] != line["activation_code"]
    assert seats(system, line["license"], 5).json == first.json
    assert seats(system, line["license"], 6).code == "order_line_differs"


def test_seats_are_not_added_beyond_what_there_can_be() -> None:
    system = shop()
    license_ = sold(system)["license"]
    assert seats(system, license_, 1_000_000).reasons() == {"add_nodes": {"too_large"}}
    system.post(f"{ORDERS}/refunds", {"order_number": NUMBER})
    assert seats(system, license_, 5).reasons() == {"license": {"license_withdrawn"}}
