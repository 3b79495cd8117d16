"""Reading the order export's file row by row, whatever program wrote it."""

import csv
from collections import Counter, deque
from collections.abc import Iterable, Iterator

from chalicelib.licenses.importing import NumberedRow, Problem
from chalicelib.licenses.rules.orders import COLUMNS, NEEDED

DELIMITERS = ",;\t"
QUOTE = '"'
BOM = "\ufeff"
MOST_LINE_BYTES = 64 * 1024
MOST_ROW_LINES = 100
Numbered = tuple[int, "str | Problem"]


def read_lines(lines: Iterable[bytes]) -> Iterator[NumberedRow]:
    """The rows of a file, one at a time, each with the number of its line (the heading is 1).

    Takes commas, semicolons or tabs, a byte order mark, line ends of every kind, and line breaks in
    quotes. What can't be read comes as a Problem: a heading that lacks a column or has one twice
    (nothing follows then), a line that is not UTF-8, too long, or has more cells than the heading.
    """
    texts = _Texts(_decoded(lines))
    _, first = next(texts, (1, ""))
    if isinstance(first, Problem):
        yield 1, first
        return
    delimiter = max(DELIMITERS, key=first.count)
    heading = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    if problems := list(_wrong_in(heading)):
        yield from ((1, problem) for problem in problems)
        return
    for number, text in texts:
        if isinstance(text, Problem):
            yield number, text
        elif text.strip():
            yield number, _row(number, text, texts, heading, delimiter)


def _wrong_in(heading: list[str]) -> Iterator[Problem]:
    if not any(heading):
        yield Problem(1, "", "file_empty")
        return
    counts = Counter(heading)
    for column in COLUMNS:
        if column in NEEDED and not counts[column]:
            yield Problem(1, column, "column_missing")
        elif counts[column] > 1:
            yield Problem(1, column, "column_twice")


class _Texts:
    """Lines one at a time, and a look at some of those to come."""

    def __init__(self, lines: Iterator[Numbered]) -> None:
        self._lines = lines
        self._ahead: deque[Numbered] = deque()

    def __iter__(self) -> "_Texts":
        return self

    def __next__(self) -> Numbered:
        return self._ahead.popleft() if self._ahead else next(self._lines)

    def ahead(self) -> Iterator[str]:
        """Those to come, up to one that can't be read; they stay to come."""
        for place in range(MOST_ROW_LINES):
            if place == len(self._ahead):
                following = next(self._lines, None)
                if following is None:
                    return
                self._ahead.append(following)
            text = self._ahead[place][1]
            if isinstance(text, Problem):
                return
            yield text

    def pass_over(self, count: int) -> None:
        for _ in range(count):
            next(self)


def _row(
    number: int, text: str, texts: _Texts, heading: list[str], delimiter: str
) -> "dict[str, str | None] | Problem":
    """A row, with the lines that it goes on in where quotes are open at its end.

    A quote that nobody closes takes no other row along: it is told, and the next line is one.
    """
    if text.count(QUOTE) % 2:
        whole, more = _closed(text, texts)
        row = _cells(number, whole, heading, delimiter)
        if more and not isinstance(row, Problem):
            texts.pass_over(more)
            return row
    return _cells(number, text, heading, delimiter)


def _closed(text: str, texts: _Texts) -> tuple[str, int]:
    """The text up to the line that closes its quotes, and how many lines more that are."""
    whole = text
    for more, following in enumerate(texts.ahead(), start=1):
        whole = f"{whole}\n{following}"
        if len(whole) > MOST_LINE_BYTES:
            break
        if following.count(QUOTE) % 2:
            return whole, more
    return text, 0


def _cells(
    number: int, text: str, heading: list[str], delimiter: str
) -> "dict[str, str | None] | Problem":
    try:
        cells = next(csv.reader([text], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return Problem(number, "", "quotes")
    if len(cells) > len(heading):
        return Problem(number, "", "too_many_cells")
    return dict(zip(heading, [*cells, *[""] * len(heading)], strict=False))


def _decoded(lines: Iterable[bytes]) -> Iterator[Numbered]:
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
