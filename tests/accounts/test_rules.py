import json
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.accounts import hashing
from chalicelib.accounts.rules import broken_rules, cores
from chalicelib.aws.settings import settings
from chalicelib.base.texts import languages, texts

CASES = json.loads((Path(__file__).parent.parent / "vectors" / "passwords.json").read_text("utf-8"))
CODES = {rule["code"] for rule in hashing.password_rules()["rules"]}
COMMON = hashing.common_passwords()


def _judge(password: str, email: str = "a@b.example", names: tuple[str, ...] = ()) -> list[str]:
    return broken_rules(
        password,
        hashing.password_rules(),
        email=email,
        names=names,
        common=COMMON,
        limits={"min": settings().password_min, "max": settings().password_max},
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
    assert set(_judge(password)) <= CODES
    assert cores(password, hashing.password_rules())


def test_every_rule_has_its_words() -> None:
    """ACC-4, ACC-8: each broken rule is named in the answer."""
    for language in languages():
        assert {f"field.{code}" for code in CODES} <= texts(language).keys()


def test_spelling_an_accent_in_two_ways_is_one_password() -> None:
    """ACC-4: what one keyboard or manager composes, another one takes apart."""
    one = "ÄpfelUnd7Birnen!"
    apart = normalize("NFD", one)
    assert one != apart
    assert hashing.password_matches(hashing.hash_password(apart), one)
    assert _judge(apart) == _judge(one) == []


@pytest.mark.parametrize("end", [" ", "\t", "\u00a0", "\u3000"])
def test_a_space_at_the_end_is_a_space(end: str) -> None:
    """ACC-4: named, not cut off: a manager would keep another password than we do."""
    assert _judge(f"Tr4velling-Otter{end}") == ["has_space"]


@pytest.mark.parametrize("password", ["Ж0лтый-Жираф", "Σ1gma-λόγος", "Ǆ7ǆ-ǅungla🦊Aa"])
def test_letters_of_any_script_count(password: str) -> None:
    """ACC-4: what a manager makes or a person knows by heart is taken."""
    assert _judge(password) == []
