"""Ids for what comes in from outside more than once."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.base.ids import CROCKFORD, derived_ulid, made_at, spell, ulid

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
sources = st.binary(min_size=10, max_size=32)


@given(sources)
def test_the_same_source_gives_the_same_id(source: bytes) -> None:
    made = derived_ulid(NOON, source)
    assert made == derived_ulid(NOON, source[:10] + b"what follows does not count")
    assert made_at(made) == NOON
    assert set(made) <= set(CROCKFORD)


@given(sources)
def test_it_is_sorted_by_time_among_the_others(source: bytes) -> None:
    second = timedelta(seconds=1)
    assert ulid(NOON - second) < derived_ulid(NOON, source) < ulid(NOON + second)


@given(st.binary(min_size=5, max_size=5), st.binary(min_size=5, max_size=5))
def test_eight_symbols_spell_forty_bits(one: bytes, other: bytes) -> None:
    assert len(spell(one, 8)) == 8
    assert (spell(one, 8) == spell(other, 8)) == (one == other)
