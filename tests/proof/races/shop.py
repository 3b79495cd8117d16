"""Two systems that sell the same, two who try the same, and a token that is revoked meanwhile."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from chalicelib.base import clock
from chalicelib.licenses.store import sales
from local.testing import Cloud
from tests.builders import make_person, token_id
from tests.client import Client
from tests.mailbox import letters_to
from tests.proof.operation import Outcome, by_route
from tests.proof.operations.activation import asking
from tests.proof.operations.license_scenes import in_days
from tests.proof.operations.merged_sales import mergeable
from tests.proof.operations.people import OWNER, browser_of
from tests.proof.operations.shop import (
    NUMBER,
    ORDERS,
    catalog_with_trials,
    shop,
    sold,
    sold_and_added,
    supervisor,
)
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, both, first_may_come_late, once, one_wins
from tests.world.samples_shop import order, trial

Two = tuple[Act, Act]
LAST_DAY = date(2030, 11, 22)


def _ordering(system: Client, key: str = "", **changes: Any) -> Act:
    return once(by_route(system, "POST", f"{ORDERS}/orders", order(**changes)), key)


def _one_order(_cloud: Cloud) -> Two:
    system = shop()
    return _ordering(system), _ordering(system)


def _one_order_sent_again(_cloud: Cloud) -> Two:
    system = shop()
    return _ordering(system, "order"), _ordering(system, "order")


def _two_contents(_cloud: Cloud) -> Two:
    system = shop()
    return _ordering(system), _ordering(system, nodes=26)


def _one_code(_cloud: Cloud) -> Two:
    system, code = shop(), "7F3KQ-9XDM2-B8WZ4-RT6YH"
    other = order("HS-2026-7009", activation_code=code)
    return (
        _ordering(system, activation_code=code),
        once(by_route(system, "POST", f"{ORDERS}/orders", other)),
    )


def _extend_or_cancel(_cloud: Cloud) -> Two:
    system = shop()
    license_ = sold_and_added(system)["license"]
    return (
        _extending(system, license_),
        once(by_route(system, "POST", f"{ORDERS}/cancellations", {"order_number": NUMBER})),
    )


def _extending(system: Client, license_: str) -> Act:
    longer = {"order_number": "HS-R", "line": 1, "license": license_, "expires_on": f"{LAST_DAY}"}
    return once(by_route(system, "POST", f"{ORDERS}/extensions", longer))


def _extend_or_merge(_cloud: Cloud) -> Two:
    system = shop()
    merge = mergeable(system)
    license_ = system.get(f"{ORDERS}/orders/HS-B").json["lines"][0]["license"]
    return _extending(system, license_), once(merge)


def _adding(line: Mapping[str, Any]) -> Act:
    code = {"activation_code": line["activation_code"]}
    return once(by_route(browser_of(make_person(clock.now())), "POST", "/api/licenses", code))


def _extend_and_add(_cloud: Cloud) -> Two:
    system = shop()
    line = sold(system, expires_on=in_days(40))
    return _extending(system, line["license"]), _adding(line)


def _refund_and_add(_cloud: Cloud) -> Two:
    system = shop()
    line = sold(system)
    return _refunding(system, NUMBER), _adding(line)


def _told_in_time(first: Outcome, second: Outcome) -> Iterator[str]:
    """Its holder will be told before it ends: the job that looks too early looks again."""
    yield from both(200, 201)(first, second)
    license_ = sales.find_by_public_id(json.loads(first.text)["lines"][0]["license"])
    due_at = license_.due_at if license_ else None
    if due_at is None or due_at.date() >= LAST_DAY:
        yield f"due at {due_at}"


def _who_holds_it_is_told(refunded: Outcome, added: Outcome) -> Iterator[str]:
    """Who added it before the sale was taken back hears of that."""
    yield from first_may_come_late(201, 200, "license_blocked")(added, refunded)
    told = len(letters_to(OWNER, "license_withdrawn"))
    if told != (added.status == 201):
        yield f"the holder got {told} letters, and adding was answered {added}"


def _cancel_and_refund(_cloud: Cloud) -> Two:
    system = shop()
    sold(system)
    asked = {"order_number": NUMBER}
    return (
        once(by_route(system, "POST", f"{ORDERS}/cancellations", asked)),
        once(by_route(system, "POST", f"{ORDERS}/refunds", asked)),
    )


def _refunding(system: Client, number: str) -> Act:
    return once(by_route(system, "POST", f"{ORDERS}/refunds", {"order_number": number}))


def _merge_and_refund(_cloud: Cloud) -> Two:
    system = shop()
    return once(mergeable(system)), _refunding(system, "HS-B")


def _refund_both(_cloud: Cloud) -> Two:
    system = shop()
    assert mergeable(system)("merge").status == 200
    return _refunding(system, "HS-A"), _refunding(system, "HS-B")


def _refund_and_activate(_cloud: Cloud) -> Two:
    system = shop()
    merge = mergeable(system)
    assert merge("merge").status == 200
    code = system.get(f"{ORDERS}/orders/HS-A").json["lines"][0]["activation_code"]
    return once(asking("activate", 1, code)), _refunding(system, "HS-B")


def _used_and_revoked(_cloud: Cloud) -> Two:
    system = shop()
    path = f"/api/staff/tokens/{token_id(system.token)}/revocation"
    return _ordering(system), once(by_route(supervisor(), "POST", path))


def _one_trial(_cloud: Cloud) -> Two:
    catalog_with_trials()
    first, second = (
        once(by_route(Client(), "POST", "/api/trials", trial(f"tina{tag}@westwerk.example")))
        for tag in ("", "+two")
    )
    return first, second


def _same(first: Outcome, second: Outcome) -> Iterator[str]:
    """Both are answered, with the very same licenses."""
    yield from both(201, 201)(first, second)
    if first.text != second.text:
        yield f"two answers: {first.text}, {second.text}"


SHOP = (
    Race("one order sent twice", _one_order, _same),
    Race("one order sent again under its key", _one_order_sent_again, _same),
    Race("one line with two contents", _two_contents, one_wins(201, "order_line_differs")),
    Race("two orders with one code", _one_code, one_wins(201, "code_taken")),
    Race(
        "extend what is cancelled",
        _extend_or_cancel,
        first_may_come_late(200, 200, "license_withdrawn"),
    ),
    Race(
        "extend what is merged",
        _extend_or_merge,
        one_wins(200, "not_at_renewal", "license_merged"),
    ),
    Race("extend what is added", _extend_and_add, _told_in_time),
    Race("refund what is added", _refund_and_add, _who_holds_it_is_told),
    Race("cancel and refund", _cancel_and_refund, both(200, 200)),
    Race(
        "merge what is refunded",
        _merge_and_refund,
        first_may_come_late(200, 200, "other_blocked"),
    ),
    Race("refund both of what was merged", _refund_both, both(200, 200)),
    Race("activate while seats leave", _refund_and_activate, both(200, 200)),
    Race(
        "use a token that is revoked",
        _used_and_revoked,
        first_may_come_late(201, 200, "token_refused"),
    ),
    Race("one trial twice", _one_trial, both(202, 202)),
)
