"""Reading the order export's file line by line, whatever program wrote it."""

import csv
from collections.abc import Iterable, Iterator

from chalicelib.licenses.importing import NumberedRow, Problem
from chalicelib.licenses.rules.orders import COLUMNS, NEEDED

DELIMITERS = ",;\t"
BOM = "\ufeff"
MOST_LINE_BYTES = 64 * 1024


def read_lines(lines: Iterable[bytes]) -> Iterator[NumberedRow]:
    """The rows of a file, one at a time, each with the number of its line (the heading is 1).

    Takes commas, semicolons or tabs, a byte order mark, and line ends of every kind. What can't be
    read comes as a Problem: a heading that lacks a column (nothing follows then), a line that is
    not UTF-8, too long, or has more cells than the heading.
    """
    texts = _decoded(lines)
    first = next(texts, (1, ""))
    if isinstance(first[1], Problem):
        yield 1, first[1]
        return
    delimiter = max(DELIMITERS, key=first[1].count)
    heading = [name.strip() for name in next(csv.reader([first[1]], delimiter=delimiter), [])]
    missing = [column for column in COLUMNS if column in NEEDED and column not in heading]
    if missing:
        yield from ((1, Problem(1, column, "column_missing")) for column in missing)
        return
    for number, text in texts:
        if isinstance(text, Problem):
            yield number, text
        elif text.strip():
            yield number, _row(number, text, heading, delimiter)


def _row(
    number: int, text: str, heading: list[str], delimiter: str
) -> "dict[str, str | None] | Problem":
    try:
        cells = next(csv.reader([text], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return Problem(number, "", "quotes")
    if len(cells) > len(heading):
        return Problem(number, "", "too_many_cells")
    return dict(zip(heading, [*cells, *[""] * len(heading)], strict=False))


def _decoded(lines: Iterable[bytes]) -> Iterator[tuple[int, "str | Problem"]]:
    for number, line in enumerate(lines, start=1):
        if len(line) > MOST_LINE_BYTES:
            yield number, Problem(number, "", "line_too_long")
            continue
        try:
            text = line.decode()
        except UnicodeDecodeError:
            yield number, Problem(number, "", "not_utf8")
            continue
        yield number, text.removeprefix(BOM).rstrip("\r\n")
