"""LIC-2: each reason why a license is not added."""

import pytest

from chalicelib.base.errors import Invalid
from chalicelib.base.operation import Operation
from chalicelib.licenses.adding import add_license
from chalicelib.licenses.rules.signed_text import check_of
from chalicelib.licenses.schemas.licenses import AddLicense, KeyFileIn
from chalicelib.licenses.service import holder
from tests.builders import make_license
from tests.licenses.builders import NOON
from tests.licenses.claiming import good_key_file
from tests.licenses.test_adding import CODE, ELSEWHERE, add, owner, upload
from tests.licenses.test_key_file_format import VECTORS

pytestmark = pytest.mark.usefixtures("cloud")


def reason(refused: pytest.ExceptionInfo[Invalid]) -> tuple[str, str]:
    (field,) = refused.value.fields
    return field.field, field.code


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"expires_on": "2026-11-21"}, "license_expired"),
        ({"blocked_at": "2026-11-22T11:59:59Z"}, "license_blocked"),
    ],
)
def test_an_expired_or_blocked_license_is_refused(columns: dict[str, str], code: str) -> None:
    """LIC-2."""
    license_ = make_license(**columns)
    us = owner()
    with pytest.raises(Invalid) as by_code:
        add(us)
    assert reason(by_code) == ("activation_code", code)
    with pytest.raises(Invalid) as by_file:
        upload(us, good_key_file(license_), "two")
    assert reason(by_file) == ("key_file", code)
    assert holder(license_.pk) is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("AAAAA-BBBBB-CCCCC-DDDDD", "code_unknown"),
        ("AAAAA-BBBBB-CCCCC-DDDD0", "code_mistakable"),
        ("7F3KQ-9XDM2-B8WZ4", "code_malformed"),
        ("7F3KQ-9XDM2-B8WZ4-RT6YHH", "code_malformed"),
        ("7F3KQ-9XDM2-B8WZ4-RT6Y💥", "code_letters"),
        ("7F3КQ-9XDM2-B8WZ4-RT6YH", "code_letters"),
        ("", "code_or_key_file"),
        ("   ", "code_or_key_file"),
    ],
)
def test_a_code_that_finds_nothing_is_refused_with_its_reason(typed: str, code: str) -> None:
    """LIC-2."""
    with pytest.raises(Invalid) as refused:
        add(owner(), typed)
    assert reason(refused) == ("activation_code", code)


def test_the_same_license_twice_is_refused() -> None:
    """LIC-2."""
    make_license()
    us = owner()
    add(us)
    with pytest.raises(Invalid) as refused:
        add(us, key="two")
    assert reason(refused) == ("activation_code", "license_already_here")


@pytest.mark.parametrize("needs_check", ["yes", "no"])
def test_a_license_of_another_company_is_refused(needs_check: str) -> None:
    """LIC-2, invariant 5: a claim that waits for its check holds as well."""
    license_ = make_license(needs_check=needs_check)
    us = owner()
    add(us)
    with pytest.raises(Invalid) as refused:
        add(owner(ELSEWHERE))
    assert reason(refused) == ("activation_code", "license_elsewhere")
    assert holder(license_.pk) == us.company_id


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ((VECTORS / "damaged-one-letter.key").read_bytes(), "key_file_damaged"),
        ((VECTORS / "damaged-cut-off.key").read_bytes(), "key_file_damaged"),
        ((VECTORS / "good.key").read_bytes(), "key_file_key_unknown"),
        (b"", "key_file_damaged"),
        (b"\x00" * (64 * 1024), "key_file_foreign"),
        (b"<?xml version='1.0'?><license vendor='another'/>", "key_file_foreign"),
        (b"\x00" * (64 * 1024 + 1), "key_file_too_large"),
    ],
    ids=["one letter", "cut off", "key unknown", "empty", "64 KB", "other vendor", "too large"],
)
def test_a_bad_key_file_is_refused_with_its_reason(content: bytes, code: str) -> None:
    """LIC-2."""
    with pytest.raises(Invalid) as refused:
        upload(owner(), content)
    assert reason(refused) == ("key_file", code)


def test_a_key_file_with_other_terms_than_signed_is_refused() -> None:
    """LIC-2: one made up around a real signature, check line and all."""
    genuine = good_key_file(make_license())
    lines = genuine.replace(b"nodes: 25\n", b"nodes: 99\n").split(b"check: ")[0]
    with pytest.raises(Invalid) as refused:
        upload(owner(), lines + f"check: {check_of(lines)}\n".encode())
    assert reason(refused) == ("key_file", "key_file_forged")


def test_a_key_file_must_be_base64() -> None:
    file = KeyFileIn(name="F1E0C0F5.key", content_base64="no base64!")
    with pytest.raises(Invalid) as refused:
        add_license(owner(), AddLicense(key_file=file), NOON, Operation("one"))
    assert reason(refused) == ("key_file", "key_file_damaged")


def test_a_genuine_key_file_without_a_license_on_record_is_refused() -> None:
    license_ = make_license()
    license_.pk = "01KAEX5H0M5Y7R3W9V2C4D6F8G"
    with pytest.raises(Invalid) as refused:
        upload(owner(), good_key_file(license_))
    assert reason(refused) == ("key_file", "key_file_unknown")


def test_code_and_key_file_together_are_refused() -> None:
    file = KeyFileIn(name="F1E0C0F5.key", content_base64="")
    both = AddLicense(activation_code=CODE, key_file=file)
    with pytest.raises(Invalid) as refused:
        add_license(owner(), both, NOON, Operation("one"))
    assert reason(refused) == ("activation_code", "code_or_key_file")


def test_what_is_easily_mixed_up_is_named() -> None:
    """LIC-2: a Cyrillic letter that looks like ours, and 0 and I, which no code of ours has."""
    us = owner()
    for typed, characters in (("7F3КQ-9XDM2-B8WZ4-RT6YH", "К"), ("AAAA0AAAAIAAAA0AAAAA", "0 I")):
        with pytest.raises(Invalid) as refused:
            add(us, typed)
        assert refused.value.fields[0].params == {"characters": characters}
