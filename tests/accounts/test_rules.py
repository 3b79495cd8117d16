import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.accounts import hashing
from chalicelib.accounts.rules import broken_rules, cores
from chalicelib.aws.settings import settings

CASES = json.loads((Path(__file__).parent.parent / "vectors" / "passwords.json").read_text("utf-8"))
COMMON = hashing.common_passwords()


def _judge(password: str, email: str = "a@b.example", names: tuple[str, ...] = ()) -> list[str]:
    return broken_rules(
        password,
        email=email,
        names=names,
        common=COMMON,
        min_length=settings().password_min,
        max_length=settings().password_max,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["password"] or "nothing")
def test_each_broken_rule_is_named(case: dict[str, object]) -> None:
    """ACC-4: the browser is tested with the same cases."""
    found = _judge(str(case["password"]), str(case["email"]), tuple(case["names"]))  # type: ignore[arg-type]
    assert found == case["broken"]


@pytest.mark.parametrize("word", ["password", "sommer", "dragon", "welcome", "qwerty"])
@pytest.mark.parametrize("dress", ["{}1!", "!!{}2026", "2026{}#", "{}123456789$"])
def test_a_common_word_dressed_up_is_still_common(word: str, dress: str) -> None:
    """ACC-4"""
    assert "too_common" in _judge(dress.format(word.capitalize()))


def test_a_long_password_is_taken_whole() -> None:
    """ACC-4: at least 64 characters are allowed, and none is cut off."""
    long = "Tr4velling-Otter" * 16
    assert len(long) == settings().password_max
    assert _judge(long) == []
    assert _judge(long + "x") == ["too_long"]
    stored = hashing.hash_password(long)
    assert hashing.password_matches(stored, long)
    assert not hashing.password_matches(stored, long[:-1])


@given(st.text(max_size=300))
def test_any_text_is_judged_without_failing(password: str) -> None:
    assert set(_judge(password)) <= {
        "too_short",
        "too_long",
        "no_lower",
        "no_upper",
        "no_digit",
        "no_special",
        "has_space",
        "is_email",
        "too_common",
        "contains_name",
    }
    assert cores(password)
