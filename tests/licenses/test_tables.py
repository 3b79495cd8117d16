"""LIC-17: cells of tables that people open in a spreadsheet."""

import pytest

from chalicelib.licenses.rules.tables import defused


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff20"])
def test_no_cell_begins_a_formula(start: str) -> None:
    """With the full-width forms, which some spreadsheets read as the same."""
    assert defused(f"{start}HYPERLINK()") == f"'{start}HYPERLINK()"


@pytest.mark.parametrize("cell", ["", "PC-1", "a=b", "'quoted"])
def test_what_is_no_formula_stays(cell: str) -> None:
    assert defused(cell) == cell
