"""The rules of licenses beyond their status: what is due, told, merged, written and looked at."""

import base64
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import example
from hypothesis import strategies as st

from chalicelib.base.actor import Actor
from chalicelib.base.delimited import defused as defuse
from chalicelib.licenses.model.devices import Device
from chalicelib.licenses.model.evidence import Domain, Likeness
from chalicelib.licenses.model.history import Event, What
from chalicelib.licenses.model.license import ClaimState, License, Status
from chalicelib.licenses.rules import (
    deny_file,
    due,
    evidence,
    history,
    lease_file,
    merging,
    seats,
    signed_text,
    usage,
)  # fmt: skip
from chalicelib.licenses.rules.status import status
from tests.proof.fuzz.drawing import actors, fuzzed, ids, licenses, moments

NOTICES = (30, 7)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
words = st.text(max_size=30)
lines = st.lists(st.tuples(st.sampled_from(["license", "device", "ends"]), words), max_size=3)


@fuzzed(licenses(), moments)
def test_a_holder_is_told_in_time_and_of_nothing_that_is_over(one: License, now: datetime) -> None:
    """SCH-3: what is due is due by `next_due` at the latest, and once told it is due no more."""
    prospect = due.Prospect.of(one)
    notice, block = due.notice_due(prospect, NOTICES, now), due.block_is_due(prospect, now)
    following = due.next_due(prospect, NOTICES, now)
    if one.claim != ClaimState.ACTIVE:
        assert following is None
    elif notice is not None or block:
        assert following is not None
        assert following <= now
    if notice is not None:
        assert status(one, now) in {Status.ACTIVE, Status.NOT_ACTIVATED}
        told = due.Prospect.of(one, expiry_told=notice, expiry_told_for=one.expires_on)
        assert due.notice_due(told, NOTICES, now) is None
    if block:
        assert status(one, now) is Status.BLOCKED
        assert not due.block_is_due(due.Prospect.of(one, block_told=one.blocked_at), now)


@fuzzed(licenses(), moments)
def test_who_comes_late_misses_what_was_before(one: License, now: datetime) -> None:
    """SCH-3: a new holder hears of no notice whose time was over."""
    missed = due.notices_missed(due.Prospect.of(one), NOTICES, now)
    told = {"expiry_told": missed, "expiry_told_for": one.expires_on if missed else None}
    if missed is not None:
        assert due.notice_due(due.Prospect.of(one, **told), NOTICES, now) is None


@fuzzed(licenses(), st.none() | licenses(), moments)
def test_only_ones_own_of_the_same_products_are_merged(
    one: License, other: License | None, now: datetime
) -> None:
    """LIC-14, invariant 1: never another company's, nor what is blocked or was merged."""
    if merging.unfit(one, other, now) is None:
        assert other is not None
        assert (other.company_id, sorted(other.products)) == (one.company_id, sorted(one.products))
        assert other.pk != one.pk
        assert other.merged_into is None
        assert status(other, now) is not Status.BLOCKED
        assert merging.unfit(other, one, now) in {None, "license_unknown", "license_blocked"}


@fuzzed(licenses(), st.integers(0, 365), moments)
def test_what_is_over_is_at_its_renewal(one: License, ahead: int, now: datetime) -> None:
    """LIC-14: from some day on, and from then on always."""
    span = timedelta(days=ahead)
    if merging.may_renew(one, span, now):
        assert merging.may_renew(one, span, now + HOUR * 24)
    else:
        assert one.expires_on > now.date()


@st.composite
def events(draw: Callable[[Any], Any]) -> Event:
    """Anything that happened to a license, while somebody or nobody held it."""
    return Event(what=draw(st.sampled_from(list(What))), company_id=draw(ids) or None)


@fuzzed(actors(), licenses(), events(), moments)
def test_nobody_reads_what_happened_at_another_company(
    actor: Actor, one: License, event: Event, now: datetime
) -> None:
    """Invariant 1: of another's time only what changed the license, and not by whom."""
    if actor.role is None:
        own = bool(actor.company_id) and event.company_id == actor.company_id
        assert history.knows_all(actor, event) == own
        if history.may_read(actor, one, event) and not own:
            assert event.what in history.VENDORS
            assert one.claim == ClaimState.ACTIVE
        assert one.claim == ClaimState.ACTIVE or not [*history.facts_of(actor, one, now)]


@fuzzed(words, words)
def test_names_are_like_each_other_both_ways(one: str, other: str) -> None:
    """STF-4: the same name is the same, however it is written."""
    assert evidence.likeness(one, other) == evidence.likeness(other, one)
    if any(char.isalnum() for char in one) and evidence.likeness(one, one) is Likeness.SAME:
        assert evidence.likeness(one, f" {one.upper()} GmbH") is not Likeness.DIFFERENT


@fuzzed(words, st.lists(words, max_size=3))
def test_any_domain_is_judged(email: str, names: list[str]) -> None:
    domain = evidence.domain_of(email)
    assert "@" not in domain
    assert evidence.judge_domain(domain, *names) in Domain


@fuzzed(words)
def test_no_cell_is_a_formula(cell: str) -> None:
    """OWASP's list of how one begins."""
    defused = defuse(cell)
    assert not defused.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert defused in {cell, f"'{cell}"}


@fuzzed(st.lists(st.integers(0, 50), max_size=9), st.integers(1, 60))
def test_a_part_of_the_usage_table_is_never_longer_than_may_be(taken: list[int], most: int) -> None:
    """LIC-17: but for a single license that is, which is told in parts of its own."""
    count = usage.fitting(taken, most)
    assert count >= 1
    assert count == 1 or sum(taken[:count]) <= most
    assert count >= len(taken) or sum(taken[: count + 1]) > most


@fuzzed(st.none() | moments, moments)
def test_a_lease_that_is_over_holds_no_seat(until: datetime | None, now: datetime) -> None:
    """LIC-10: and once over it stays so."""
    device = Device(held_until=until)
    assert seats.is_leased(device, now) == (until is not None and seats.holds_seat(device, now))
    if not seats.holds_seat(device, now):
        assert not seats.holds_seat(device, now + HOUR)


@fuzzed(st.text(max_size=250), licenses(), moments)
def test_what_a_device_may_be_called_can_stand_in_a_line(
    name: str, one: License, now: datetime
) -> None:
    """LIC-10: and an application hears of a license what people see."""
    if seats.is_fingerprint(name):
        assert signed_text.write_lines([("device", name)]) == f"device: {name}\n".encode()
    if seats.is_product_id(name):
        assert name.isascii()
        assert '"' not in name
    usable = status(one, now) in {Status.ACTIVE, Status.NOT_ACTIVATED}
    begun = one.starts_on <= (now + DAY).date()
    assert (seats.state_of(one, now) == "active") == (usable and begun)


@fuzzed(lines, st.binary(min_size=64, max_size=64))
def test_what_is_written_is_read_back_or_not_written(
    given: list[tuple[str, str]], signature: bytes
) -> None:
    """LIC-10: there is one file for one meaning."""
    pairs = [("lease", "1"), *dict(given).items()]
    try:
        signed = signed_text.write_lines(pairs)
    except ValueError:
        return
    whole = signed_text.close(signed, base64.b64encode(signature).decode())
    text = signed_text.parse(whole, [name for name, _ in pairs])
    assert {name: text.values[name] for name, _ in pairs} == dict(pairs)
    assert text.signed == signed


@example("Müller \u200b Söhne")
@fuzzed(st.text(max_size=300))
def test_whatever_people_typed_can_be_made_to_fit(text: str) -> None:
    """LIC-5: no name of an end user keeps its key file from being written."""
    fitting = signed_text.fitting(text)
    assert signed_text.write_lines([("end-user", fitting)])
    assert signed_text.fitting(fitting) == fitting


@fuzzed(st.text(max_size=90))
def test_a_signature_is_64_bytes_in_their_one_form(text: str) -> None:
    assert not signed_text.is_signature(text) or len(text) == 88


@fuzzed(st.binary(max_size=300))
def test_no_bytes_pass_for_a_request_or_a_receipt(data: bytes) -> None:
    """LIC-10: nothing worse than Damaged comes of it."""
    for parse in (lease_file.parse_request, lease_file.parse_receipt):
        with pytest.raises(signed_text.Damaged):
            parse(data)


@fuzzed(st.text(max_size=60))
def test_a_key_is_32_bytes_in_their_one_form(text: str) -> None:
    assert not lease_file.is_key(text) or len(text) == 44


@fuzzed(st.integers(0, 10**6), moments, moments)
def test_a_list_is_the_same_for_an_hour_and_good_for_longer(
    serial: int, changed_at: datetime, now: datetime
) -> None:
    """LIC-11: whoever asks within the hour gets the same bytes."""
    good = timedelta(days=7)
    issue = deny_file.issue_of(serial, 0, "00", changed_at, now, good)
    begun = now.replace(minute=0, second=0, microsecond=0)
    again = deny_file.issue_of(serial, 0, "00", changed_at, begun, good)
    assert issue == again
    assert issue.next_update - issue.issued == good
