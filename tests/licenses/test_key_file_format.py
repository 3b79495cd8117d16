"""LIC-1, LIC-5: the key file's format (docs/formats/key-file.md)."""

import json
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.licenses.rules.key_file import (
    KeyFile,
    Terms,
    key_file_name,
    parse_key_file,
    signed_bytes,
    write_key_file,
)
from chalicelib.licenses.rules.signed_text import Damaged

VECTORS = Path(__file__).parents[2] / "kontor-verify" / "vectors" / "key_files"
SIGNATURE = "A" * 86 + "=="
GOOD = (VECTORS / "good.key").read_bytes()

values = (
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=200)
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(lambda text: text.isprintable() and 0 < len(text) <= 200)
)
days = st.dates(date(1000, 1, 1))
terms = st.builds(
    Terms,
    **dict.fromkeys(
        ("record", "license", "product", "software", "edition", "serial", "end_user"), values
    ),
    **dict.fromkeys(("issued", "starts", "expires"), days),
    nodes=st.integers(1, 999_999_999),
)


def written_terms() -> Terms:
    raw: dict[str, Any] = json.loads((VECTORS / "terms.json").read_text(encoding="utf-8"))
    dates = {name: date.fromisoformat(raw[name]) for name in ("issued", "starts", "expires")}
    return Terms(**(raw | dates))


def test_the_golden_file_says_what_was_written() -> None:
    assert parse_key_file(GOOD).terms == written_terms()
    assert GOOD.startswith(signed_bytes(written_terms(), "2026-a"))


def test_a_key_file_is_named_by_eight_hex_digits_of_its_license_and_product() -> None:
    """LIC-6: each product has a file of its own."""
    name = key_file_name("01KAEX5H0M5Y7R3W9V2C4D6F8G", "guard-business")
    assert name == "F1E0C0F5" == written_terms().name
    assert key_file_name("01KAEX5H0M5Y7R3W9V2C4D6F8G", "vault-server") != name


@pytest.mark.parametrize("name", sorted(path.name for path in VECTORS.glob("damaged-*.key")))
def test_a_damaged_file_is_told(name: str) -> None:
    with pytest.raises(Damaged):
        parse_key_file((VECTORS / name).read_bytes())


@pytest.mark.parametrize("name", ["good-crlf-bom.key", "good-blank-end.key"])
def test_what_mail_programs_do_to_text_is_forgiven(name: str) -> None:
    assert parse_key_file((VECTORS / name).read_bytes()) == parse_key_file(GOOD)


@pytest.mark.parametrize(
    "bad", ["", " x", "x\ny", "x\x00", "a\u0301", "x" * 201, "x\u202ey", "x\u2028y"]
)
def test_values_that_the_format_cannot_hold_are_not_written(bad: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        signed_bytes(replace(written_terms(), end_user=bad), "2026-a")


@given(terms)
def test_what_is_written_is_read_back(terms_: Terms) -> None:
    key_file = KeyFile(terms_, "k-1", SIGNATURE)
    assert parse_key_file(write_key_file(key_file)) == key_file


@given(st.data())
def test_no_byte_can_change_unnoticed(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(GOOD) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != GOOD[place]))
    changed = GOOD[:place] + bytes([byte]) + GOOD[place + 1 :]
    try:
        assert parse_key_file(changed) == parse_key_file(GOOD)
    except Damaged:
        return
    # Only the line end may become another one that mail programs make of it.
    assert place == len(GOOD) - 1


@given(st.binary(max_size=2000))
def test_anything_else_is_damaged_and_nothing_worse(data: bytes) -> None:
    with pytest.raises(Damaged):
        parse_key_file(data)


@given(st.text(max_size=300), st.integers(0, 15))
def test_no_line_can_be_replaced(line: str, place: int) -> None:
    lines = GOOD.decode().split("\n")
    lines[place] = line
    changed = "\n".join(lines).encode("utf-8", "surrogatepass")
    if changed != GOOD:
        with pytest.raises(Damaged):
            parse_key_file(changed)
