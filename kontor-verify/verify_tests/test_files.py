"""Key files and leases: each reason, by the golden files."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontor_verify.deny_list import read_deny_list
from kontor_verify.files import check_key_file, check_lease
from kontor_verify.reasons import Reason
from verify_tests.vectors import KEYS, NOW, VECTORS, vector

DEVICE = "sha256:9f86d081884c7d659a2feaa0c55ad015"
GOOD = vector("leases/good.lease")
STARTS, ENDS = datetime(2026, 2, 1, tzinfo=UTC), datetime(2027, 2, 1, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "name", sorted(path.name for path in (VECTORS / "key_files").glob("good*.key"))
)
def test_a_genuine_key_file_is_valid(name: str) -> None:
    verdict = check_key_file(vector(f"key_files/{name}"), KEYS, NOW, product="guard-business")
    assert verdict.is_valid
    assert verdict.values["end-user"] == "Müller & Söhne GmbH"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("damaged-one-letter.key", Reason.DAMAGED),
        ("damaged-cut-off.key", Reason.DAMAGED),
        ("damaged-other-version.key", Reason.DAMAGED),
        ("damaged-empty.key", Reason.DAMAGED),
        ("forged-more-nodes.key", Reason.FORGED),
        ("forged-unknown-key.key", Reason.UNKNOWN_KEY),
    ],
)
def test_a_key_file_that_is_not_as_it_was_signed_is_refused(name: str, reason: Reason) -> None:
    verdict = check_key_file(vector(f"key_files/{name}"), KEYS, NOW)
    assert (verdict.reason, dict(verdict.values)) == (reason, {})


def test_other_files_are_called_so() -> None:
    assert check_key_file(b"<license vendor='another'/>", KEYS, NOW).reason is Reason.FOREIGN
    assert check_key_file(b"x" * 10_000_000, KEYS, NOW).reason is Reason.TOO_LARGE
    assert check_key_file(GOOD, KEYS, NOW).reason is Reason.DAMAGED


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (STARTS - DAY - timedelta(seconds=1), Reason.NOT_YET_VALID),
        (STARTS - DAY, Reason.VALID),
        (ENDS + DAY - timedelta(seconds=1), Reason.VALID),
        (ENDS + DAY, Reason.EXPIRED),
    ],
)
def test_a_clock_that_is_a_day_wrong_does_no_harm(now: datetime, reason: Reason) -> None:
    assert check_key_file(vector("key_files/good.key"), KEYS, now).reason is reason


def test_another_products_key_file_is_refused() -> None:
    verdict = check_key_file(vector("key_files/good.key"), KEYS, NOW, product="vault-server")
    assert verdict.reason is Reason.OTHER_PRODUCT


def test_what_stands_on_the_deny_list_is_refused() -> None:
    denied = read_deny_list(vector("deny_lists/two-3.txt"), KEYS)
    verdict = check_key_file(vector("key_files/good.key"), KEYS, NOW, deny_list=denied)
    assert verdict.reason is Reason.ON_DENY_LIST
    verdict = check_lease(GOOD, KEYS, NOW, device=DEVICE, deny_list=denied)
    assert verdict.reason is Reason.ON_DENY_LIST
    none = replace(denied, packed=b"")
    assert check_lease(GOOD, KEYS, NOW, device=DEVICE, deny_list=none).is_valid


@pytest.mark.parametrize("name", ["good.lease", "good-named.lease", "good-crlf-bom.lease"])
def test_a_genuine_lease_is_valid_on_its_device(name: str) -> None:
    data = vector(f"leases/{name}")
    assert check_lease(data, KEYS, NOW, device=DEVICE, product="vault-server").is_valid
    assert check_lease(data, KEYS, NOW, device="another").reason is Reason.OTHER_DEVICE
    other = check_lease(data, KEYS, NOW, device=DEVICE, product="gate-mail")
    assert other.reason is Reason.OTHER_PRODUCT


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("damaged-one-letter.lease", Reason.DAMAGED),
        ("forged-longer.lease", Reason.FORGED),
        ("unknown-key.lease", Reason.UNKNOWN_KEY),
        ("foreign-kind.lease", Reason.DAMAGED),
    ],
)
def test_a_lease_that_is_not_as_it_was_signed_is_refused(name: str, reason: Reason) -> None:
    assert check_lease(vector(f"leases/{name}"), KEYS, NOW, device=DEVICE).reason is reason


@settings(deadline=None)
@given(st.data())
def test_no_byte_of_a_lease_can_change_unnoticed(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(GOOD) - 2))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != GOOD[place]))
    changed = GOOD[:place] + bytes([byte]) + GOOD[place + 1 :]
    assert not check_lease(changed, KEYS, NOW, device=DEVICE).is_valid


@settings(deadline=None)
@given(st.binary(max_size=3000))
def test_whatever_comes_in_is_answered(data: bytes) -> None:
    assert not check_key_file(data, KEYS, NOW).is_valid
    assert not check_lease(data, KEYS, NOW, device=DEVICE).is_valid


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (datetime(9999, 12, 31, 23, tzinfo=UTC), Reason.EXPIRED),
        (datetime(1, 1, 1, tzinfo=UTC), Reason.NOT_YET_VALID),
    ],
)
def test_a_clock_that_is_as_wrong_as_can_be_gets_a_verdict(now: datetime, reason: Reason) -> None:
    assert check_key_file(vector("key_files/good.key"), KEYS, now).reason is reason
    assert check_lease(GOOD, KEYS, now, device=DEVICE).reason is reason
