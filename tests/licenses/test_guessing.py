"""LIC-10: how hopeless guessing a code is, as docs/activation.md computes it."""

from math import log2
from pathlib import Path

from chalicelib.aws.settings import Settings
from chalicelib.licenses.rules.codes import ALPHABET, DRAWN

DOCUMENT = Path(__file__).parents[2] / "docs" / "activation.md"
TEXT = " ".join(DOCUMENT.read_text(encoding="utf-8").split())
YEAR_SECONDS = 365 * 24 * 3600
DEFAULTS = Settings()
BITS = DRAWN * log2(len(ALPHABET))


def a_year(most: int, seconds: int) -> float:
    """How often a year, in powers of two."""
    return log2(most * YEAR_SECONDS / seconds)


def test_a_million_sources_hit_none_of_a_million_licenses() -> None:
    one = a_year(DEFAULTS.activation_misses, DEFAULTS.activation_window_seconds)
    many = one + 20
    assert f"{DRAWN} × log2({len(ALPHABET)}) = {BITS:.0f} random bits" in TEXT
    assert f"{2**one / 1e6:.1f} million guesses a year" in TEXT
    assert f"A million sources have 2^{many:.0f} a year" in TEXT
    assert f"2^(42 + 20 − 94) = 2^−{94 - 20 - 42} a year" in TEXT
    assert many + 20 - BITS < -32
    assert f"has {DEFAULTS.activation_misses} wrong codes in a quarter of an hour" in TEXT
    assert f"refused {DEFAULTS.activation_refusals:,} times in a quarter of an hour" in TEXT


def test_elsewhere_it_is_no_better() -> None:
    assert f"{DEFAULTS.key_file_mails_per_hour_per_source} times an hour and source" in TEXT
    assert f"bounded by {DEFAULTS.registrations_per_hour} an hour and source" in TEXT
    assert f"after {DEFAULTS.adding_misses} codes of a person" in TEXT
    assert f"or {DEFAULTS.adding_misses_per_company} of a company" in TEXT
    tries = a_year(DEFAULTS.adding_misses_per_company, DEFAULTS.adding_window_seconds) + 20
    assert f"have 2^{tries:.0f} tries a year, and a chance of 2^−{BITS - tries - 20:.0f}" in TEXT
