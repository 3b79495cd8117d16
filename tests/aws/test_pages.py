"""Cursors: a place in one's own list, and nothing else."""

import json
from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.aws.pages import BadCursor, read_cursor, write_cursor

NAMES = frozenset({"pk", "sk", "expires_on"})
PARTITION = {"company_id": "us"}
keys = st.text(st.characters(codec="utf-8"), min_size=1, max_size=200)


def cursor_of(value: object) -> str:
    return urlsafe_b64encode(json.dumps(value).encode()).decode()


@given(st.fixed_dictionaries(dict.fromkeys(sorted(NAMES), keys)))
def test_a_cursor_leads_back_to_its_place(place: dict[str, str]) -> None:
    last = {name: {"S": value} for name, value in (place | PARTITION).items()}
    cursor = write_cursor(last, PARTITION)
    assert cursor is not None
    assert read_cursor(cursor, PARTITION, NAMES) == last


def test_a_cursor_does_not_name_the_partition() -> None:
    last = {name: {"S": "x"} for name in (*NAMES, "company_id")}
    cursor = write_cursor(last, PARTITION)
    theirs = read_cursor(cursor, {"company_id": "them"}, NAMES)
    assert theirs is not None
    assert theirs["company_id"] == {"S": "them"}


def test_the_end_of_a_list_has_no_cursor() -> None:
    assert write_cursor(None, PARTITION) is None
    assert read_cursor(None, PARTITION, NAMES) is None


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "x",
        {},
        {"pk": "a", "sk": "b"},
        {"pk": "a", "sk": "b", "expires_on": "c", "company_id": "them"},
        {"pk": "a", "sk": "b", "expires_on": 1},
        {"pk": "a", "sk": "b", "expires_on": ""},
        {"pk": "a", "sk": "b", "expires_on": {"S": "c"}},
        {"pk": "a", "sk": "b", "expires_on": "c" * 201},
    ],
)
def test_what_is_no_place_in_this_list_is_refused(value: object) -> None:
    with pytest.raises(BadCursor):
        read_cursor(cursor_of(value), PARTITION, NAMES)


@given(st.text(max_size=300))
def test_any_text_is_a_place_or_refused(text: str) -> None:
    with pytest.raises(BadCursor):
        read_cursor(text, PARTITION, NAMES)


def test_deep_nesting_is_refused_like_anything_else() -> None:
    with pytest.raises(BadCursor):
        read_cursor(urlsafe_b64encode(b"[" * 100_000).decode(), PARTITION, NAMES)
