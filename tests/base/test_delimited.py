import csv
import io

import pytest

from chalicelib.base.delimited import defused, write_rows


@pytest.mark.parametrize("cell", ["=1+1", "+49 30", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "  =1"])
def test_what_a_spreadsheet_would_run_is_made_text(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Anna", "a=b", "O'Neil", "1-2"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert defused(cell) == cell


def test_rows_come_back_as_they_were() -> None:
    rows = [["a;b", 'say "hi"'], ["two\nlines", "ü"]]
    text = write_rows(rows, ";")
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=";")) == rows
