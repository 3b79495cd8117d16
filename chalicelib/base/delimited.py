"""Lists as CSV (RFC 4180) that a spreadsheet opens without doing what a cell tells it to."""

import csv
import io
from collections.abc import Iterable, Sequence

# What makes a spreadsheet take a cell for a formula; the wide ones too, as Excel reads them.
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def defused(cell: str) -> str:
    """The cell; one that would be a formula has an apostrophe before it, which isn't shown."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def write_rows(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    """The rows as lines, each cell defused."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return out.getvalue()
