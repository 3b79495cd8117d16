"""LIC-1, LIC-2: reading an activation code as people type it."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chalicelib.licenses.rules.codes import (
    ALPHABET,
    DRAWN,
    checks_out,
    complete_code,
    mask_code,
    read_code,
    show_code,
)

CODE = "7F3KQ9XDM2B8WZ4RT6YH"
codes = st.text(string.ascii_uppercase + string.digits, min_size=20, max_size=20)
# What may stand between two characters of a typed code.
noise = st.text(" -\t\u00a0\u2010\u2013\u2014\u2212\u200b\ufeff_", max_size=3)


@pytest.mark.parametrize(
    "typed",
    [
        "7F3KQ-9XDM2-B8WZ4-RT6YH",
        "7f3kq-9xdm2-b8wz4-rt6yh",
        "7F3KQ9XDM2B8WZ4RT6YH",
        "  7F3KQ 9XDM2 B8WZ4 RT6YH\n",
        "7F3K-Q9XD-M2B8-WZ4R-T6YH",
        "7F3KQ–9XDM2—B8WZ4−RT6YH",
        "7F3KQ--9XDM2- -B8WZ4-RT6YH-",
        "\u200b7F3KQ-9XDM2-B8WZ4-RT6YH\ufeff",
        "７Ｆ３ＫＱ-9XDM2-B8WZ4-RT6YH",
    ],
)
def test_slips_in_typing_are_forgiven(typed: str) -> None:
    """LIC-1: spaces, lower case, dashes missing or of another kind."""
    assert read_code(typed) == CODE


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "-",
        CODE[:19],
        CODE + "A",
        "7F3KQ-9XDM2-B8WZ4-RT6Y",
        "7F3KQ.9XDM2.B8WZ4.RT6YH",
        "7F3KQ-9XDM2-B8WZ4-RT6Y!",
        "ÄF3KQ-9XDM2-B8WZ4-RT6YH",
        "ıF3KQ-9XDM2-B8WZ4-RT6YH",
        "7F3KQ-9XDM2-B8WZ4-RT6Yß",
        "А7F3K-Q9XDM-2B8WZ-4RT6Y",
        "٧F3KQ-9XDM2-B8WZ4-RT6YH",
        CODE + " " * 100,
    ],
)
def test_what_is_no_code_is_malformed(typed: str) -> None:
    """LIC-2."""
    assert read_code(typed) is None


@given(st.lists(st.tuples(noise, st.booleans()), min_size=20, max_size=20), codes, noise)
def test_noise_and_case_never_change_a_code(
    slips: list[tuple[str, bool]], code: str, tail: str
) -> None:
    typed = "".join(
        gap + (char.lower() if small else char)
        for (gap, small), char in zip(slips, code, strict=True)
    )
    assert read_code(typed + tail) == code


@given(st.text())
@example("\u0130" * 20)
@example("ﬃ" * 7)
def test_any_text_is_a_code_in_its_one_form_or_none(typed: str) -> None:
    code = read_code(typed)
    assert code is None or (len(code) == 20 and code.isascii() and code.isalnum())
    assert code is None or read_code(show_code(code)) == code == code.upper()


def test_a_code_is_shown_in_groups_and_masked_after_the_first() -> None:
    """LIC-0."""
    assert show_code(CODE) == "7F3KQ-9XDM2-B8WZ4-RT6YH"
    assert mask_code(CODE[:5]) == "7F3KQ-•••••-•••••-•••••"


drawn = st.text(ALPHABET, min_size=DRAWN, max_size=DRAWN)


@given(drawn)
def test_a_new_code_is_one_that_can_be_read_and_checks_out(symbols: str) -> None:
    """LIC-0: 20 characters, none of which passes for another."""
    code = complete_code(symbols)
    assert read_code(show_code(code).lower()) == code
    assert checks_out(code)
    assert not set(code) & set("01ILO")


@given(drawn, st.integers(0, 19), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_noticed(symbols: str, place: int, wrong: str) -> None:
    code = complete_code(symbols)
    mistyped = code[:place] + wrong + code[place + 1 :]
    assert checks_out(mistyped) == (mistyped == code)


@given(drawn, st.integers(0, 19), st.integers(0, 19))
def test_two_symbols_that_changed_places_are_noticed(symbols: str, one: int, other: int) -> None:
    code = complete_code(symbols)
    swapped = list(code)
    swapped[one], swapped[other] = swapped[other], swapped[one]
    assert checks_out("".join(swapped)) == ("".join(swapped) == code)


def test_what_is_checked_has_19_symbols() -> None:
    with pytest.raises(ValueError, match="18"):
        complete_code("A" * 18)
