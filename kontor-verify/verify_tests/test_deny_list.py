"""The deny list, whole and as a delta, by the golden files."""

import json
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontor_verify.deny_list import apply_delta, read_deny_list
from kontor_verify.reasons import Reason, Refused
from verify_tests.vectors import KEYS, NOW, vector

NAMES = json.loads(vector("deny_lists/entries.json"))
ONE = read_deny_list(vector("deny_lists/one-1.txt"), KEYS)


def test_it_says_what_is_blocked() -> None:
    both = read_deny_list(vector("deny_lists/two-3.txt"), KEYS)
    assert (both.serial, len(both)) == (3, 2)
    assert both.denies_license(NAMES["record"])
    assert not both.denies_license(NAMES["other_record"])
    assert both.denies_code(NAMES["code"])
    assert both.denies_code(NAMES["code"].lower().replace("-", " "))
    assert not both.denies_code("AAAAA-BBBBB-CCCCC-DDDDD")


def test_an_empty_list_blocks_nothing() -> None:
    empty = read_deny_list(vector("deny_lists/empty-0.txt"), KEYS)
    assert (len(empty), empty.denies_license(NAMES["record"])) == (0, False)


def test_a_delta_leads_to_the_same_list_as_the_whole_one() -> None:
    after = apply_delta(ONE, vector("deny_lists/delta-1-3.txt"), KEYS)
    assert after == read_deny_list(vector("deny_lists/two-3.txt"), KEYS)
    assert apply_delta(after, vector("deny_lists/delta-3-3.txt"), KEYS) == after


@pytest.mark.parametrize("name", ["delta-3-3.txt", "delta-1-3-incomplete.txt"])
def test_a_delta_that_does_not_fit_says_so(name: str) -> None:
    with pytest.raises(Refused) as refused:
        apply_delta(ONE, vector(f"deny_lists/{name}"), KEYS)
    assert refused.value.reason is Reason.DELTA_DOES_NOT_FIT


def test_a_list_with_an_entry_left_out_is_forged() -> None:
    with pytest.raises(Refused) as refused:
        read_deny_list(vector("deny_lists/forged-shorter.txt"), KEYS)
    assert refused.value.reason is Reason.FORGED


def test_it_says_when_a_newer_one_is_due() -> None:
    assert not ONE.is_stale(NOW + timedelta(days=1))
    assert ONE.is_stale(NOW + timedelta(days=1, seconds=1))


@settings(deadline=None)
@given(st.binary(max_size=2000))
def test_whatever_comes_in_is_answered(data: bytes) -> None:
    with pytest.raises(Refused):
        read_deny_list(data, KEYS)
    with pytest.raises(Refused):
        apply_delta(ONE, data, KEYS)
