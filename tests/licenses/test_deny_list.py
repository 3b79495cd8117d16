"""LIC-11, LIC-13, SCH-3: the published deny list."""

import base64
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.operation import Operation
from chalicelib.licenses import denying, handing_out
from chalicelib.licenses.errors import DeltaUnknown
from chalicelib.licenses.model.license import License
from chalicelib.licenses.publishing import AT_ONCE, publish
from chalicelib.licenses.rules import deny_list as rules
from chalicelib.licenses.rules.deny_file import LONG
from chalicelib.licenses.rules.signed_text import SignedText, parse
from chalicelib.licenses.signing import demand_ours
from chalicelib.licenses.store import denials as store
from tests.builders import make_license
from tests.capacity import counted
from tests.client import Client
from tests.licenses.builders import NOON

pytestmark = pytest.mark.usefixtures("cloud")
CODE, PLAIN = "7F3KQ-9XDM2-B8WZ4-RT6YH", "7F3KQ9XDM2B8WZ4RT6YH"
ISSUE = ("serial", "issued", "next-update", "entries", "digest")
FULL = ("deny-list", "signed-with", *ISSUE, "list")
DELTA = ("deny-list-delta", "signed-with", "since", *ISSUE, "added", "removed")
MINUTE = timedelta(minutes=1)


def deny(license_: License, at: datetime = NOON) -> None:
    change = Transaction(Operation(ids.token()), NOON)
    denying.deny_license(change, license_, at)
    change.commit()


def allow(license_: License) -> None:
    change = Transaction(Operation(ids.token()), NOON)
    denying.allow_license(change, license_)
    change.commit()


def entries(text: str) -> set[bytes]:
    return set(rules.unpack(b"" if text == "-" else base64.b64decode(text)))


def read(text: str, names: tuple[str, ...]) -> SignedText:
    """A file of ours whose signature is good."""
    found = parse(text.encode(), names, LONG)
    demand_ours(found.values["signed-with"], found.signature, found.signed)
    return found


def full(now: datetime) -> dict[str, str]:
    store.forget_head()
    return read(handing_out.deny_list(now).text, FULL).values


def delta(since: int, now: datetime) -> dict[str, str]:
    store.forget_head()
    return read(handing_out.deny_list_delta(str(since), now).text, DELTA).values


def listed(now: datetime) -> set[bytes]:
    return entries(full(now)["list"])


def test_an_empty_list_is_a_list() -> None:
    values = full(NOON)
    assert (values["serial"], values["entries"], values["list"]) == ("0", "0", "-")
    assert values["next-update"] == "2026-11-23T12:00:00Z"


def test_a_blocked_license_stands_on_it_with_its_code() -> None:
    license_ = make_license()
    deny(license_)
    publish(NOON)
    assert listed(NOON) == {rules.license_entry(license_.pk), rules.code_entry(PLAIN)}


def test_a_planned_block_takes_effect_at_its_minute() -> None:
    """LIC-13."""
    deny(make_license(), NOON + 10 * MINUTE)
    publish(NOON)
    publish(NOON + 9 * MINUTE)
    assert listed(NOON + 9 * MINUTE) == set()
    publish(NOON + 10 * MINUTE)
    assert len(listed(NOON + 10 * MINUTE)) == 2


def test_a_plan_that_was_called_off_never_takes_effect() -> None:
    license_ = make_license()
    deny(license_, NOON + 10 * MINUTE)
    allow(license_)
    publish(NOON)
    publish(NOON + 20 * MINUTE)
    assert listed(NOON + 20 * MINUTE) == set()


def test_who_is_blocked_now_and_later_again_is_off_the_list_in_between() -> None:
    license_ = make_license()
    deny(license_)
    publish(NOON)
    allow(license_)
    deny(license_, NOON + 10 * MINUTE)
    publish(NOON + MINUTE)
    assert listed(NOON + MINUTE) == set()
    publish(NOON + 10 * MINUTE)
    assert len(listed(NOON + 10 * MINUTE)) == 2


def test_a_replaced_code_stays_on_it_when_its_license_is_allowed_again() -> None:
    """LIC-12."""
    license_ = make_license()
    change = Transaction(Operation(ids.token()), NOON)
    denying.deny_code(change, license_.pk, "AAAAABBBBBCCCCCDDDDD", NOON)
    change.commit()
    deny(license_)
    publish(NOON)
    allow(license_)
    publish(NOON)
    assert listed(NOON) == {rules.code_entry("AAAAABBBBBCCCCCDDDDD")}


def test_a_license_that_comes_in_blocked_stands_on_it() -> None:
    license_ = make_license(blocked_at="2026-11-22T11:00:00Z")
    publish(NOON)
    assert rules.license_entry(license_.pk) in listed(NOON)


def test_publishing_again_changes_nothing() -> None:
    """SCH-4."""
    deny(make_license())
    assert publish(NOON) == 2
    before = full(NOON)
    assert publish(NOON) == 0
    assert full(NOON) == before


def test_more_than_fit_into_one_serial_are_published_in_several() -> None:
    many = [make_license(f"AAAAA-BBBBB-CCCCC-{n:05}") for n in range(AT_ONCE // 2 + 5)]
    for license_ in many:
        deny(license_)
    assert publish(NOON) == 2 * len(many)
    values = full(NOON)
    assert (values["serial"], values["entries"]) == ("2", str(2 * len(many)))
    assert {rules.license_entry(license_.pk) for license_ in many} <= entries(values["list"])


def test_a_delta_leads_from_any_serial_to_the_newest() -> None:
    first, second = make_license(), make_license("AAAAA-BBBBB-CCCCC-DDDDD")
    seen = {}
    for step, license_ in ((deny, first), (deny, second), (allow, first)):
        seen[int(full(NOON)["serial"])] = listed(NOON)
        step(license_)
        publish(NOON)
    now = listed(NOON)
    for serial, before in seen.items():
        values = delta(serial, NOON)
        after = (before | entries(values["added"])) - entries(values["removed"])
        assert after == now
        assert rules.digest_after(rules.NOTHING, after).hex() == values["digest"]


def test_what_came_and_went_again_is_not_told() -> None:
    license_ = make_license()
    deny(license_)
    publish(NOON)
    allow(license_)
    publish(NOON)
    values = delta(0, NOON)
    assert (values["serial"], values["added"], values["removed"]) == ("2", "-", "-")


@pytest.mark.parametrize("since", ["7", "-1", "x", "", "1" * 40, "²"])
def test_there_is_no_delta_from_what_never_was(since: str) -> None:
    with pytest.raises(DeltaUnknown):
        handing_out.deny_list_delta(since, NOON)


def test_the_newest_serial_has_an_empty_delta_that_is_good_for_longer() -> None:
    deny(make_license())
    publish(NOON)
    values = delta(1, NOON + timedelta(hours=5))
    assert (values["added"], values["removed"]) == ("-", "-")
    assert values["next-update"] == "2026-11-23T17:00:00Z"


def test_it_is_the_same_bytes_for_an_hour() -> None:
    """So that it can be kept on the way."""
    deny(make_license())
    publish(NOON)
    store.forget_head()
    first = handing_out.deny_list(NOON)
    assert handing_out.deny_list(NOON + timedelta(minutes=59)) == first
    assert handing_out.deny_list(NOON + timedelta(minutes=60)).etag != first.etag


def test_who_has_it_is_told_so() -> None:
    answer = Client().get("/api/deny-list")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=30"
    known = {"if-none-match": answer.headers["etag"]}
    again = Client().call("GET", "/api/deny-list", headers=known)
    assert (again.status, again.text) == (304, "")
    assert again.headers["etag"] == answer.headers["etag"]
    assert Client().get("/api/deny-list/since/99").code == "delta_unknown"


def test_fetching_it_again_reads_nothing() -> None:
    deny(make_license())
    publish(NOON)
    handing_out.deny_list(NOON)
    with counted() as costs:
        handing_out.deny_list(NOON + timedelta(seconds=29))
    assert costs.calls == []
    with counted() as costs:
        handing_out.deny_list(NOON + timedelta(seconds=30))
    assert (costs.calls, costs.units) == (["GetItem"], 1.0)


def test_an_entry_tells_nothing_of_the_code() -> None:
    """A license and its code have entries that nobody can connect, or undo."""
    assert len(rules.code_entry(PLAIN)) == rules.ENTRY_BYTES
    assert rules.code_entry(PLAIN) != rules.license_entry(PLAIN)


@given(st.lists(st.tuples(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9))), max_size=6))
def test_deltas_add_up(steps: list[tuple[set[int], set[int]]]) -> None:
    """Whatever came and went, in any order."""

    def walk() -> Iterator[tuple[bytes, bytes]]:
        for plus, minus in steps:
            came = {bytes([n] * 8) for n in plus} - current
            went = {bytes([n] * 8) for n in minus} & current
            current.update(came)
            current.difference_update(went)
            yield rules.pack(came), rules.pack(went)

    start = {bytes([n] * 8) for n in range(4)}
    current = set(start)
    added, removed = rules.sum_up(walk())
    assert (start | set(rules.unpack(added))) - set(rules.unpack(removed)) == current
